import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { failureOf } from '../../src/diagnosis/failure.ts';
import { diagnose, judge } from '../../src/diagnosis/index.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import { clue, foretells, proves, suggests } from '../../src/model/index.ts';
import type { CauseId, Change, Diagnosis, Facts, Gate, Sign } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { bareCause } from '../support/bare-cause.ts';
import { evidence } from '../support/evidence.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, row, suspecting } from '../support/standing.ts';
import { without } from '../support/without.ts';

const speaker = speakFrom(loadWords());

const seen = (facts: Partial<Facts>): Diagnosis =>
  diagnose({
    evidence: evidence({ ...healthy, ...facts }),
    causes,
    speaker,
    cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 },
  });

/** Where nothing is known but these. */
const seenOf = (facts: Partial<Facts>): Diagnosis =>
  diagnose({ evidence: evidence(facts), causes, speaker, cost: { orgRoundTrips: 0, requests: 0, milliseconds: 0 } });

const roleOf = (facts: Partial<Facts>, id: string): string | undefined =>
  seen(facts).findings.find(({ cause }) => cause === id)?.role;

const failedAt = '2026-11-20T02:00:00.000Z';

describe('rank: what came about after the failure', () => {
  it('is next where the user record was changed later, unless the wording names it alone', () => {
    const userLogin = { isFrozen: true, isPasswordLocked: false, changedAt: '2026-11-22T10:00:00Z' };
    const open = { failedAt, userLogin, refusals: [suspecting('user-frozen', 'wrong-username-or-password')] };
    expect(roleOf(open, 'user-frozen')).to.equal('next');
    expect(roleOf({ ...open, refusals: [deciding('user-frozen')] }, 'user-frozen')).to.equal('root');
    expect(roleOf({ ...open, failedAt: undefined }, 'user-frozen')).to.equal('root');
    expect(roleOf({ ...open, userLogin: { ...userLogin, changedAt: '2026-11-19T10:00:00Z' } }, 'user-frozen')).to.equal(
      'root',
    );
  });

  it('is next for a user made inactive later, and for a certificate that ended later', () => {
    const user = { ...healthy.user!, isActive: false, changedAt: '2026-11-22T10:00:00Z' };
    expect(roleOf({ failedAt, user, refusals: [suspecting('user-inactive')] }, 'user-inactive')).to.equal('next');
    const certificate = { ...healthy.appOauth!.certificate!, notAfter: '2026-11-22T00:00:00Z' };
    const expired = { failedAt, appOauth: { ...healthy.appOauth!, certificate } };
    expect(roleOf({ ...expired, refusals: [suspecting('jwt-cert-expired')] }, 'jwt-cert-expired')).to.equal('next');
  });

  it('counts rows of the app of the failure only, where nobody said which it is', () => {
    const failed = { success: false, status: 'User Is Frozen', recognised: true, decides: 'user-frozen' } as const;
    const loginRows = [
      row('2026-11-23T01:59:00Z', failed),
      row('2026-11-23T01:50:00Z', { application: 'Billing' }),
      row('2026-11-23T01:40:00Z', failed),
      row('2026-11-23T01:00:00Z'),
    ];
    const { lastSuccess, firstFailure } = seenOf({ loginRows, refusals: [] });
    expect([lastSuccess, firstFailure]).to.deep.equal(['2026-11-23T01:00:00Z', '2026-11-23T01:40:00Z']);
  });

  it('counts rows of the integration only, for when it stopped working', () => {
    const failed = { success: false, status: 'Failed: Not approved for access', recognised: false } as const;
    const loginRows = [
      row('2026-11-23T01:59:00Z', failed),
      row('2026-11-23T01:58:00Z', { application: 'Browser' }),
      row('2026-11-21T05:00:00Z', failed),
      row('2026-11-20T01:58:00Z'),
    ];
    expect(seen({ loginRows })).to.include({
      lastSuccess: '2026-11-20T01:58:00Z',
      firstFailure: '2026-11-21T05:00:00Z',
    });
  });
});

describe('rank: what was changed between the last success and the failure', () => {
  const suspects = [suspecting('app-requires-secret', 'app-wrong-secret', 'client-request-malformed')];
  const secretMade = (at: string) => ({
    ...{ at, by: 'Dana Ops', action: 'generateOauthStagedCredential', about: 'app' as const },
    display: 'Generated temporary credentials for connected app Marketing Sync',
  });
  const asked = { integration: { ...healthy.integration, flow: 'refresh-token' as const }, refusals: suspects };
  const roots = (facts: Partial<Facts>): readonly string[] =>
    seen({ ...asked, ...facts })
      .findings.filter(({ role }) => role === 'root')
      .map(({ cause }) => cause);

  it('puts the suspect first that it brings about, before one whose state is there all along', () => {
    expect(roots({})[0]).to.equal('app-requires-secret');
    expect(roots({ changes: [secretMade('2026-11-23T01:30:00Z')] })[0]).to.equal('app-wrong-secret');
    const other = { ...secretMade('2026-11-23T01:40:00Z'), action: 'somethingElse' };
    expect(roots({ changes: [other, secretMade('2026-11-23T01:30:00Z')] })[0]).to.equal('app-wrong-secret');
  });

  it('does so for every cause with acts of its own, whatever the wording puts first', () => {
    const acting = causes.filter(({ actions, blocks, permission }) => blocks && permission === undefined && actions);
    expect(acting.length).to.be.greaterThan(20);
    for (const { id, actions = [] } of acting) {
      const changes = [{ at: '2026-11-23T01:30:00Z', action: actions[0]!, display: 'x', about: 'user' as const }];
      const refusals = [suspecting('network-or-proxy', 'rate-limited', id)];
      const facts = { loginRows: healthy.loginRows, changes, refusals };
      const { findings } = seenOf(facts);
      expect(findings[0]?.cause, id).to.equal(id);
    }
  });

  it('says nothing where it was made before the last success, or where no success is known', () => {
    expect(roots({ changes: [secretMade('2026-11-23T00:30:00Z')] })[0]).to.equal('app-requires-secret');
    const changes = [secretMade('2026-11-23T01:30:00Z')];
    expect(roots({ loginRows: [], changes })[0]).to.equal('app-requires-secret');
  });
});

describe('rank: several causes of one wording, behind the login', () => {
  const apiOff = { ...healthy.userPermissions, apiEnabled: [] };
  const scopeless = { ...healthy.appOauth!, scopes: ['refreshtoken'] };
  // No login of ours showed what the API takes.
  const facts = { ...without(healthy, 'attempt'), userPermissions: apiOff, appOauth: scopeless };
  const rest = (refusal: ReturnType<typeof deciding>) => ({ ...refusal, channel: 'rest' as const });
  const roles = (...refusals: Array<ReturnType<typeof deciding>>): Array<string | undefined> => {
    const { findings } = seenOf({ ...facts, refusals });
    return (['missing-scope', 'api-disabled-for-user-or-edition'] as const).map(
      (id) => findings.find(({ cause }) => cause === id)?.role,
    );
  };

  it('is stopped by the one that the wording puts first, and meets the other next', () => {
    expect(roles(rest(suspecting('missing-scope', 'api-disabled-for-user-or-edition')))).to.deep.equal([
      'root',
      'next',
    ]);
    expect(roles(rest(suspecting('api-disabled-for-user-or-edition', 'missing-scope')))).to.deep.equal([
      'next',
      'root',
    ]);
  });

  it('was not stopped by what is only untidy there', () => {
    const seenThen = evidence({ user: undefined, refusals: [rest(deciding('missing-scope'))] });
    const judgements = (['missing-scope', 'full-scope'] as const).map((id) =>
      judge(
        bareCause({
          ...{ id, gate: 'scopes', blocks: id === 'missing-scope', remedies: [] },
          clues: [clue('state', ['user'], () => proves())],
        }),
        seenThen,
      ),
    );
    const told = rank(judgements, failureOf(seenThen), []).map(({ role, cause }) => `${role} ${cause.id}`);
    expect(told).to.deep.equal(['root missing-scope', 'later full-scope']);
  });

  it('was stopped by both where each has a wording of its own', () => {
    const both = [rest(deciding('missing-scope')), rest(deciding('api-disabled-for-user-or-edition'))];
    expect(roles(...both)).to.deep.equal(['root', 'root']);
  });
});

describe('rank: causes of which only the state tells', () => {
  type Stood = readonly [id: CauseId, gate: Gate, sign: Sign];
  const ranked = (stood: readonly Stood[], refusals: Facts['refusals'] = [], failedAt?: string): readonly string[] => {
    const facts = evidence({ user: undefined, refusals, failedAt });
    const judgements = stood.map(([id, gate, sign]) =>
      judge(bareCause({ id, gate, blocks: true, clues: [clue('state', ['user'], () => sign)], remedies: [] }), facts),
    );
    return rank(judgements, failureOf(facts), []).map(({ role, cause }) => `${role} ${cause.id}`);
  };

  it('stand in the order of their ids where nothing else tells them apart, whatever came first', () => {
    const two: readonly Stood[] = [
      ['ip-restricted', 'ip', proves()],
      ['app-not-installed', 'ip', proves()],
    ];
    const sorted = ['root app-not-installed', 'root ip-restricted'];
    expect(ranked(two)).to.deep.equal(sorted);
    expect(ranked(two.toReversed())).to.deep.equal(sorted);
  });

  it('stand in the order of their gates where both are confirmed, whatever was done before', () => {
    const facts = evidence({
      user: undefined,
      refusals: [suspecting('ip-restricted', 'user-frozen')],
      loginRows: healthy.loginRows,
    });
    const standing = (id: CauseId, gate: Gate, ...actions: string[]) =>
      judge(
        bareCause({
          ...{ id, gate, actions, blocks: true, remedies: [] },
          clues: [clue('state', ['user'], () => proves())],
        }),
        facts,
      );
    const done: Change = { at: '2026-11-23T01:30:00Z', action: 'narrowed', display: 'x', about: 'user' };
    const both = [standing('ip-restricted', 'ip', 'narrowed'), standing('user-frozen', 'user-state')];
    const ids = rank(both, failureOf(facts), [done]).map(({ cause }) => cause.id);
    expect(ids).to.deep.equal(['user-frozen', 'ip-restricted']);
  });

  it('stand behind what brings them about only where that is confirmed', () => {
    const facts = evidence({ user: undefined, refusals: [] });
    const order = (sign: Sign): readonly string[] => {
      const explaining = bareCause({
        ...{ id: 'user-inactive', gate: 'ip', blocks: true, remedies: [], explains: ['ip-restricted'] },
        clues: [clue('state', ['user'], () => sign)],
      });
      const explained = bareCause({
        ...{ id: 'ip-restricted', gate: 'ip', blocks: true, remedies: [] },
        clues: [clue('state', ['user'], () => sign)],
      });
      return rank([judge(explained, facts), judge(explaining, facts)], failureOf(facts), []).map(
        ({ cause }) => cause.id,
      );
    };
    expect(order(proves())).to.deep.equal(['user-inactive', 'ip-restricted']);
    expect(order(suggests())).to.deep.equal(['ip-restricted', 'user-inactive']);
  });

  it('are the first that a login meets, whatever lies ahead of it before', () => {
    const stood: readonly Stood[] = [
      ['user-frozen', 'user-state', foretells('2027-01-01T00:00:00Z')],
      ['ip-restricted', 'ip', proves()],
    ];
    expect(ranked(stood)).to.deep.equal(['root ip-restricted', 'later user-frozen']);
  });

  it('are the first of those that were there when it failed', () => {
    const stood: readonly Stood[] = [
      ['user-frozen', 'user-state', proves({}, '2026-11-22T00:00:00Z')],
      ['ip-restricted', 'ip', proves()],
    ];
    expect(ranked(stood, [], '2026-11-21T00:00:00Z')).to.deep.equal(['root ip-restricted', 'next user-frozen']);
    expect(ranked(stood, [], '2026-11-22T00:00:00Z')).to.deep.equal(['root user-frozen', 'next ip-restricted']);
  });

  it('go by the wording where both stand behind the login, else by their gates', () => {
    const proved = (id: CauseId, gate: Gate): Stood => [id, gate, proves()];
    const scope = proved('missing-scope', 'scopes');
    const first = (other: Stood) => ranked([scope, other], [suspecting('missing-scope', other[0])])[0];
    expect(first(proved('user-frozen', 'user-state'))).to.equal('root user-frozen');
    expect(first(proved('api-disabled-for-user-or-edition', 'api-access'))).to.equal('root missing-scope');
  });

  it('behind the login one that is only suspected is not put next: it may be what stopped it', () => {
    const refusals = [suspecting('missing-scope', 'api-disabled-for-user-or-edition')];
    const with2nd = (sign: Sign) =>
      ranked(
        [
          ['missing-scope', 'scopes', proves()],
          ['api-disabled-for-user-or-edition', 'api-access', sign],
        ],
        refusals,
      );
    expect(with2nd(suggests())).to.deep.equal(['root missing-scope', 'root api-disabled-for-user-or-edition']);
    expect(with2nd(proves())).to.deep.equal(['root missing-scope', 'next api-disabled-for-user-or-edition']);
  });
});
