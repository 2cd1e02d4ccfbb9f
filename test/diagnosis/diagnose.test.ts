import { expect } from 'chai';
import { diagnose } from '../../src/diagnosis/index.ts';
import { cause, clue, clueAboutFailure, foretells, proves, suggests } from '../../src/model/index.ts';
import type { Cause, CauseId, Evidence, Gate, LoginRow, Refusal, Sign, Speaker } from '../../src/model/index.ts';
import { evidence } from '../support/evidence.ts';

const speaker: Speaker = {
  cause: (id) => ({ title: id, meaning: '' }),
  sign: (id, clueId, kind) => `${id} ${clueId} ${kind}`,
  remedy: (_id, remedy) => ({ title: remedy, steps: [] }),
  blindSpot: ({ fact, why }) => `${fact} ${why}`,
};

const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

const stand = (id: CauseId, gate: Gate, sign: Sign | undefined, more: Partial<Cause> = {}): Cause =>
  cause({ id, gate, blocks: true, explains: [], clues: [clue('state', ['user'], () => sign)], remedies: [], ...more });

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
const hoursPerhaps = stand('login-hours', 'hours', suggests());

describe('diagnose', () => {
  it('is inconclusive, never healthy, where nothing was seen', () => {
    const blind = stand('login-hours', 'hours', undefined, { clues: [clue('hours', ['loginHours'], () => undefined)] });
    const diagnosis = run([blind], evidence({}));
    expect(diagnosis.outcome).to.equal('inconclusive');
    expect(diagnosis.blindSpots.map(({ fact, causes }) => [fact, causes])).to.deep.equal([
      ['loginHours', ['login-hours']],
    ]);
  });

  it('is healthy where every gate was seen open and nothing failed', () => {
    const open = stand('user-frozen', 'user-state', undefined);
    expect(run([open], evidence({ user: undefined, refusals: [], loginRows: [] })).outcome).to.equal('healthy');
  });

  it('is not healthy where every gate looks open and yet a login was refused', () => {
    const open = stand('user-frozen', 'user-state', undefined);
    const facts = evidence({ user: undefined, refusals: [refusal(undefined)] });
    expect(run([open], facts).outcome).to.equal('inconclusive');
  });

  it('is healthy where a token was granted and the API took it', () => {
    const blind = stand('login-hours', 'hours', undefined, { clues: [clue('hours', ['loginHours'], () => undefined)] });
    const attempt = { host: 'https://login.salesforce.com', granted: true, api: 'accepted' } as const;
    expect(run([blind], evidence({ attempt })).outcome).to.equal('healthy');
    expect(run([blind], evidence({ attempt: { ...attempt, api: 'refused' } })).outcome).to.equal('inconclusive');
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
    const worded = stand('missing-scope', 'scope', undefined, {
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
    const effect = stand('app-wrong-consumer-key', 'client-id', proves());
    const origin = stand('app-not-found-or-propagating', 'client-id', proves(), {
      explains: ['app-wrong-consumer-key'],
    });
    const byId = roles([effect, origin], evidence({ user: undefined, refusals: [] }));
    expect(byId).to.deep.equal([
      'root confirmed app-not-found-or-propagating',
      'root confirmed app-wrong-consumer-key',
    ]);
    const turned = [
      stand('app-not-found-or-propagating', 'client-id', proves()),
      { ...effect, explains: ['app-not-found-or-propagating' as const] },
    ];
    expect(roles(turned, evidence({ user: undefined, refusals: [] }))[0]).to.equal(
      'root confirmed app-wrong-consumer-key',
    );
  });

  it('a date that lies ahead is later, and does not make the login ill', () => {
    const ends = stand('jwt-cert-expired', 'assertion', foretells('2026-12-01T00:00:00.000Z'));
    const diagnosis = run([ends], evidence({ user: undefined, refusals: [], loginRows: [] }));
    expect(diagnosis.findings.map(({ role, on }) => [role, on])).to.deep.equal([['later', '2026-12-01T00:00:00.000Z']]);
  });

  it('a transient root makes the outcome transient', () => {
    const passing = stand('rate-limited', 'token', proves(), { transient: true });
    expect(run([passing], evidence({ user: undefined, refusals: [] })).outcome).to.equal('transient');
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
});
