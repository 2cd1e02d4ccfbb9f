import { expect } from 'chai';
import fc from 'fast-check';
import { countedIn } from '../../src/loginhistory/counted.ts';
import type { Piece } from '../../src/loginhistory/piece.ts';
import type { LoginTally } from '../../src/loginhistory/reading/index.ts';
import { nothingAround, understand, type Around, type RowsRequest } from '../../src/loginhistory/understand.ts';
import { groupings } from '../../src/model/index.ts';
import type { Completeness, Grouping, LoginFailures } from '../../src/model/index.ts';
import { countByHour, day, failing, hour, monday, row, rows, rowsInTwoOrders } from './support/pieces.ts';

const none = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };
const whole: Completeness = {
  whole: true,
  sight: 'whole',
  ownRowsOnly: false,
  gaps: [],
  untold: [],
  silenceLookedFor: true,
};
const told = new Set(['status', 'application', 'loginType', 'user', 'sourceIp'] as const);

const tallyOf = (pieces: readonly Piece[]): LoginTally => ({
  since: monday - day,
  until: monday + 2 * day,
  groups: pieces,
  successSpans: pieces.filter(({ success }) => success),
  totals: { rows: 0, failures: 0, successes: 0 },
  exactTimes: true,
  ownRowsOnly: false,
  sight: 'whole',
  usernames: {},
  untold: [],
  gaps: [],
});

const look = (
  pieces: readonly Piece[],
  by: Grouping = 'cause',
  filters: Partial<RowsRequest['filters']> = {},
  around: Around = nothingAround,
): Omit<LoginFailures, 'from' | 'cost'> => {
  const asked: RowsRequest = {
    since: monday,
    until: monday + 2 * day,
    by,
    filters: { ...none, ...filters },
    threshold: { limit: 3, windowMs: hour },
    spike: { factor: 2, windowMs: 6 * hour },
  };
  const counted = countedIn({
    tallies: [tallyOf(pieces)],
    ...asked,
    nameOf: (user) => user,
    successGroupsTell: told,
    successSpansTell: told,
    spanMs: hour,
  });
  const naming = {
    nameOf: (user: string) => user,
    titleOf: (id: string) => id,
    actionsOf: (id: string) =>
      id === 'ip-restricted' ? ['loginIpRange'] : id === 'wrong-endpoint' ? ['enableAPILoginRequiresOrgDomain'] : [],
    remedyOf: () => undefined,
  };
  return understand(asked, counted, around, naming, whole);
};

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('loginhistory: the whole result', () => {
  it('is the same whatever the order of the rows, byte by byte', () => {
    fc.assert(
      fc.property(rowsInTwoOrders, fc.constantFrom(...groupings), ([one, other], by) => {
        expect(JSON.stringify(look(other, by))).to.equal(JSON.stringify(look(one, by)));
        expect(JSON.stringify(look(countByHour(other), by))).to.equal(JSON.stringify(look(countByHour(one), by)));
      }),
    );
  });

  it('totals, groups, statuses and chart all add up to the rows', () => {
    fc.assert(
      fc.property(rowsInTwoOrders, fc.constantFrom(...groupings), ([all], by) => {
        const result = look(countByHour(all), by);
        const failures = failing(all).length;
        expect(result.totals).to.include({ rows: all.length, failures, successes: all.length - failures });
        expect(sum(result.groups.map((group) => group.rows))).to.equal(failures);
        expect(sum(result.statuses.map((status) => status.rows))).to.equal(failures);
        expect(sum(result.chart.failures.flatMap((series) => series.rows))).to.equal(failures);
        expect(sum(result.chart.successes)).to.equal(all.length - failures);
      }),
    );
  });

  it('has no more rows with a filter than without, and none that it does not keep', () => {
    fc.assert(
      fc.property(rowsInTwoOrders, ([all]) => {
        const result = look(countByHour(all), 'app', { apps: ['ETL'] });
        expect(result.totals.rows).to.equal(all.filter(({ application }) => application === 'ETL').length);
        expect(result.groups.every(({ key }) => key === 'ETL')).to.equal(true);
      }),
    );
  });

  it('says of each status what it means, and of an unknown one nothing', () => {
    const { groups } = look([
      row(monday, { status: 'User Is Frozen' }),
      ...rows(2, monday + hour, hour, { status: 'Failed: IP Address Not Allowed' }),
      ...rows(3, monday + 5 * hour, hour, { status: 'Failed: Nobody knows' }),
    ]);
    expect(groups.map(({ title, causes }) => [title, causes.map(({ id, decided }) => [id, decided])])).to.deep.equal([
      ['Failed: Nobody knows', []],
      [
        'Failed: IP Address Not Allowed',
        [
          ['ip-restricted', false],
          ['login-hours', false],
        ],
      ],
      ['user-frozen', [['user-frozen', true]]],
    ]);
    expect(groups[0]?.statuses[0]).to.include({ status: 'Failed: Nobody knows', recognised: false });
  });

  it('puts the suspect first that somebody brought about between the last success and the failure', () => {
    const failed = [row(monday + 2 * hour, { status: 'Restricted domain' })];
    const changed = (action: string, at: number, lastSuccessBefore: number | undefined): Around => {
      const change = { at: new Date(at).toISOString(), action, display: action, about: 'org' as const };
      const context = { ...(lastSuccessBefore === undefined ? {} : { lastSuccessBefore }), changes: [change] };
      return { ...nothingAround, contexts: new Map([['wrong-endpoint or ip-restricted', context]]) };
    };
    const first = (around: Around): string | undefined => look(failed, 'cause', {}, around).groups[0]?.causes[0]?.id;
    expect(first(nothingAround)).to.equal('wrong-endpoint');
    expect(first(changed('enableAPILoginRequiresOrgDomain', monday + hour, monday))).to.equal('wrong-endpoint');
    expect(first(changed('loginIpRange', monday + hour, monday))).to.equal('ip-restricted');
    // Before the last success it broke nothing, and where no success is known nobody can tell.
    expect(first(changed('loginIpRange', monday - hour, monday))).to.equal('wrong-endpoint');
    expect(first(changed('loginIpRange', monday + hour, undefined))).to.equal('wrong-endpoint');
  });

  it('finds nothing, and does not call it healthy, where a filter meets no row at all', () => {
    expect(look([row(monday)], 'cause', { apps: ['Markting Sync'] })).to.deep.include({
      outcome: 'inconclusive',
      groups: [],
    });
  });

  it('rows before the window are the past, not the window', () => {
    const { totals, groups, chart } = look([...rows(4, monday - day, hour), ...rows(2, monday, hour)]);
    expect(totals.failures).to.equal(2);
    expect(groups[0]).to.include({ rows: 2, first: '2026-11-16T00:00:00Z' });
    expect(sum(chart.failures[0]?.rows ?? [])).to.equal(2);
  });
});
