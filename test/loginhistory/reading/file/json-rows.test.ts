import { expect } from 'chai';
import { gzipSync } from 'node:zlib';
import { openLoginFile, readLoginFile } from '../../../../src/loginhistory/reading/index.ts';
import { chunked, iso, now, read, readFile, times } from './support.ts';

/** As `sf data query --json` has it. */
const row = (status: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
  attributes: { type: 'LoginHistory' },
  UserId: '005000000000001AAA',
  LoginTime: '2026-11-20T02:00:00.000+0000',
  SourceIp: '203.0.113.7',
  LoginType: 'Remote Access 2.0',
  Status: status,
  Application: 'Billing Bridge',
  LoginGeoId: null,
  ...more,
});

const answer = (records: readonly unknown[], totalSize = records.length): unknown => ({
  status: 0,
  result: { records, totalSize, done: true },
  warnings: [],
});

const lines = (...rows: readonly unknown[]): string => rows.map((one) => `${JSON.stringify(one)}\n`).join('');

const event = {
  EventDate: '2026-11-20T02:00:00Z',
  CreatedDate: '2026-11-20T02:00:08Z',
  Status: 'Failed: Missing Consumer Key Parameter',
  SourceIp: '203.0.113.7',
  Username: 'svc-billing@acme.example',
  UserId: '005000000000001AAA',
  Application: 'Billing Bridge',
  CountryIso: 'US',
};

const logged = {
  EVENT_TYPE: 'Login',
  TIMESTAMP: '20261120020000.429',
  TIMESTAMP_DERIVED: '2026-11-20T02:00:00.429Z',
  LOGIN_STATUS: 'LOGIN_ERROR_INVALID_PASSWORD',
  USER_ID: '005000000000001',
  USER_ID_DERIVED: '005000000000001AAA',
  USER_NAME: 'svc-billing@acme.example',
  SOURCE_IP: '203.0.113.7',
  LOGIN_TYPE: 'i',
  REQUEST_STATUS: 'Success',
};

describe('login rows as JSON', () => {
  const documents: ReadonlyArray<readonly [string, string]> = [
    ['what sf data query prints', JSON.stringify(answer([row('Restricted IP'), row('Success')]), undefined, 2)],
    ['the same on one line', JSON.stringify(answer([row('Restricted IP'), row('Success')]))],
    [
      'an answer of the REST API',
      JSON.stringify({ totalSize: 2, done: true, records: [row('Restricted IP'), row('Success')] }),
    ],
    ['an array', JSON.stringify([row('Restricted IP'), row('Success')], undefined, 2)],
    ['a line each', lines(row('Restricted IP'), row('Success'))],
    ['a line each, as a log store wraps them', lines({ result: row('Restricted IP') }, { result: row('Success') })],
    [
      'lines that end as on Windows, below a mark',
      `\ufeff${lines(row('Restricted IP'), row('Success')).replaceAll('\n', '\r\n')}`,
    ],
  ];
  for (const [name, text] of documents) {
    it(`are read from ${name}`, async () => {
      const { tally, unread, format, zone } = await readFile(text, { zone: 'Asia/Tokyo' }, [7]);
      expect(tally.totals).to.deep.equal({ rows: 2, failures: 1, successes: 1 });
      expect(unread.rows).to.equal(0);
      expect([format, zone.from]).to.deep.equal(['login-history', 'written']);
      const [group] = tally.groups;
      expect(group).to.include({ status: 'Restricted IP', application: 'Billing Bridge', user: '005000000000001AAA' });
      expect(iso(group?.first ?? 0)).to.equal('2026-11-20T02:00:00.000Z');
    });
  }

  it('are read zipped, from standard input', async () => {
    const zipped = gzipSync(lines(event));
    const file = await readLoginFile(await openLoginFile('-', chunked(zipped, [5])), { now });
    expect(file).to.have.nested.property('tally.totals.failures', 1);
  });

  it('of LoginEvent have their own time, and the name beside the id', async () => {
    const file = await readFile(lines(event));
    expect(times(file)[0]).to.equal('2026-11-20T02:00:00.000Z');
    expect(file.tally.usernames).to.deep.equal({ '005000000000001AAA': 'svc-billing@acme.example' });
    expect(file.missing).to.deep.equal(['loginType']);
  });

  it('of the event log have their codes as labels, and other events are no logins', async () => {
    const file = await readFile(lines(logged, { ...logged, EVENT_TYPE: 'API' }));
    const [group] = file.tally.groups;
    expect(file.format).to.equal('event-log-file');
    expect(group).to.include({ loginType: 'Remote Access 2.0', user: '005000000000001AAA' });
    expect(times(file)[0]).to.equal('2026-11-20T02:00:00.429Z');
    expect(file.unread.byReason).to.deep.equal({ 'other-event': 1 });
  });

  it('may differ in what they tell', async () => {
    const { tally, missing } = await readFile(JSON.stringify([event, row('Success')]));
    expect(tally.totals.rows).to.equal(2);
    expect(missing).to.deep.equal([]);
  });

  it('that are none are named, by their line', async () => {
    const { tally, unread } = await readFile(`${lines(event)}{"level":"info"}\n\n{"broken":\n${lines(event)}`);
    expect(tally.totals.rows).to.equal(2);
    expect(unread.samples).to.deep.equal([
      { line: 2, reason: 'no-login', rows: 1, text: '{"level":"info"}' },
      { line: 4, reason: 'no-json', rows: 1, text: '{"broken":' },
    ]);
    const inList = await readFile(JSON.stringify([event, { level: 'info' }], undefined, 2));
    expect(inList.unread.samples).to.deep.equal([{ line: 2, reason: 'no-login', rows: 1 }]);
  });

  it('of an answer that was cut off are not all: the rest is counted as not read', async () => {
    const { tally, unread } = await readFile(JSON.stringify(answer([row('Success')], 12_000)));
    expect(tally.totals.rows).to.equal(1);
    expect(unread.byReason).to.deep.equal({ 'answer-cut': 11_999 });
  });

  it('of a query that found none are no rows, now, and not of 1970', async () => {
    const { tally, missing } = await readFile(JSON.stringify(answer([])));
    expect(tally.totals.rows).to.equal(0);
    expect([tally.since, tally.until]).to.deep.equal([now, now]);
    expect(missing).to.deep.equal([]);
  });

  it('are none where nothing has a time and a status', async () => {
    for (const text of [
      '{"status":1,"name":"INVALID_TYPE","message":"no such column"}',
      '[]',
      '{',
      '[1,2]',
      '{"a":{"b":[]}}',
    ]) {
      const file = await read(text);
      expect(file, text).to.not.have.property('tally');
      expect(file.unread.samples[0]?.text, text).to.equal(text);
    }
  });
});
