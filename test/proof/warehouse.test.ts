import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { failuresInFile } from '../../src/loginhistory/look/file.ts';
import type { LoginFailures } from '../../src/model/index.ts';
import { warehouseQuery } from '../../src/look/warehouse.ts';
import { writeFileSync } from 'node:fs';
import { catalogue, none } from '../loginhistory/support/org.ts';

/** `npm run proof:warehouse`: ten million rows. Else a share of them. */
const isWhole = process.env.PROOF === 'whole';
const count = isWhole ? 10_000_000 : 20_000;

/** A year of thirty integrations of three orgs, made by arithmetic alone, so that both databases make the same. */
const yearSeconds = 365 * 86_400;
const who = 'MOD(i, 30)';
const seconds = `CAST(FLOOR(i * (${yearSeconds}.0 / ${count})) AS BIGINT)`;

/** One in 997 types a wrong password; one integration is frozen in the last week; one stops two months before the end. */
const status = `CASE WHEN MOD(i, 997) = 0 THEN 'Invalid Password' WHEN ${who} = 7 AND ${seconds} > ${yearSeconds - 7 * 86_400} THEN 'User Is Frozen' ELSE 'Success' END`;
const isThere = `${who} <> 11 OR ${seconds} < ${yearSeconds - 60 * 86_400}`;

const rowsFrom = (numbers: string, at: string): string =>
  `(SELECT ${at} AS LoginTime, CONCAT('005', ${who}) AS UserId, ${status} AS Status, CONCAT('App ', MOD(i, 6)) AS Application, CONCAT('203.0.113.', ${who}) AS SourceIp, 'Remote Access 2.0' AS LoginType, NULL AS LoginSubType, 'US' AS CountryIso FROM ${numbers} WHERE ${isThere}) AS made`;

const duckRows = rowsFrom(`range(${count}) AS numbers(i)`, `to_timestamp(1764547200 + ${seconds})`);
const pgRows = rowsFrom(
  `generate_series(CAST(0 AS BIGINT), ${count - 1}) AS numbers(i)`,
  `to_timestamp(1764547200 + ${seconds})`,
);

const columns = { login_sub_type: 'CAST(LoginSubType AS VARCHAR)' };

describe('a year of logins in a warehouse', function () {
  this.timeout(isWhole ? 10_800_000 : 120_000);
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'warehouse-'))));
  after(() => rmSync(folder, { recursive: true }));

  const note = (what: string, started: number): void => {
    if (isWhole) console.log(`      ${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  };

  const look = async (file: string, tallied: boolean): Promise<Omit<LoginFailures, 'cost' | 'from'>> => {
    const started = performance.now();
    const asked = { by: 'cause' as const, now: Date.parse('2026-11-30T12:00:00Z'), filters: none };
    const { from, ...found } = await failuresInFile(
      path.join(folder, file),
      { ...asked, ...(tallied ? { tallied } : {}) },
      catalogue,
    );
    note(`${file}, ${(statSync(path.join(folder, file)).size / 1e6).toFixed(0)} MB, read`, started);
    expect(from.kind).to.equal('file');
    return found;
  };

  it(`${count} rows: DuckDB and PostgreSQL count what the reader counts, and the findings are the same`, async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const duck = await instance.connect();
    await duck.run(
      `COPY (SELECT * REPLACE (strftime(LoginTime AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS LoginTime) FROM ${duckRows}) TO '${folder}/rows.csv' (HEADER)`,
    );
    let started = performance.now();
    const ofDuck = warehouseQuery({ dialect: 'duckdb', rows: 'login-history', table: duckRows, columns });
    await duck.run(`COPY (${ofDuck.query}) TO '${folder}/duckdb.csv' (HEADER)`);
    note('DuckDB', started);
    duck.closeSync();
    instance.closeSync();

    const pg = await PGlite.create();
    started = performance.now();
    const ofPg = warehouseQuery({ dialect: 'postgres', rows: 'login-history', table: pgRows, columns });
    const { blob } = await pg.query(`COPY (${ofPg.query}) TO '/dev/blob' (FORMAT csv, HEADER)`);
    note('PostgreSQL', started);
    await pg.close();
    if (blob === undefined) throw new Error('PostgreSQL copied nothing.');
    writeFileSync(path.join(folder, 'postgres.csv'), await blob.bytes());

    const rows = await look('rows.csv', false);
    expect(rows.groups.map(({ key }) => key)).to.include.members(['user-frozen', 'wrong-username-or-password']);
    expect(rows.silences).to.have.lengthOf(1);
    for (const file of ['duckdb.csv', 'postgres.csv']) expect(await look(file, true), file).to.deep.equal(rows);
  });
});
