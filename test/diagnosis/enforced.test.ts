import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { enforcedBy } from '../../src/clues/enforced.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, proves } from '../../src/model/index.ts';
import type { CauseId, Change, Facts, Finding } from '../../src/model/index.ts';
import { renderBrief } from '../../src/report/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { page } from '../report/brief/page.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { silent } from '../support/silent.ts';
import { deciding, row, suspecting } from '../support/standing.ts';

const id = 'soap-login-disabled';
const cost = { orgRoundTrips: 3, requests: 3, milliseconds: 1 };

/** SOAP login() of a user without "Use Any API Auth", which went well until Saturday and was refused on Sunday. */
const facts: Partial<Facts> = {
  ...healthy,
  integration: { username: healthy.user?.username ?? '', sourceIps: [], flow: 'soap-login' },
  anyApiAuth: [],
  refusals: [suspecting(id)],
  now: '2026-11-23T02:00:00Z',
  failedAt: '2026-10-11T06:00:00Z',
  loginRows: [row('2026-10-09T22:00:00Z', { application: 'N/A', loginSubType: 'SoapApiLogin' })],
};

const stopped = (more: Partial<Facts> = {}) =>
  diagnose({ evidence: evidence({ ...facts, ...more }), causes, speaker: speakFrom(loadWords()), cost });

const found = (more: Partial<Facts> = {}): Finding | undefined =>
  stopped(more).findings.find(({ cause }) => cause === id);

describe('a failure that begins when Salesforce enforced something', () => {
  it('says so: when, with which release, and what', () => {
    const enforced = found()?.enforced;
    expect(enforced).to.include({
      entry: 'soap-login-needs-any-api-auth',
      on: '2026-10-10T00:00:00Z',
      season: "Winter '27",
    });
    expect(enforced?.text).to.match(/^Salesforce changed this, not you: Winter '27 came to orgs on the weekend of /u);
  });

  it('says so on the short screen, in the place of who did it', () => {
    const screen = renderBrief(stopped(), page()).replaceAll(/\s+/gu, ' ');
    expect(screen).to.include(
      "Salesforce changed this, not you: Winter '27 came to orgs on the weekend of 2026-10-10.",
    );
  });

  it('does not say so of a login that was refused before', () => {
    const failedAt = '2026-10-02T06:00:00Z';
    const loginRows = [row('2026-10-01T22:00:00Z', { application: 'N/A', loginSubType: 'SoapApiLogin' })];
    expect(found({ failedAt, loginRows })).to.not.equal(undefined);
    expect(found({ failedAt, loginRows })?.enforced).to.equal(undefined);
  });

  it('does not say so where the last success was not seen', () => {
    expect(found({ loginRows: [] })?.enforced).to.equal(undefined);
  });

  it('does not say so of what the login meets next', () => {
    const proof = clue('state', ['user'], () => enforcedBy('soap-login-needs-any-api-auth', proves()));
    const cause = bareCause({ id, gate: 'app', blocks: true, clues: [proof], remedies: [] });
    const by = (decides: CauseId) =>
      diagnose({
        evidence: evidence({ ...facts, refusals: [deciding(decides)] }),
        ...{ causes: [cause], speaker: silent, cost },
      }).findings[0];
    expect(by(id)).to.include({ role: 'root' }).and.have.property('enforced');
    expect(by('user-frozen')).to.include({ role: 'next' }).and.not.have.property('enforced');
  });

  it('names whoever did it in the org instead', () => {
    const frozen: Change = { at: '2026-10-10T09:00:00Z', action: 'frozeuser', display: 'Froze A', about: 'user' };
    const all = stopped({
      userLogin: { isFrozen: true, isPasswordLocked: false },
      refusals: [suspecting(id, 'user-frozen')],
      changes: [frozen],
    });
    const user = all.findings.find(({ cause }) => cause === 'user-frozen');
    expect(user?.change?.action).to.equal('frozeuser');
    expect(user?.enforced).to.equal(undefined);
  });
});
