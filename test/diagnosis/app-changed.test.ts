import { expect } from 'chai';
import { appChanged } from '../../src/diagnosis/app-changed.ts';
import type { Judgement } from '../../src/diagnosis/index.ts';
import { clue, clueAboutFailure, denied, proves, suggests } from '../../src/model/index.ts';
import type { Change, FactName, Facts, Finding } from '../../src/model/index.ts';
import { renderBrief } from '../../src/report/index.ts';
import { page } from '../report/brief/page.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { healthy } from '../support/healthy.ts';
import { judged } from '../support/honest.ts';
import { row, suspecting } from '../support/standing.ts';
import { silent } from '../support/silent.ts';
import { without } from '../support/without.ts';

const id = 'mfa-required';
const lastSuccess = '2026-11-22T20:00:00Z';
const failedAt = '2026-11-23T01:30:00Z';
const changedAt = '2026-11-22T23:00:00Z';
const changedBy = 'Ada Admin (ada@acme.example)';
const app = { ...healthy.app!, requiresHighAssurance: true, changedAt, changedBy };

/** An external client app asks for high assurance since last night: its changes stand in no audit trail. */
const facts = (more: Partial<Facts>): Partial<Facts> => ({
  ...healthy,
  refusals: [suspecting(id)],
  failedAt,
  loginRows: [row(lastSuccess, { application: app.name })],
  app,
  ...more,
});

const stopped = (more: Partial<Facts> = {}) => judged(evidence(facts(more)));

const found = (more: Partial<Facts> = {}): Finding | undefined =>
  stopped(more).findings.find(({ cause, role }) => cause === id && role === 'root');

describe('who changed the app last', () => {
  it('is told, and when, where the audit trail has nothing and its settings stop the login', () => {
    const action = 'LastModifiedDate';
    expect(found()?.change).to.deep.include({ at: changedAt, by: changedBy, action, about: 'app' });
    const screen = renderBrief(stopped(), page()).replaceAll(/\s+/gu, ' ');
    expect(screen).to.include(
      'Ada Admin (ada@acme.example), 2026-11-22 23:00 UTC: The app "Marketing Sync" was changed; its own record, which tells that, does not say what. ',
    );
  });

  it('is not told where it was changed before the last login that went well, or after the one that failed', () => {
    for (const at of ['2026-11-22T19:59:59Z', '2026-11-23T01:30:01Z'])
      expect(found({ app: { ...app, changedAt: at } })?.change, at).to.equal(undefined);
    for (const at of [lastSuccess, failedAt])
      expect(found({ app: { ...app, changedAt: at } })?.change?.at).to.equal(at);
  });

  it('is not told where no login is known that went well: then it may have been so for long', () => {
    expect(found({ loginRows: [] })?.change).to.equal(undefined);
  });

  it('gives way to an entry of the audit trail', () => {
    const entry: Change = {
      at: '2026-11-22T22:00:00Z',
      by: 'Bob',
      action: 'updateSessionSecurityLevel',
      display: 'Changed the session level',
      about: 'app',
    };
    expect(found({ changes: [entry] })?.change).to.deep.equal(entry);
  });

  it('is not told of what the login meets next', () => {
    const frozen = { isFrozen: true, isPasswordLocked: false };
    const next = stopped({ refusals: [suspecting('user-frozen')], userLogin: frozen }).findings.find(
      ({ cause }) => cause === id,
    );
    expect(next).to.include({ role: 'next' }).and.not.have.property('change');
  });

  it('is not told where its record has no such day, or there is no app', () => {
    expect(found({ app: without(app, 'changedAt') })?.change).to.equal(undefined);
    expect(found({ app: undefined })?.change).to.equal(undefined);
  });

  it('is told without a name where nobody shows it', () => {
    const unnamed = without(app, 'changedBy');
    expect(found({ app: unnamed })?.change)
      .to.include({ at: changedAt })
      .and.not.have.property('by');
  });

  it('is not told of what came with a date', () => {
    const certificate = { ...healthy.appOauth!.certificate!, notAfter: '2026-11-23T00:00:00Z' };
    const expired = stopped({
      refusals: [suspecting('jwt-cert-expired')],
      app: { ...app, requiresHighAssurance: false },
      appOauth: { ...healthy.appOauth!, certificate },
    }).findings.find(({ cause }) => cause === 'jwt-cert-expired');
    expect(expired).to.include({ standing: 'confirmed', role: 'root' }).and.not.have.property('change');
  });

  it('is told of assignments only where the trail was read, which would tell who took one away', () => {
    const left: Partial<Facts> = {
      refusals: [suspecting('user-not-preauthorized')],
      app: { ...app, requiresHighAssurance: false },
      appAccess: { paths: [], carriers: [] },
    };
    const changeIn = ({ findings }: ReturnType<typeof stopped>) =>
      findings.find(({ cause, role }) => cause === 'user-not-preauthorized' && role === 'root')?.change?.at;
    expect(changeIn(stopped(left))).to.equal(changedAt);
    const unread = evidence({ ...facts(left) });
    expect(changeIn(judged({ ...unread, changes: denied('View Setup and Configuration', { place: 'org' }) }))).to.equal(
      undefined,
    );
  });

  it('says nothing of a cause that no setting of the app proves', () => {
    const locked: Partial<Facts> = {
      userLogin: { isFrozen: true, isPasswordLocked: false },
      refusals: [suspecting('user-frozen')],
      app: { ...app, requiresHighAssurance: false },
    };
    const frozen = stopped(locked).findings.find(({ cause }) => cause === 'user-frozen');
    expect(frozen).to.include({ standing: 'confirmed', role: 'root' }).and.not.have.property('change');
  });

  it('is told of an external client app in an org', () =>
    withScenario('flow-not-enabled.eca', {}, async (started) => {
      const { findings } = judged((await gatherFor(started)).evidence);
      const { username } = started.stage.admin;
      expect(findings[0]?.change).to.include({ about: 'app' });
      expect(findings[0]?.change?.by).to.include(username);
    })).timeout(60_000);
});

describe('what a proof may rest on beside the app, where the trail was not read', () => {
  const isToldBy = (signs: Judgement['signs'], standing: 'confirmed' | 'suspected' = 'confirmed'): boolean => {
    const cause = bareCause({ id, gate: 'mfa', blocks: true, clues: [], remedies: [] });
    const ranked = { cause, standing, role: 'root', signs, unread: [] } as const;
    const turn = { lastSuccess, firstFailure: failedAt };
    return appChanged(ranked, { evidence: evidence({ app }), turn, speaker: silent }) !== undefined;
  };
  const isTold = (...needs: readonly FactName[]): boolean =>
    isToldBy([{ clue: clue('state', needs, () => proves()), sign: proves() }]);

  it('is no state that only suggests it, and no word of the failure', () => {
    const suspicion = { clue: clue('state', ['app'], () => suggests()), sign: suggests() };
    const said = { clue: clueAboutFailure('said', ['app'], () => proves()), sign: proves() };
    expect(isToldBy([suspicion, said])).to.equal(false);
    const proof = { clue: clue('state', ['app'], () => proves()), sign: proves() };
    expect(isToldBy([proof])).to.equal(true);
    expect(isToldBy([proof], 'suspected'), 'something else speaks against it').to.equal(false);
  });

  it('is what tells nothing of who changed what in the org', () => {
    for (const name of ['app', 'appOauth', 'appState', 'ipRelaxation'] as const)
      expect(isTold(name), name).to.equal(true);
    const asked = ['failedAt', 'integration', 'now', 'organization', 'refusals'] as const;
    for (const name of [...asked, 'assertion', 'keyFile', 'keyProbe', 'loginHost'] as const) {
      expect(isTold('app', name), name).to.equal(true);
      expect(isTold(name), `${name} alone`).to.equal(false);
    }
    for (const name of ['user', 'appAccess', 'loginHours'] as const) expect(isTold('app', name), name).to.equal(false);
  });
});
