import { expect } from 'chai';
import fc from 'fast-check';
import {
  countLogins,
  usernamesOf,
  userIdsOf,
  type CountRequest,
  type LoginTally,
  type OpenHistory,
} from '../../../../src/loginhistory/reading/index.ts';
import { askThrough } from '../../../../src/evidence/org-ask.ts';
import type { OrgAnswer, OrgRequest } from '../../../../src/evidence/org-port.ts';
import { failureCounts, hour, now, openDesk, sum, type Desk, type Seed } from './desk.ts';

const statuses = [
  'Success',
  'Success',
  'Success',
  'Invalid Password',
  'User Is Frozen',
  'Zzz unknown',
  'Failed: Not approved for access',
];

const seeds = (maxAgo: number, maxLength: number) =>
  fc.array(
    fc.record({
      status: fc.constantFrom(...statuses),
      application: fc.constantFrom('Marketing Sync', 'Browser', 'Data Loader'),
      user: fc.nat(2),
      sourceIp: fc.constantFrom('203.0.113.7', '203.0.113.8', '198.51.100.1'),
      ago: fc.nat(maxAgo),
    }),
    { maxLength },
  );

const week: CountRequest = { since: now - 7 * 24 * hour, until: now + 1000 };

const count = async ({ port, history }: OpenHistory, request: CountRequest = week): Promise<LoginTally> => {
  const tally = await askThrough(port, countLogins(history, request));
  if (tally.state !== 'known') throw new Error(JSON.stringify(tally));
  return tally.value;
};

/** Describe, but for what a field is said to allow. */
const without =
  (field: string, flag: string) =>
  (request: OrgRequest, answer: OrgAnswer): OrgAnswer => {
    if (request.kind !== 'get' || !request.path.endsWith('/describe') || !answer.ok) return answer;
    const body = answer.body as { fields: ReadonlyArray<{ name: string }> };
    return {
      ...answer,
      body: { ...body, fields: body.fields.map((one) => (one.name === field ? { ...one, [flag]: false } : one)) },
    };
  };

describe('login rows counted by the org', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
  });
  beforeEach(() => {
    desk.limits = { groups: 2000, page: 2000 };
    desk.change = undefined;
    desk.rows([]);
  });
  after(() => desk.close());

  /** What the groups must be, counted from the rows. */
  const expected = (list: readonly Seed[]): Record<string, number> =>
    failureCounts(
      list.map((seed) => {
        const at = now - seed.ago * 1000;
        const user = desk.org.users[seed.user % desk.org.users.length]?.id ?? '';
        return {
          ...seed,
          user,
          success: seed.status === 'Success',
          hour: Math.floor(at / hour) * hour,
          span: hour,
          count: 1,
          first: at,
          last: at,
        };
      }),
    );

  const inWindow = (list: readonly Seed[], { since, until }: CountRequest): readonly Seed[] =>
    list.filter(({ ago }) => now - ago * 1000 >= since && now - ago * 1000 < until);

  it('groups add up to the rows, whatever the window and how often it must be cut', async () => {
    const windows = fc.record({ back: fc.integer({ min: 1, max: 7 * 24 * 60 }), end: fc.nat(600) });
    await fc.assert(
      fc.asyncProperty(
        seeds(7 * 24 * 3600, 120),
        windows,
        fc.integer({ min: 24, max: 60 }),
        async (list, { back, end }, groups) => {
          desk.rows(list);
          desk.limits = { groups, page: 2000 };
          const request = { since: now - back * 60_000, until: now - Math.min(end, back - 1) * 1000 };
          const tally = await count(await desk.history(), request);
          const inside = inWindow(list, request);
          expect(tally.gaps).to.deep.equal([]);
          expect(failureCounts(tally.groups)).to.deep.equal(expected(inside));
          expect(sum(tally.groups)).to.equal(inside.length);
          expect(tally.totals.rows).to.equal(inside.length);
          expect(sum(tally.successSpans)).to.equal(tally.totals.successes);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('groups add up to the rows over half a year as well, where the org counts by day first', async () => {
    await fc.assert(
      fc.asyncProperty(seeds(170 * 24 * 3600, 150), fc.integer({ min: 24, max: 90 }), async (list, groups) => {
        desk.rows(list);
        desk.limits = { groups, page: 2000 };
        const tally = await count(await desk.history(), { since: now - 171 * 24 * hour, until: now + 1000 });
        expect(tally.gaps).to.deep.equal([]);
        expect(failureCounts(tally.groups)).to.deep.equal(expected(list));
        expect(tally.totals.rows).to.equal(list.length);
        expect(sum(tally.successSpans)).to.equal(tally.totals.successes);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the sums where it must leave dimensions out, and says so', async () => {
    const crowd = Array.from({ length: 400 }, (_none, at): Seed => ({
      status: at % 4 === 0 ? 'Success' : 'Invalid Password',
      application: 'Browser',
      user: at,
      sourceIp: `203.0.113.${at % 200}`,
      ago: 100,
    }));
    desk.rows(crowd);
    desk.limits = { groups: 20, page: 2000 };
    const tally = await count(await desk.history(), { since: now - hour, until: now });
    expect(tally.totals).to.deep.equal({ rows: 400, failures: 300, successes: 100 });
    expect(tally.untold).to.deep.include({ dimension: 'sourceIp', rows: 300 });
  });

  // Groups, hours and rows are in about the proportion of half a year with a million rows.
  it('takes at most a dozen requests, however different the rows are', async () => {
    const pick = (at: number, of: number): number => Math.floor(((at * 2_654_435_761) % 4_294_967_296) / 65_536) % of;
    for (const failing of [1, 7]) {
      desk.rows(
        Array.from({ length: 800 }, (_none, at) => ({
          status: pick(at, 10) < failing ? (statuses[3 + pick(at, 4)] ?? '') : 'Success',
          application: `App ${pick(at * 3 + 1, 60)}`,
          user: at,
          sourceIp: `203.0.113.${pick(at * 7 + 2, 250)}`,
          ago: at * 240,
        })),
      );
      desk.limits = { groups: 25, page: 2000 };
      const open = await desk.history();
      const before = open.port.spent().requests;
      const tally = await count(open, { since: now - 54 * hour, until: now + 1000 });
      expect(open.port.spent().requests - before, `${failing} of 10 fail`).to.be.at.most(11);
      expect(tally.totals.rows).to.equal(800);
      expect(tally.gaps).to.deep.equal([]);
      expect(sum(tally.successSpans)).to.equal(tally.totals.successes);
    }
  });

  for (const [field, flag] of [
    ['Status', 'groupable'],
    ['UserId', 'groupable'],
    ['SourceIp', 'groupable'],
    ['Status', 'sortable'],
    ['LoginTime', 'aggregatable'],
  ] as const) {
    it(`counts the same where ${field} is not ${flag}`, async () => {
      desk.change = without(field, flag);
      await fc.assert(
        fc.asyncProperty(seeds(3 * 24 * 3600, 60), fc.integer({ min: 3, max: 50 }), async (list, page) => {
          desk.rows(list);
          desk.limits = { groups: 100, page };
          const tally = await count(await desk.history());
          expect(tally.gaps).to.deep.equal([]);
          expect(failureCounts(tally.groups)).to.deep.equal(expected(list));
          expect(tally.totals.rows).to.equal(list.length);
          expect(tally.exactTimes).to.equal(flag !== 'aggregatable');
        }),
        { numRuns: 8 },
      );
    });
  }

  it('counts the same where date functions turn out not to be grouped', async () => {
    const list: Seed[] = [10, 20, 90_000].map((ago) => ({
      status: 'Invalid Password',
      application: 'Browser',
      user: 0,
      sourceIp: '203.0.113.7',
      ago,
    }));
    desk.rows(list);
    desk.change = (request, answer) =>
      request.kind === 'get' && request.path.includes('HOUR_IN_DAY')
        ? { ok: false, status: 400, code: 'MALFORMED_QUERY', message: 'can not be grouped in a query call' }
        : answer;
    const tally = await count(await desk.history());
    expect(failureCounts(tally.groups)).to.deep.equal(expected(list));
    expect(tally.gaps).to.deep.equal([]);
  });

  it('asks once more where the org is busy', async () => {
    desk.rows([{ status: 'Invalid Password', application: 'Browser', user: 0, sourceIp: '203.0.113.7', ago: 60 }]);
    const history = await desk.history();
    let busy = 0;
    desk.change = (request, answer) => {
      if (request.kind !== 'get' || !request.path.includes('HOUR_IN_DAY')) return answer;
      busy += 1;
      return busy === 1 ? { ok: false, status: 503, code: 'SERVER_UNAVAILABLE' } : answer;
    };
    expect((await count(history)).totals.failures).to.equal(1);
  });

  it('names a column only where the org has it', async () => {
    desk.asked.length = 0;
    await count(await desk.history());
    expect(desk.asked.join()).to.not.contain('NetworkId');
    const conditions = desk.asked.map((soql) => / WHERE (.*?)(?: GROUP BY| ORDER BY|$)/u.exec(soql)?.[1] ?? '');
    expect(conditions.join('\n')).to.not.match(/\b(?:Status|Application|SourceIp)\b/u);
    expect(conditions.join('\n')).to.contain('LoginTime >= ');
  });

  it('filters in the org by user and login type', async () => {
    const row: Seed = { status: 'Invalid Password', application: 'Browser', user: 0, sourceIp: '203.0.113.7', ago: 60 };
    desk.rows([row, { ...row, user: 1 }, { ...row, user: 1, status: 'Success' }]);
    const [, second] = desk.org.users;
    const history = await desk.history();
    const tally = await count(history, { ...week, users: [second?.id ?? ''] });
    expect(tally.totals).to.deep.equal({ rows: 2, failures: 1, successes: 1 });
    expect(tally.usernames).to.deep.equal({ [second?.id ?? '']: second?.username });
    const none = await count(history, { ...week, loginTypes: ['Application'] });
    expect(none.totals.rows).to.equal(0);
  });

  it('says where it sees its own rows only, and never that there are no others', async () => {
    const other = await openDesk();
    try {
      expect((await count(await other.history())).ownRowsOnly).to.equal(false);
      other.withhold('ManageUsers', 'MonitorLoginHistory');
      const tally = await count(await other.history());
      expect(tally).to.include({ ownRowsOnly: true, sight: 'partial', permission: 'Monitor Login History' });
    } finally {
      await other.close();
    }
  });

  it('is unsure where the org does not tell what the session may see', async () => {
    desk.change = (request, answer) =>
      request.kind === 'get' && request.path.includes('UserPermissionAccess')
        ? { ok: false, status: 400, code: 'INVALID_FIELD' }
        : answer;
    expect(await count(await desk.history())).to.include({ ownRowsOnly: false, sight: 'unsure' });
  });

  it('says which piece of time could not be counted', async () => {
    const row: Seed = { status: 'Invalid Password', application: 'Browser', user: 0, sourceIp: '203.0.113.7', ago: 60 };
    desk.rows([row, { ...row, ago: 40 * 24 * 3600 }]);
    desk.limits = { groups: 100, page: 2000 };
    const history = await desk.history();
    let bad: string | undefined;
    desk.change = (request, answer) => {
      if (request.kind !== 'get' || !/HOUR_IN_DAY.*ORDER%20BY%20Status$/u.test(request.path)) return answer;
      bad ??= request.path;
      return request.path === bad ? { ok: false, status: 400, code: 'QUERY_TOO_COMPLICATED' } : answer;
    };
    const tally = await count(history, { since: now - 45 * 24 * hour, until: now });
    expect(tally.totals.failures).to.equal(1);
    expect(tally.gaps.map(({ why, code }) => [why, code])).to.deep.equal([['refused', 'QUERY_TOO_COMPLICATED']]);
  });

  it('asks again in smaller pieces where a query takes too long', async () => {
    desk.rows([{ status: 'Invalid Password', application: 'Browser', user: 0, sourceIp: '203.0.113.7', ago: 60 }]);
    const history = await desk.history();
    let late = 0;
    desk.change = (_request, answer) => {
      late += 1;
      return late === 1 ? { ok: false, status: 400, code: 'QUERY_TIMEOUT' } : answer;
    };
    const tally = await count(history);
    expect(tally.totals.failures).to.equal(1);
    expect(tally.gaps).to.deep.equal([]);
  });

  it('is refused as a whole where the org refuses everything', async () => {
    const { port, history } = await desk.history();
    desk.change = () => ({ ok: false, status: 401, code: 'INVALID_SESSION_ID', message: 'Session expired or invalid' });
    expect(await askThrough(port, countLogins(history, week))).to.include({ state: 'unknown', reason: 'unreachable' });
    const cannotGroup = { ...history, fields: { ...history.fields, groupable: new Set<never>() } };
    expect(await askThrough(port, countLogins(cannotGroup, week))).to.include({
      state: 'unknown',
      reason: 'unreachable',
    });
  });

  it('knows users by name and by id', async () => {
    const [first] = desk.org.users;
    const { port } = await desk.history();
    const name = first?.username ?? '';
    expect(await askThrough(port, userIdsOf([name.toUpperCase(), 'nobody@acme.com']))).to.deep.equal([
      first?.id,
      undefined,
    ]);
    expect(await askThrough(port, usernamesOf([first?.id ?? '']))).to.deep.equal({ [first?.id ?? '']: name });
  });
});
