import { transpile, Dialect as Sql } from '@polyglot-sql/sdk';
import { expect } from 'chai';
import { readLoginFile, type LoginFile } from '../../../src/loginhistory/reading/index.ts';
import { sources } from '../../../src/loginhistory/warehouse/sources.ts';
import { tallyQuery, type TallyAsked } from '../../../src/loginhistory/warehouse/tally-query.ts';
import { dialects, rowKinds, type Dialect, type RowKind } from '../../../src/model/index.ts';
import { bytesOf, chunked, now } from '../reading/file/support.ts';
import { duckdb, postgres, type Answer, type Engine, type Table } from './engines.ts';
import { linesOf, tableOf } from './login-rows.ts';

const minute = 60_000;

const asked = (dialect: Dialect, rows: RowKind, more: Partial<TallyAsked> = {}): TallyAsked => ({
  dialect,
  rows,
  spanMs: 60 * minute,
  ...sources[rows],
  ...more,
});

const fileOf = async (text: string, span?: number): Promise<LoginFile> => {
  const file = await readLoginFile(chunked(bytesOf(text)), { now, span });
  if (!('tally' in file)) throw new Error(`No login file: ${JSON.stringify(file)}`);
  return file;
};

const answerLines = (answer: Answer): string => answer.map((row) => `${JSON.stringify(row)}\n`).join('');

const byKey = <T extends object>(groups: Iterable<T>): readonly T[] =>
  [...groups].toSorted((a, b) =>
    JSON.stringify(Object.entries(a).toSorted()) < JSON.stringify(Object.entries(b).toSorted()) ? -1 : 1,
  );

/** What a file comes to, whatever the order of its rows. */
const standing = ({ format, tally, unread: { byReason } }: LoginFile) => {
  const { groups, successSpans, ...rest } = tally;
  return { format, ...rest, byReason, groups: byKey(groups), successSpans: byKey(successSpans) };
};

const others = { snowflake: Sql.Snowflake, bigquery: Sql.BigQuery, spark: Sql.Spark, trino: Sql.Trino } as const;

const inDuckdb = (query: string, from: keyof typeof others): string => {
  const { success, sql, error } = transpile(query, others[from], Sql.DuckDB);
  if (!success || sql?.[0] === undefined) throw new Error(`${from}: ${String(error)}`);
  return sql[0];
};

const tables: Readonly<Record<RowKind, Table>> = {
  'login-history': tableOf('login-history', 500, 1),
  'login-event': tableOf('login-event', 500, 2),
  'event-log-file': tableOf('event-log-file', 800, 3),
};

describe('the query of a tally', function () {
  this.timeout(60_000);
  let duck: Engine;
  let pg: Engine;
  before(async () => {
    [duck, pg] = await Promise.all([duckdb(), postgres()]);
    // The library leaves this function of Spark as it is.
    await duck.run('CREATE MACRO unix_millis(t) AS epoch_ms(t)');
    for (const table of Object.values(tables)) for (const engine of [duck, pg]) await engine.load(table);
  });
  after(() => Promise.all([duck.close(), pg.close()]));

  /** DuckDB and PostgreSQL run their own; what the others would run, the library writes for DuckDB. */
  const answerOf = (query: TallyAsked): Promise<Answer> => {
    const { dialect } = query;
    const sql = tallyQuery(query).query;
    if (dialect === 'postgres') return pg.run(sql);
    return duck.run(dialect === 'duckdb' ? sql : inDuckdb(sql, dialect));
  };

  for (const dialect of dialects)
    for (const rows of rowKinds)
      it(`${dialect}, ${rows}: counts what we count of the same rows`, async () => {
        for (const spanMs of [60 * minute, 3 * minute]) {
          const answer = await answerOf(asked(dialect, rows, { spanMs }));
          const [ours, theirs] = await Promise.all([
            fileOf(linesOf(tables[rows]), spanMs),
            fileOf(answerLines(answer)),
          ]);
          expect(theirs.isTally).to.equal(true);
          expect(theirs.spanMs).to.equal(spanMs);
          expect(ours.tally.totals.rows, 'rows').to.be.greaterThan(200);
          expect(answer.length, 'groups of more than a row').to.be.lessThan(ours.tally.totals.rows);
          // Other events than logins are left out by the query, and named by us.
          const byReason = Object.entries(ours.unread.byReason).filter(([reason]) => reason !== 'other-event');
          expect(standing(theirs)).to.deep.equal({ ...standing(ours), byReason: Object.fromEntries(byReason) });
        }
      });

  const one = { name: 'plain_times', columns: ['seen_at', 'Status', 'org'] };
  const plain = { time: 'seen_at', status: 'Status' };

  for (const [name, engine] of [
    ['duckdb', () => duck],
    ['postgres', () => pg],
  ] as const) {
    const ask = (more: Partial<TallyAsked>): Promise<Answer> =>
      engine().run(
        tallyQuery({
          dialect: name,
          rows: 'login-history',
          table: one.name,
          columns: plain,
          spanMs: 60 * minute,
          ...more,
        }).query,
      );

    it(`${name}: a time without a zone is UTC where the session was set up, whatever its zone was`, async () => {
      const rows = [{ seen_at: '2026-11-23 02:30:00.250', Status: 'Success', org: '' }];
      await engine().load({ ...one, rows }, { seen_at: 'TIMESTAMP' });
      await engine().run(name === 'duckdb' ? "SET TimeZone = 'America/New_York'" : "SET TIME ZONE 'America/New_York'");
      const at = Date.UTC(2026, 10, 23, 2, 30, 0, 250);
      const [asIs] = await ask({});
      expect(Number(asIs?.first_ms)).to.equal(at + 5 * 60 * minute);
      await engine().run(tallyQuery(asked(name, 'login-history')).setUp);
      const [setUp] = await ask({});
      expect(Number(setUp?.first_ms)).to.equal(at);
    });

    it(`${name}: takes a window and a condition; rows without a time or a status come back, to be named`, async () => {
      const rows = [
        { seen_at: '2026-11-23T01:59:59.999Z', Status: 'Success', org: 'a' },
        { seen_at: '2026-11-23T02:00:00.000Z', Status: 'Success', org: 'a' },
        { seen_at: '2026-11-23T02:59:59.999Z', Status: 'Success', org: 'a' },
        { seen_at: '2026-11-23T03:00:00.000Z', Status: 'Success', org: 'a' },
        { seen_at: '2026-11-23T02:30:00.000Z', Status: 'Success', org: 'b' },
        { seen_at: null, Status: 'Success', org: 'a' },
        { seen_at: null, Status: 'Success', org: 'a' },
        { seen_at: '2026-11-23T02:30:00.000Z', Status: null, org: 'a' },
      ];
      await engine().load({ ...one, rows });
      const [since, until] = [Date.UTC(2026, 10, 23, 2), Date.UTC(2026, 10, 23, 3)];
      const { tally, unread, missing } = await fileOf(answerLines(await ask({ where: "org = 'a'", since, until })));
      expect([...tally.groups].map(({ count, first, last }) => [count, first, last])).to.deep.equal([
        [2, since, until - 1],
      ]);
      expect(unread.byReason).to.deep.equal({ 'no-time': 2, 'no-status': 1 });
      expect(missing).to.deep.equal(['user', 'sourceIp', 'loginType', 'application', 'countryIso']);
    });
  }
});
