import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { clue, clueAboutFailure, foretells, proves, rulesOut, suggests, unknown } from '../../src/model/index.ts';
import type { Cause, CauseId, Evidence, Gate, LoginRow, Refusal, Sign, Speaker } from '../../src/model/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { silent } from '../support/silent.ts';
import { evidence } from '../support/evidence.ts';

const speaker: Speaker = {
  ...silent,
  cause: (id) => ({ title: id, meaning: '' }),
  sign: (id, clueId, kind) => `${id} ${clueId} ${kind}`,
  remedy: (_id, remedy) => ({ title: remedy, steps: [] }),
  blindSpot: ({ fact, why }) => `${fact} ${why}`,
};

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

const stand = (id: CauseId, gate: Gate, sign: Sign | undefined, more: Partial<Cause> = {}): Cause =>
  bareCause({ id, gate, blocks: true, clues: [clue('state', ['user'], () => sign)], remedies: [], ...more });

const refusal = (decides: CauseId | undefined, ...suspects: CauseId[]): Refusal => ({
  channel: 'token-endpoint',
  origin: 'text',
  text: 'x',
  count: 1,
  suspects,
  ...(decides === undefined ? {} : { decides }),
});

const row = (decides: CauseId | undefined, at = '2026-11-23T02:00:00.000Z'): LoginRow => ({
  id: '0Ya1',
  at,
  status: 'S',
  success: false,
  recognised: decides !== undefined,
  suspects: [],
  ...(decides === undefined ? {} : { decides }),
});

const run = (causes: readonly Cause[], facts: Evidence) => diagnose({ evidence: facts, causes, speaker, cost });
const roles = (causes: readonly Cause[], facts: Evidence) =>
  run(causes, facts).findings.map(({ cause: id, role, standing }) => `${role} ${standing} ${id}`);

const frozen = stand('user-frozen', 'user-state', proves());
const restricted = stand('ip-restricted', 'ip', proves());
const hoursPerhaps = stand('login-hours', 'login-hours', suggests());

describe('diagnose', () => {
  const open = stand('user-frozen', 'user-state', undefined);
  const blind = stand('login-hours', 'login-hours', undefined, {
    clues: [clue('hours', ['loginHours'], () => undefined)],
  });
  const jwt = { flow: 'jwt', sourceIps: [] } as const;

  it('is inconclusive, never healthy, where nothing was seen', () => {
    const diagnosis = run([blind], evidence({}));
    expect(diagnosis).to.deep.include({ outcome: 'inconclusive', refusals: [] });
    expect(diagnosis.blindSpots.map(({ fact, causes }) => [fact, causes])).to.deep.equal([
      ['loginHours', ['login-hours']],
    ]);
  });

  it('is healthy where every gate was seen open and nothing failed', () => {
    const facts = evidence({ integration: jwt, user: undefined, refusals: [], loginRows: [] });
    expect(run([open], facts).outcome).to.equal('healthy');
  });

  it('is not healthy where nobody can see that the secret is right, unless it worked within a day', () => {
    const success = (at: string): LoginRow => ({ ...row(undefined, at), success: true, status: 'Success' });
    for (const flow of ['client-credentials', 'password', 'refresh-token', 'soap-login', undefined] as const) {
      const integration = { sourceIps: [], ...(flow === undefined ? {} : { flow }) };
      const seen = { integration, user: undefined, refusals: [] };
      expect(run([open], evidence({ ...seen, loginRows: [] })).outcome, flow).to.equal('inconclusive');
      const lately = success('2026-11-23T01:00:00.000Z');
      expect(run([open], evidence({ ...seen, loginRows: [lately] })).outcome, flow).to.equal('healthy');
      const longAgo = success('2026-11-20T01:00:00.000Z');
      expect(run([open], evidence({ ...seen, loginRows: [longAgo] })).outcome, flow).to.equal('inconclusive');
    }
  });

  it('is not healthy where every gate looks open and yet a login was refused', () => {
    const facts = evidence({ integration: jwt, user: undefined, refusals: [refusal(undefined)] });
    expect(run([open], facts).outcome).to.equal('inconclusive');
  });

  it('is healthy where a token was granted and the API took it', () => {
    const attempt = { host: 'https://login.salesforce.com', granted: true, api: 'accepted' } as const;
    const seen = { refusals: [], loginRows: [] };
    expect(run([blind], evidence({ ...seen, attempt })).outcome).to.equal('healthy');
    expect(run([blind], evidence({ ...seen, attempt: { ...attempt, api: 'refused' } })).outcome).to.equal(
      'inconclusive',
    );
    expect(run([blind], evidence({ ...seen, attempt: { host: 'x', granted: true } })).outcome).to.equal('inconclusive');
  });

  it('is not healthy where a login of our own was asked for and not answered', () => {
    const facts = evidence({ integration: jwt, user: undefined, refusals: [], loginRows: [] });
    const unanswered = { ...facts, attempt: unknown('timed-out') } as const;
    expect(run([open], unanswered).outcome).to.equal('inconclusive');
  });

  it('that it works from here does not explain a refusal elsewhere', () => {
    const attempt = { host: 'https://login.salesforce.com', granted: true, api: 'accepted' } as const;
    const facts = evidence({ user: undefined, refusals: [refusal(undefined, 'ip-restricted')], attempt });
    expect(run([open], facts).outcome).to.equal('inconclusive');
  });

  it('is inconclusive where the failure is not accounted for, whatever comes next', () => {
    const passing = stand('rate-limited', 'refresh-token', proves(), { transient: true });
    const facts = evidence({ user: undefined, refusals: [refusal(undefined, 'ip-restricted')] });
    expect(run([passing], facts).findings[0]?.role).to.equal('next');
    expect(run([passing], facts).outcome).to.equal('inconclusive');
  });

  it('puts a suspect for which the state of things speaks before one that only the wording names', () => {
    const named = stand('user-frozen', 'user-state', suggests(), {
      clues: [clueAboutFailure('said', ['refusals'], () => suggests())],
    });
    const facts = evidence({ user: undefined, refusals: [refusal(undefined, 'user-frozen', 'login-hours')] });
    expect(roles([named, hoursPerhaps], facts)).to.deep.equal([
      'root suspected login-hours',
      'root suspected user-frozen',
    ]);
  });

  it('without a failure seen, the first closed gate is the root and later gates are next', () => {
    expect(roles([restricted, frozen], evidence({ user: undefined, refusals: [] }))).to.deep.equal([
      'root confirmed user-frozen',
      'next confirmed ip-restricted',
    ]);
  });

  it('what accounts for the refusal is root, whatever its gate', () => {
    const facts = evidence({ user: undefined, refusals: [refusal(undefined, 'ip-restricted', 'login-hours')] });
    expect(roles([frozen, restricted, hoursPerhaps], facts)).to.deep.equal([
      'root confirmed ip-restricted',
      'root suspected login-hours',
      'next confirmed user-frozen',
    ]);
  });

  it('the row of the failing minute overrules the text', () => {
    const facts = evidence({
      user: undefined,
      refusals: [refusal('user-frozen')],
      loginRows: [row('ip-restricted')],
      failedAt: '2026-11-23T02:00:10.000Z',
    });
    expect(roles([frozen, restricted], facts)).to.deep.equal([
      'root confirmed ip-restricted',
      'next confirmed user-frozen',
    ]);
  });

  it('what only the text names is no finding once the row names another', () => {
    const worded = stand('missing-scope', 'scopes', undefined, {
      clues: [clueAboutFailure('said', ['refusals'], () => suggests())],
    });
    const facts = evidence({
      user: undefined,
      refusals: [refusal(undefined, 'missing-scope', 'ip-restricted')],
      loginRows: [row('ip-restricted')],
      failedAt: '2026-11-23T02:00:10.000Z',
    });
    expect(roles([worded, restricted], facts)).to.deep.equal(['root confirmed ip-restricted']);
  });

  it('a row with a status that nobody knows leaves the word to the text', () => {
    const facts = evidence({
      user: undefined,
      refusals: [refusal('user-frozen')],
      loginRows: [row(undefined)],
      failedAt: '2026-11-23T02:00:10.000Z',
    });
    const diagnosis = run([frozen], facts);
    expect(diagnosis.findings[0]?.role).to.equal('root');
    expect(diagnosis.failingRow?.status).to.equal('S');
  });

  it('suspected causes stand in the order in which the wording names them', () => {
    const causes = (['login-hours', 'ip-restricted', 'user-frozen'] as const).map((id) =>
      stand(id, 'ip', undefined, { clues: [clueAboutFailure('said', ['refusals'], () => suggests())] }),
    );
    const facts = evidence({ refusals: [refusal(undefined, 'user-frozen', 'login-hours', 'ip-restricted')] });
    expect(roles(causes, facts)).to.deep.equal([
      'root suspected user-frozen',
      'root suspected login-hours',
      'root suspected ip-restricted',
    ]);
  });

  it('inside one gate, a cause goes before what it explains', () => {
    const effect = stand('app-wrong-consumer-key', 'app', proves());
    const origin = stand('app-not-found-or-propagating', 'app', proves(), {
      explains: ['app-wrong-consumer-key'],
    });
    const byId = roles([effect, origin], evidence({ user: undefined, refusals: [] }));
    expect(byId).to.deep.equal([
      'root confirmed app-not-found-or-propagating',
      'root confirmed app-wrong-consumer-key',
    ]);
    const turned = [
      stand('app-not-found-or-propagating', 'app', proves()),
      { ...effect, explains: ['app-not-found-or-propagating' as const] },
    ];
    expect(roles(turned, evidence({ user: undefined, refusals: [] }))[0]).to.equal(
      'root confirmed app-wrong-consumer-key',
    );
  });

  it('a date that lies ahead is later, and does not make the login ill', () => {
    const ends = stand('jwt-cert-expired', 'assertion', foretells('2026-12-01T00:00:00.000Z'));
    const diagnosis = run([ends], evidence({ integration: jwt, user: undefined, refusals: [], loginRows: [] }));
    expect(diagnosis.outcome).to.equal('healthy');
    expect(diagnosis.findings.map(({ role, on }) => [role, on])).to.deep.equal([['later', '2026-12-01T00:00:00.000Z']]);
  });

  it('a transient root makes the outcome transient', () => {
    const passing = stand('rate-limited', 'refresh-token', proves(), { transient: true });
    expect(run([passing], evidence({ user: undefined, refusals: [] })).outcome).to.equal('transient');
  });

  it('finds the change that did it before the last success where it stops the login behind it, or comes next; nowhere else', () => {
    const older = { at: '2026-11-20T00:00:00.000Z', action: 'x', display: 'x', about: 'user' } as const;
    const success = { ...row(undefined, '2026-11-22T00:00:00.000Z'), success: true, recognised: true };
    const linked = (gate: Gate, more: Partial<Cause> = {}) =>
      run(
        [frozen, stand('ip-restricted', gate, proves(), { actions: ['x'], ...more })],
        evidence({
          refusals: [refusal(undefined, 'user-frozen', ...(gate === 'ip' ? [] : (['ip-restricted'] as const)))],
          loginRows: [success],
          changes: [older],
          user: undefined,
        }),
      ).findings.find(({ cause: id }) => id === 'ip-restricted');
    expect(linked('scopes')).to.deep.include({ role: 'root', change: older });
    expect(linked('ip')).to.deep.include({ role: 'next', change: older });
    expect(linked('user-state')).to.include({ role: 'root' }).and.not.to.have.property('change');
    const permission = { label: 'A', stops: 'enabled' } as const;
    expect(linked('scopes', { permission })).to.have.property('change');
  });

  it('finds the change that brought about what stops the login now, where the logins failed before for another reason', () => {
    const rows = [
      row('user-frozen', '2026-11-23T03:00:00.000Z'),
      row('user-locked-out', '2026-11-23T01:00:00.000Z'),
      { ...row(undefined, '2026-11-22T00:00:00.000Z'), success: true, recognised: true },
    ];
    const did = (at: string, kind: Sign) =>
      run(
        [stand('user-frozen', 'user-state', kind, { actions: ['x'] })],
        evidence({
          refusals: [refusal('user-frozen')],
          loginRows: rows,
          changes: [{ at, action: 'x', display: 'x', about: 'user' }],
          user: undefined,
        }),
      ).findings[0]?.change?.at;
    const meanwhile = '2026-11-23T02:00:00.000Z';
    expect(did(meanwhile, proves())).to.equal(meanwhile);
    expect(did(meanwhile, suggests())).to.equal(undefined);
    expect(did('2026-11-21T00:00:00.000Z', proves())).to.equal(undefined);
    expect(did('2026-11-23T04:00:00.000Z', proves())).to.equal(undefined);
  });

  it('shows the changes between the last success and the first failure, nearest first, and the one that did it', () => {
    const change = (at: string, action: string) => ({ at, action, display: action, about: 'user' as const, by: 'Ann' });
    const facts = evidence({
      user: undefined,
      refusals: [],
      loginRows: [
        row('user-frozen', '2026-11-23T02:00:00.000Z'),
        { ...row(undefined, '2026-11-22T02:00:00.000Z'), success: true, status: 'Success' },
      ],
      changes: [
        change('2026-11-23T03:00:00.000Z', 'after'),
        change('2026-11-23T01:00:00.000Z', 'FrozeUser'),
        change('2026-11-22T12:00:00.000Z', 'changedemail'),
        change('2026-11-20T00:00:00.000Z', 'before'),
      ],
    });
    const diagnosis = run([{ ...frozen, actions: ['frozeuser'] }], facts);
    expect(diagnosis.changes.map(({ action }) => action)).to.deep.equal(['FrozeUser', 'changedemail']);
    expect(diagnosis.findings[0]?.change?.by).to.equal('Ann');
    expect(diagnosis.findings[0]?.since).to.equal('2026-11-23T01:00:00.000Z');
  });

  it('tells what undid a cause that is there no more, and nothing that was done while it is', () => {
    const change = (at: string, action: string) => ({ at, action, display: action, about: 'user' as const });
    const failed = row('user-frozen', '2026-11-23T01:00:00.000Z');
    const after = [
      change('2026-11-23T01:30:00.000Z', 'UnfrozeUser'),
      change('2026-11-23T01:20:00.000Z', 'changedemail'),
    ];
    const facts = evidence({ refusals: [], loginRows: [failed], changes: after, userLogin: undefined });
    const seen = clueAboutFailure('row', ['loginRows'], () => proves());
    const gone = clue('gone', ['userLogin'], () => rulesOut());
    const cured = stand('user-frozen', 'user-state', undefined, { undoneBy: ['unfrozeuser'], clues: [seen, gone] });
    expect(run([cured], facts).findings[0]?.undone?.action).to.equal('UnfrozeUser');
    const still = { ...cured, clues: [seen] };
    expect(run([still], facts).findings[0]).to.not.have.property('undone');
    const otherwise = clueAboutFailure('otherwise', ['loginRows'], () => rulesOut());
    const there = { ...cured, clues: [clue('there', ['userLogin'], () => proves()), otherwise] };
    expect(run([there], facts).findings[0], 'the failure was another').to.not.have.property('undone');
  });

  it('takes the time of the row for that of the failure, where a person rounded it to the minute', () => {
    const wrong = stand('wrong-username-or-password', 'user', undefined, {
      clues: [clueAboutFailure('row', ['loginRows'], ({ loginRows: [one] }) => proves({}, one?.at))],
    });
    const facts = evidence({
      refusals: [],
      failedAt: '2026-11-23T01:59:00.000Z',
      loginRows: [row('wrong-username-or-password', '2026-11-23T01:59:31.000Z')],
    });
    expect(roles([wrong], facts)).to.deep.equal(['root confirmed wrong-username-or-password']);
  });
});
