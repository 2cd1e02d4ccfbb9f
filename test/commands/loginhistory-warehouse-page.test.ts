import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { dialects, rowKinds } from '../../src/model/index.ts';
import { sources } from '../../src/loginhistory/warehouse/index.ts';
import { root } from '../support/cli.ts';
import { recipeIn } from '../support/recipes.ts';
import { shellIn } from '../support/shell.ts';

const page = readFileSync(path.join(root, 'docs', 'warehouse.md'), 'utf8');

/** `duckdb -csv < script`: each statement of stdin, and the answer of the last as CSV. */
const duckdb = `#!${process.execPath}
const { DuckDBInstance } = require(${JSON.stringify(path.join(root, 'node_modules', '@duckdb', 'node-api'))});
const { readFileSync } = require('node:fs');
if (process.argv.slice(2).join(' ') !== '-csv') process.exit(2);
const script = readFileSync(0, 'utf8').replaceAll(/^--.*$/gmu, '');
const [last, ...before] = script.split(';').filter((one) => one.trim() !== '').reverse();
(async () => {
  const database = await (await DuckDBInstance.create(':memory:')).connect();
  for (const one of before.reverse()) await database.run(one);
  await database.run('COPY (' + last + ") TO '/dev/stdout' (HEADER)");
})();
`;

describe('docs/warehouse.md', () => {
  let home = '';
  let shell: ReturnType<typeof shellIn>;
  before(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'warehouse-page-'));
    shell = shellIn(home, { duckdb });
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('duckdb: the query is printed, run and explained, and the alarm is found', async () => {
    const header = 'EventDate,UserId,Username,Status,Application,SourceIp,LoginType,LoginSubType,CountryIso';
    const rows = Array.from(
      { length: 25 },
      (_none, at) =>
        `2026-11-20T14:00:${10 + at}.000Z,005A,a@acme.com,User Is Frozen,Sync,203.0.113.7,Remote Access 2.0,,US`,
    );
    writeFileSync(path.join(home, 'logins.csv'), [header, ...rows].join('\n'));
    const { code, stdout, stderr } = await shell(recipeIn('docs/warehouse.md', 'duckdb'));
    expect(code, stderr).to.equal(3);
    expect(stdout).to.include('ALARM: 25 failures in 15 min (2026-11-20 14:00');
  });

  it('statuses: both files are there', async () => {
    const { code, stderr } = await shell(recipeIn('docs/warehouse.md', 'statuses'));
    expect(code, stderr).to.equal(0);
    const read = (ending: string): string => readFileSync(path.join(home, `salesforce_login_status.${ending}`), 'utf8');
    const list = JSON.parse(read('json')) as readonly unknown[];
    expect(read('csv').trimEnd().split('\n')).to.have.lengthOf(list.length + 1);
  });

  it('names every dialect, and the columns of every kind of rows', () => {
    for (const dialect of dialects) expect(page).to.include(`\`${dialect}\``);
    for (const kind of rowKinds) {
      expect(page).to.include(`\`${kind}\``);
      for (const column of Object.values(sources[kind].columns)) expect(page).to.include(`\`${column}\``);
    }
  });
});
