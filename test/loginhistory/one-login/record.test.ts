import { expect } from 'chai';
import { failingRow, recordOf } from '../../../src/loginhistory/one-login/index.ts';
import type { LoginRow } from '../../../src/model/index.ts';
import { now } from '../../support/evidence.ts';
import { deciding, row, suspecting } from '../../support/standing.ts';
import { without } from '../../support/without.ts';

const asked = { failedAt: undefined, now, integration: undefined, refusals: [deciding('user-frozen')] };
const failed = (at: string, more: Partial<LoginRow> = {}) =>
  row(at, { success: false, status: 'User Is Frozen', decides: 'user-frozen', ...more });

describe('what the org recorded of a failure', () => {
  it('is nothing to tell where nobody speaks of one and none is seen', () => {
    expect(recordOf([row('2026-11-23T01:00:00Z')], { ...asked, refusals: [] })).to.equal(undefined);
    expect(recordOf([failed('2026-11-23T01:00:00Z')], { ...asked, now: undefined }), 'at no time').to.equal(undefined);
  });

  it('is the row that answers, where nobody gave a text', () => {
    expect(recordOf([failed('2026-11-23T01:00:00Z')], { ...asked, refusals: [] })).to.deep.equal({
      says: 'agrees',
      ageMs: 3_600_000,
    });
  });

  it('agrees with the text, and says how long ago it was', () => {
    expect(recordOf([failed('2026-11-23T01:00:00Z')], asked)).to.deep.equal({ says: 'agrees', ageMs: 3_600_000 });
  });

  it('is told of a failure that nobody speaks of as well', () => {
    const asks = { ...asked, refusals: [] };
    expect(recordOf([failed('2026-11-23T01:00:00Z')], asks)).to.deep.equal({ says: 'agrees', ageMs: 3_600_000 });
  });

  it('is another failure, which is told beside the text; or none', () => {
    const other = failed('2026-11-23T01:00:00Z', { decides: 'ip-restricted', status: 'Restricted IP' });
    expect(recordOf([other], asked)).to.deep.equal({ says: 'differs', other });
    expect(recordOf([row('2026-11-23T01:00:00Z')], asked)).to.deep.equal({ says: 'nothing' });
  });

  it('is another failure where a young row is taken though it cannot mean what the text leaves open', () => {
    const other = failed('2026-11-23T01:50:00Z', { decides: 'ip-restricted', status: 'Restricted IP' });
    const open = { ...asked, refusals: [suspecting('user-inactive')] };
    expect(recordOf([other], open)).to.include({ says: 'differs', other });
    const unknown = failed('2026-11-23T01:50:00Z', { recognised: false, status: 'Odd' });
    expect(recordOf([unknown], open)).to.include({ says: 'agrees' });
  });

  it('takes no young row of one of two apps for a text that names none', () => {
    const other = failed('2026-11-23T01:50:00Z', { decides: 'ip-restricted', application: 'Billing' });
    const open = { ...asked, refusals: [suspecting('refresh-token-revoked-or-expired')] };
    const rows = [other, row('2026-11-23T01:00:00Z')];
    expect(failingRow(rows, open)).to.equal(undefined);
    expect(recordOf(rows, open)).to.include({ says: 'differs', other });
    expect(failingRow([other], open)).to.equal(other);
  });

  it('tells when it went well again, and how many failed among those that went well', () => {
    const rows = [
      row('2026-11-23T01:40:00Z'),
      failed('2026-11-23T01:30:00Z'),
      row('2026-11-23T01:20:00Z'),
      failed('2026-11-23T01:10:00Z'),
      row('2026-11-23T01:00:00Z'),
    ];
    expect(recordOf(rows, asked)).to.deep.equal({
      says: 'agrees',
      ageMs: 30 * 60_000,
      wellAgainAt: '2026-11-23T01:40:00Z',
      among: { failures: 2, logins: 4, since: '2026-11-23T01:10:00Z', sourceIps: ['203.0.113.7'] },
    });
  });

  it('names the addresses that are known, each once, since the first failure of its kind', () => {
    const rows = [
      failed('2026-11-23T01:40:00Z'),
      row('2026-11-23T01:30:00Z'),
      without(failed('2026-11-23T01:20:00Z'), 'sourceIp'),
      failed('2026-11-23T01:10:00Z'),
      row('2026-11-23T01:00:00Z'),
    ];
    expect(recordOf(rows, asked)?.among).to.deep.equal({
      failures: 3,
      logins: 4,
      since: '2026-11-23T01:10:00Z',
      sourceIps: ['203.0.113.7'],
    });
  });

  it('counts no failure that is older than eight days', () => {
    const recorded = (failedAt: string) =>
      recordOf([row('2026-11-23T01:20:00Z'), failed(failedAt)], { ...asked, failedAt });
    expect(recorded('2026-11-15T02:00:00Z')?.among?.failures).to.equal(1);
    expect(recorded('2026-11-15T01:59:59Z')).to.include({ says: 'agrees' }).and.not.have.property('among');
  });

  it('counts no login of another app among its own', () => {
    const rows = [
      row('2026-11-23T01:20:00Z', { application: 'Billing' }),
      failed('2026-11-23T01:10:00Z'),
      row('2026-11-23T01:00:00Z'),
    ];
    expect(recordOf(rows, asked)).to.not.have.property('among');
  });

  it('tells no apps and addresses apart where there is one', () => {
    const [one, other] = [failed('2026-11-23T01:20:00Z'), row('2026-11-23T01:10:00Z', { sourceIp: '192.0.2.1' })];
    expect(recordOf([one], asked)).to.not.have.property('lines');
    expect(recordOf([one, other], asked)?.lines).to.have.lengthOf(2);
  });

  it('tells the apps and addresses apart: which fails since when, and which goes well; of eight days', () => {
    const rows = [
      row('2026-11-23T01:30:00Z', { application: 'Billing' }),
      failed('2026-11-23T01:20:00Z'),
      failed('2026-11-23T01:10:00Z'),
      row('2026-11-23T01:00:00Z'),
      without(failed('2026-11-22T02:00:00Z', { application: 'Never well' }), 'sourceIp'),
      without(failed('2026-11-22T01:00:00Z', { application: 'Never well' }), 'sourceIp'),
      row('2026-11-15T01:59:59Z', { application: 'Long gone' }),
    ];
    expect(recordOf(rows, asked)?.lines).to.deep.equal([
      { application: 'Billing', sourceIp: '203.0.113.7', lastSuccess: '2026-11-23T01:30:00Z' },
      {
        application: 'Marketing Sync',
        sourceIp: '203.0.113.7',
        failingSince: '2026-11-23T01:10:00Z',
        lastSuccess: '2026-11-23T01:00:00Z',
      },
      { application: 'Never well', failingSince: '2026-11-22T01:00:00Z' },
    ]);
  });
});
