import { expect } from 'chai';
import { comers } from '../../src/diagnosis/comers.ts';
import { remedyValues } from '../../src/diagnosis/remedy-values.ts';
import { evidence } from '../support/evidence.ts';
import { row } from '../support/standing.ts';
import { without } from '../support/without.ts';

const wrong = (at: string, sourceIp: string) =>
  row(at, { sourceIp, success: false, status: 'Invalid Password', decides: 'wrong-username-or-password' });

describe('who comes most often', () => {
  it('is told by address and app, the most frequent first, and no more than three', () => {
    const from = (sourceIp: string, count: number) =>
      Array.from({ length: count }, () => row('2026-11-23T01:00:00Z', { sourceIp }));
    expect(
      comers([...from('1.1.1.1', 1), ...from('2.2.2.2', 3), ...from('3.3.3.3', 2), ...from('4.4.4.4', 1)]),
    ).to.equal('2.2.2.2 (Marketing Sync), 3.3.3.3 (Marketing Sync), 1.1.1.1 (Marketing Sync)');
    expect(comers([])).to.equal(undefined);
  });

  it('is told by the kind of login where it goes through no app', () => {
    const soap = row('2026-11-23T01:00:00Z', { application: 'N/A', loginType: 'Other Apex API' });
    expect(comers([soap])).to.equal('203.0.113.7 (Other Apex API)');
    expect(comers([without(soap, 'loginType')])).to.equal('203.0.113.7');
    expect(comers([without(soap, 'sourceIp')]), 'from no address that is known').to.equal('- (Other Apex API)');
  });

  it('fills the steps: who sends the wrong passwords, and who made the logins of the last hour', () => {
    const seen = { targetOrg: undefined, changedBy: undefined, sourceIp: undefined };
    const later = row('2026-11-23T02:00:01Z', { sourceIp: '192.0.2.7' });
    const loginRows = [later, later, row('2026-11-23T01:00:00Z'), wrong('2026-11-23T00:59:59Z', '198.51.100.61')];
    const values = remedyValues(evidence({ now: '2026-11-23T02:00:00Z', failedAt: undefined, loginRows }), seen);
    expect(values).to.include({
      wrongPasswordsFrom: '198.51.100.61 (Marketing Sync)',
      busiest: '203.0.113.7 (Marketing Sync)',
    });
    const just = [row('2026-11-23T02:00:00Z', { sourceIp: '192.0.2.9' })];
    const busiest = remedyValues(evidence({ now: '2026-11-23T02:00:00Z', loginRows: just }), seen).busiest;
    expect(busiest, 'in the second of the failure').to.equal('192.0.2.9 (Marketing Sync)');
    expect(remedyValues(evidence({ loginRows: [] }), seen).busiest).to.match(/^<.*>$/u);
  });
});
