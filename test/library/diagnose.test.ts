import { expect } from 'chai';
import { plan } from '../../src/diagnosis/index.ts';
import { causes } from '../../src/causes/index.ts';
import { gather } from '../../src/evidence/gather.ts';
import { denied, diagnose, known } from '../../src/index.ts';
import type { Evidence, Finding } from '../../src/index.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { suspecting } from '../support/standing.ts';

const source = { place: 'org', name: 'UserLogin' } as const;
const frozen = known({ isFrozen: true, isPasswordLocked: false }, source);

const roots = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ role, cause, standing }) => (role === 'root' ? [`${cause} ${standing}`] : []));

describe('diagnose', () => {
  it('judges a text alone as `sf auth doctor --offline` does', async () => {
    const errorText = 'invalid_grant: authentication failure';
    const now = Date.parse('2026-11-23T02:00:00.000Z');
    const { evidence } = await gather({
      integration: { sourceIps: [] },
      errorText,
      offline: true,
      probe: false,
      attempt: false,
      wanted: plan(causes),
      now: () => now,
      timeoutMs: 1000,
    });
    const ours = diagnose({ error: errorText, now: new Date(now).toISOString() });
    const doctors = diagnose({ evidence });
    expect(ours.findings).to.deep.equal(doctors.findings);
    expect(ours).to.deep.include({ outcome: 'inconclusive', refusals: doctors.refusals, ruledOut: doctors.ruledOut });
  });

  it('takes an error that a client threw, and the flow', () => {
    const error = new Error('HTTP 400', { cause: { error: 'invalid_grant' } });
    const [first] = roots(diagnose({ error, integration: { flow: 'refresh-token' } }).findings);
    expect(first).to.match(/^refresh-token-/u);
  });

  it('decides by the facts that it is given', () => {
    const diagnosis = diagnose({ error: 'invalid_grant: authentication failure', evidence: { userLogin: frozen } });
    expect(diagnosis.outcome).to.equal('cause-found');
    expect(roots(diagnosis.findings)[0]).to.equal('user-frozen confirmed');
    expect(diagnosis.findings[0]?.remedies[0]?.title).to.equal('Unfreeze the user');
  });

  it('says what was not looked at, and never that all is well', () => {
    const { outcome, blindSpots } = diagnose({ evidence: { userLogin: denied('ManageUsers', source) } });
    expect(outcome).to.equal('inconclusive');
    expect(blindSpots.find(({ fact }) => fact === 'userLogin')).to.include({
      why: 'denied',
      permission: 'ManageUsers',
    });
    expect(blindSpots.find(({ fact }) => fact === 'user')).to.include({ why: 'not-asked' });
  });

  for (const id of ['user-frozen', 'jwt-wrong-key-or-cert', 'refresh-token-policy-expired']) {
    it(`judges evidence of ${id} that was saved as JSON as it judges the evidence itself`, () =>
      withScenario(id, {}, async (started) => {
        const { evidence } = await gatherFor(started);
        const saved = JSON.parse(JSON.stringify(evidence)) as Evidence;
        expect(diagnose({ evidence: saved })).to.deep.equal(diagnose({ evidence }));
        expect(roots(diagnose({ evidence: saved }).findings)[0]).to.equal(`${id} confirmed`);
      }));
  }

  it('keeps the refusals that the evidence has', () => {
    const evidence = { refusals: known([suspecting('user-frozen')], { place: 'error-text' }) };
    expect(diagnose({ evidence }).refusals).to.have.lengthOf(1);
  });

  it('is plain data', () => {
    const diagnosis = diagnose({ error: 'INVALID_LOGIN', evidence: { userLogin: frozen } });
    expect(JSON.parse(JSON.stringify(diagnosis))).to.deep.equal(diagnosis);
  });

  it('refuses what is no fact, by name', () => {
    const wrong =
      (evidence: object): (() => unknown) =>
      () =>
        diagnose({ evidence });
    expect(wrong({ userlogin: frozen })).to.throw(TypeError, '"userlogin"');
    expect(wrong({ userLogin: { isFrozen: true } })).to.throw(TypeError, '"userLogin"');
    expect(wrong({ userLogin: undefined })).to.throw(TypeError, '"userLogin"');
  });
});
