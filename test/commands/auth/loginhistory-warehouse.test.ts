import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import AuthLoginhistoryFailures from '../../../src/commands/auth/loginhistory/failures.ts';
import AuthLoginhistorySql from '../../../src/commands/auth/loginhistory/sql.ts';
import AuthLoginhistoryStatuses from '../../../src/commands/auth/loginhistory/statuses.ts';
import { dialects } from '../../../src/model/index.ts';
import type { WarehouseQuery } from '../../../src/model/index.ts';
import { duckdb } from '../../loginhistory/warehouse/engines.ts';
import { parsed, type Ran } from '../../support/cli.ts';
import { runHere } from '../../support/in-process.ts';

const resultOf = (ran: Ran): unknown => (parsed(ran) as { result: unknown }).result;

describe('login rows in a warehouse', () => {
  let home = '';
  before(() => (home = mkdtempSync(path.join(os.tmpdir(), 'warehouse-'))));
  after(() => rmSync(home, { recursive: true }));

  const sql = (...argv: readonly string[]): Promise<Ran> => runHere(AuthLoginhistorySql, argv, { HOME: home });

  it('sql: prints a script; run as it is, its answer is what failures --tally explains', async () => {
    const { code, stdout, stderr } = await sql('--dialect', 'duckdb', '--rows', 'login-event', '--window', '15m');
    expect([code, stderr]).to.deep.equal([0, '']);
    const database = await duckdb();
    await database.run(
      'CREATE TABLE LoginEvent (EventDate TIMESTAMP, UserId VARCHAR, Username VARCHAR, Status VARCHAR, Application VARCHAR, SourceIp VARCHAR, LoginType VARCHAR, LoginSubType VARCHAR, CountryIso VARCHAR)',
    );
    await database.run(
      "INSERT INTO LoginEvent SELECT TIMESTAMP '2026-11-20 12:00:00' + INTERVAL (i * 10) SECOND, '005A', 'a@acme.com', 'User Is Frozen', 'Sync', '203.0.113.7', 'Remote Access 2.0', NULL, NULL FROM range(30) AS t(i)",
    );
    // A person hands the whole text to the warehouse; what it answers last is the tally.
    let answer: unknown;
    for (const statement of stdout.split(';').filter((one) => one.trim() !== ''))
      answer = await database.run(statement);
    await database.close();
    const file = path.join(home, 'tally.json');
    writeFileSync(file, JSON.stringify(answer));
    const argv = ['--tally', file, '--threshold', '20', '--window', '15m'];
    const json = await runHere(AuthLoginhistoryFailures, [...argv, '--json'], { HOME: home });
    expect(json.code).to.equal(3);
    expect(resultOf(json)).to.have.nested.property('groups[0].key', 'user-frozen');
    const screen = await runHere(AuthLoginhistoryFailures, [...argv, '--details'], { HOME: home });
    const unwrapped = screen.stdout.replaceAll(/\s+/gu, ' ');
    expect(unwrapped).to.include('counted by a warehouse in spans of 3 min').and.include('The user is frozen');
  });

  it('sql: what is called otherwise, left out, narrowed and cut', async () => {
    const more = [
      '--table',
      'a.b.logins',
      '--column',
      'time=CAST(ts AS TIMESTAMP)',
      '--column',
      'User-Id=',
      '--where',
      "org = '00D'",
    ];
    const ran = await sql(
      '--dialect',
      'snowflake',
      ...more,
      '--since',
      '2026-11-01',
      '--until',
      '2026-11-02',
      '--json',
    );
    const { query, columns, spanMs, table } = resultOf(ran) as WarehouseQuery;
    expect(query)
      .to.include('FROM a.b.logins')
      .and.include('CAST(CAST(ts AS TIMESTAMP) AS TIMESTAMP_TZ)')
      .and.include("(org = '00D')");
    expect(query)
      .to.include(`at_ms >= ${Date.UTC(2026, 10, 1)} AND at_ms < ${Date.UTC(2026, 10, 2)}`)
      .and.not.include('user_id');
    expect([columns.time, table, spanMs]).to.deep.equal(['CAST(ts AS TIMESTAMP)', 'a.b.logins', 3_600_000]);
    expect(columns).to.not.have.property('user_id');
  });

  it('sql: a length back counts from the end', async () => {
    const ran = await sql('--dialect', 'duckdb', '--since', '2d', '--until', '2026-11-03', '--json');
    expect((resultOf(ran) as WarehouseQuery).query).to.include(`at_ms >= ${Date.UTC(2026, 10, 1)} AND`);
  });

  it('sql: a file gets the same script in every dialect', async () => {
    for (const dialect of dialects) {
      const file = path.join(home, `${dialect}.sql`);
      const { stdout } = await sql('--dialect', dialect);
      expect((await sql('--dialect', dialect, '--output-file', file)).code).to.equal(0);
      expect(readFileSync(file, 'utf8').trimEnd()).to.equal(stdout.trimEnd());
    }
  });

  const mistakes: ReadonlyArray<readonly [argv: readonly string[], said: RegExp]> = [
    [[], /Missing required flag dialect\s.*Give the flag that is missing/su],
    [['--dialect', 'cobol'], /cobol|dialect/u],
    [['--dialect', 'trino', '--column', 'colour=red'], /names no column of login rows/u],
    [['--dialect', 'trino', '--column', 'user_id'], /names no column of login rows/u],
    [['--dialect', 'trino', '--column', 'time='], /Without time there is nothing to count/u],
    [['--dialect', 'trino', '--window', 'soon'], /--window is no length of time/u],
    [['--dialect', 'trino', '--since', '2026-01-02', '--until', '2026-01-01'], /no time between --since/u],
    [['--dialect', 'trino', '--table', ' '], /--table is empty/u],
  ];
  for (const [argv, said] of mistakes)
    it(`sql: ${argv.join(' ') || 'nothing'} is wrong usage`, async () => {
      const { code, stderr } = await sql(...argv);
      expect(code, stderr).to.equal(2);
      expect(stderr).to.match(said);
    });

  it('statuses: as CSV and as JSON, with the same in both', async () => {
    const list = (...argv: readonly string[]) => runHere(AuthLoginhistoryStatuses, argv, { HOME: home });
    const csv = parse((await list()).stdout, { columns: true }) as ReadonlyArray<Record<string, string>>;
    const json = JSON.parse((await list('--result-format', 'json')).stdout) as ReadonlyArray<Record<string, unknown>>;
    expect(csv.map(({ status }) => status)).to.deep.equal(json.map(({ status }) => status));
    expect(csv.find(({ status }) => status === 'User Is Frozen')).to.include({
      success: 'false',
      cause: 'user-frozen',
      who: 'org-admin',
    });
    expect(resultOf(await list('--json'))).to.have.deep.property('statuses', json);
  });
});
