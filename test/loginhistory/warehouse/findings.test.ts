import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { failuresInFile } from '../../../src/loginhistory/look/file.ts';
import type { LoginFailures } from '../../../src/model/index.ts';
import { csvTable } from '../../../src/report/index.ts';
import { warehouseQuery } from '../../../src/look/warehouse.ts';
import { keyOfLater } from '../../input/trouble-key.ts';
import { catalogue, none, type Looking } from '../support/org.ts';
import { hour, minute } from '../support/pieces.ts';
import { duckdb, type Answer, type Row, type Table } from './engines.ts';

const start = Date.UTC(2026, 10, 18);

const login = (at: number, Status: string, Username = 'sync@acme.com', Application = 'Marketing Sync'): Row => ({
  EventDate: new Date(start + at).toISOString(),
  UserId: `005${Username.length}`,
  Username,
  SourceIp: '203.0.113.7',
  LoginType: 'Remote Access 2.0',
  LoginSubType: '',
  Status,
  Application,
  CountryIso: 'US',
});

const each = (count: number, make: (at: number) => Row): readonly Row[] =>
  Array.from({ length: count }, (_none, at) => make(at));

/** Two and a half days: one login that is frozen at the end, one that falls silent, one that types wrong passwords. */
const rows: readonly Row[] = [
  ...each(60, (at) => login(at * hour, 'Success')),
  ...each(30, (at) => login(60 * hour + at * 30_000, 'User Is Frozen')),
  ...each(400, (at) => login(at * 5 * minute, 'Success', 'nightly@acme.com', 'Nightly Ledger')),
  ...each(40, (at) => login(30 * hour + at * 20_000, 'Invalid Password', 'a.person@acme.com', 'Data Loader')),
  ...each(3, (at) => login(10 * hour + at, 'Something new')),
];

const columns = Object.keys(rows[0] ?? {});
const table: Table = { name: 'LoginEvent', columns, rows };

const csv = (answer: Answer): string =>
  csvTable(
    Object.keys(answer[0] ?? {}),
    answer.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]))),
  );

describe('loginhistory: the failures of a tally', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'tally-'))));
  after(() => rmSync(folder, { recursive: true }));

  const look = (content: string | Buffer, asked: Looking): Promise<Omit<LoginFailures, 'cost'>> => {
    const file = path.join(folder, 'logins');
    writeFileSync(file, content);
    const now = Date.parse('2026-11-23T00:00:00Z');
    return failuresInFile(file, { by: 'cause', now, ...asked, filters: { ...none, ...asked.filters } }, catalogue);
  };

  const answerFor = async (windowMs?: number): Promise<Answer> => {
    const database = await duckdb();
    try {
      await database.load(table);
      const { query } = warehouseQuery({
        dialect: 'duckdb',
        rows: 'login-event',
        columns: {},
        ...(windowMs === undefined ? {} : { windowMs }),
      });
      return await database.run(query);
    } finally {
      await database.close();
    }
  };

  const looks: ReadonlyArray<readonly [name: string, asked: Looking, windowMs?: number]> = [
    ['all of it', {}],
    ['by user', { by: 'user' }],
    ['one app', { filters: { apps: ['Marketing Sync'] } }],
    ['a threshold in short windows', { threshold: { limit: 9, windowMs: 5 * minute } }, 5 * minute],
    ['a spike', { spike: { factor: 3, windowMs: 6 * hour } }, 6 * hour],
  ];

  for (const [name, asked, windowMs] of looks)
    it(`${name}: the findings are those of the rows`, async () => {
      const answer = await answerFor(windowMs);
      const { from, ...ours } = await look(
        csvTable(
          columns,
          rows.map((row) => ({ ...row }) as Record<string, string>),
        ),
        asked,
      );
      expect(ours.totals.failures).to.be.greaterThan(0);
      for (const content of [csv(answer), gzipSync(JSON.stringify(answer))]) {
        const { from: theirs, ...found } = await look(content, { ...asked, tallied: true });
        expect(found).to.deep.equal(ours);
        expect(theirs).to.deep.include({ kind: 'file', tallySpanMs: windowMs === 5 * minute ? minute : hour });
      }
      expect(from).to.not.have.property('tallySpanMs');
    });

  it('what is no tally is not taken for one, and a tally is read wherever a file is', async () => {
    const plain = csvTable(columns, [{ ...rows[0] } as Record<string, string>]);
    expect(await keyOfLater(look(plain, { tallied: true }))).to.equal('tally-unknown');
    const { from } = await look(csv(await answerFor()), {});
    expect(from).to.have.property('tallySpanMs', hour);
  });

  it('numbers that are not those of the query are named, with the logins that are not counted for it', async () => {
    const header = 'user_id,status,first_ms,last_ms,span_ms,logins';
    const good = `005A,Success,${start},${start + 1},3600000,5`;
    const bad = [
      `005A,Success,${start},${start + hour},3600000,7`,
      `005A,Success,${start + 1},${start},3600000,1`,
      `005A,Success,${start},${start},420000,1`,
      `005A,Success,${start},${start},60000,2`,
      `005A,Success,${start},${start},3600000,many`,
      `005A,Success,,,3600000,3`,
      `005A,,${start},${start},3600000,4`,
    ];
    const { totals, completeness, outcome } = await look([header, good, ...bad].join('\n'), { tallied: true });
    expect(totals.rows).to.equal(5);
    expect(completeness.unread?.byReason).to.deep.equal({ 'no-tally': 12, 'no-time': 3, 'no-status': 4 });
    expect(outcome).to.equal('inconclusive');
  });
});
