import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { iso, read, readFile, times } from './support.ts';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

const header = '"Username","Login Time","Source IP","Location","Login Type","Status","Application"';
const row = (time: string, status = 'Invalid Password'): string =>
  `"integration@acme.com","${time}","203.0.113.7","United States","Remote Access 2.0","${status}","Marketing Sync"`;

const page = (...rows: readonly string[]): string => [header, ...rows, ''].join('\r\n');

describe('a login file', () => {
  it('is read with the event log columns of 2021, which have no login type', async () => {
    const { format, tally, missing, unread } = await readFile(fixture('eventlogfile_login_2021.csv'));
    expect(format).to.equal('event-log-file');
    expect(missing).to.deep.equal(['loginType', 'loginSubType']);
    expect([...tally.groups]).to.deep.equal([
      {
        status: 'LOGIN_NO_ERROR',
        success: true,
        user: '005XXXXXXXXXXXXAAQ',
        sourceIp: '198.51.100.83',
        hour: Date.UTC(2021, 10, 2, 12),
        span: 3_600_000,
        count: 1,
        first: Date.UTC(2021, 10, 2, 12, 10, 44, 225),
        last: Date.UTC(2021, 10, 2, 12, 10, 44, 225),
      },
    ]);
    expect(unread.rows).to.equal(0);
  });

  it('is read with the event log columns of 2023, with its codes as labels and the names beside the ids', async () => {
    const { tally, missing, zone } = await readFile(fixture('eventlogfile_login_2023.csv'), { zone: 'Asia/Tokyo' });
    const [group] = tally.groups;
    expect(group?.loginType).to.equal('Remote Access 2.0');
    expect(iso(group?.first ?? 0)).to.equal('2023-12-18T05:48:31.655Z');
    expect(tally.usernames).to.deep.equal({ '005XXXXXXXXXXXXAAL': 'user@example.com' });
    expect(missing).to.deep.equal([]);
    expect(zone).to.deep.equal({ name: 'UTC', from: 'written' });
  });

  it('takes the time of the event log from TIMESTAMP where nothing is derived', async () => {
    const text =
      '"EVENT_TYPE","TIMESTAMP","USER_NAME","LOGIN_STATUS"\n"Login","20231218054831.655","a@b.c","LOGIN_ERROR_INVALID_PASSWORD"\n"API","20231218054831.655","a@b.c","X"\n';
    const file = await readFile(text);
    expect(times(file)).to.deep.equal(['2023-12-18T05:48:31.655Z', '2023-12-18T05:48:31.655Z']);
    expect(file.unread.byReason).to.deep.equal({ 'other-event': 1 });
  });

  it('is read as a query exports it', async () => {
    const file = await readFile(
      'Id,LoginTime,UserId,Status,SourceIp\n0Ya1,2026-11-23T01:02:03.000+0000,005A,User Is Frozen,203.0.113.7\n',
    );
    const [group] = file.tally.groups;
    expect(group).to.include({ user: '005A', status: 'User Is Frozen', success: false });
    expect(times(file)[0]).to.equal('2026-11-23T01:02:03.000Z');
    expect(file.missing).to.include('application');
  });

  it('places times in the zone of its viewer, and in the zone that they name', async () => {
    const zone = 'Europe/Berlin';
    const open = await readFile(page(row('23.11.2026 12:01')), { zone });
    expect(times(open)[0]).to.equal('2026-11-23T11:01:00.000Z');
    expect(open.zone).to.deep.equal({ name: zone, from: 'given' });
    const named = await readFile(page(row('11/23/2026 12:01:40 PM PST')), { zone });
    expect(times(named)[0]).to.equal('2026-11-23T20:01:40.000Z');
    expect(named.zone.from).to.equal('written');
    const silent = await readFile(page(row('2026-11-23 12:01')));
    expect(silent.zone).to.deep.equal({ name: 'UTC', from: 'assumed' });
  });

  it('counts into shorter spans where that is asked', async () => {
    const rows = ['12:01', '12:14', '12:15', '12:59'].map((time) => row(`2026-11-23 ${time}`));
    const { tally } = await readFile(page(...rows), { span: 15 * 60_000 });
    expect([...tally.groups].map(({ hour, span, count }) => [iso(hour).slice(11, 16), span, count])).to.deep.equal([
      ['12:00', 900_000, 2],
      ['12:15', 900_000, 1],
      ['12:45', 900_000, 1],
    ]);
  });

  it('says what it did not understand, with the line and the reason', async () => {
    const { unread, tally } = await readFile(
      page(
        row('2026-11-23 12:01'),
        '"short","row"',
        row('yesterday'),
        row('2026-02-30 12:00'),
        row(''),
        row('2026-11-23 12:00', ''),
        row('2026-11-23 12:00 XYZT'),
        row('2026-11-23 25:00'),
      ),
    );
    expect(tally.totals.rows).to.equal(1);
    expect(unread.rows).to.equal(7);
    expect(unread.samples.map(({ line, reason, text }) => [line, reason, text])).to.deep.equal([
      [3, 'too-few-columns', 'short'],
      [4, 'time-not-understood', 'yesterday'],
      [5, 'date-impossible', '2026-02-30 12:00'],
      [6, 'no-time', ''],
      [7, 'no-status', undefined],
      [8, 'zone-unknown', '2026-11-23 12:00 XYZT'],
      [9, 'time-not-understood', '2026-11-23 25:00'],
    ]);
  });

  it('finds the header below a title, and other delimiters', async () => {
    const text = `Login History\n\n${page(row('2026-11-23 12:01')).replaceAll('","', '";"')}`;
    const { tally, unread } = await readFile(text);
    expect(tally.totals.rows).to.equal(1);
    expect(unread.byReason).to.deep.equal({ 'before-header': 1 });
  });

  it('is none without a time and a status', async () => {
    const file = await read('Name,Stage\nAcme,Won\n');
    expect(file).to.not.have.property('tally');
    expect(file.unread.samples[0]?.text).to.equal('Name, Stage');
    expect(await read('')).to.not.have.property('tally');
  });

  it('keeps quotes, commas, line breaks and letters of all scripts', async () => {
    const file = await readFile(
      `${header}\n"ö@acme.com","2026-11-23 12:01","203.0.113.7","","Remote Access 2.0","Failed: ""odd""","Billing,\nnightly 夜"\n${row('bad')}\n`,
    );
    const [group] = file.tally.groups;
    expect(group).to.include({ user: 'ö@acme.com', status: 'Failed: "odd"', application: 'Billing,\nnightly 夜' });
    expect(group).to.not.have.property('countryIso');
    expect(file.unread.samples[0]).to.include({ line: 4 });
  });

  it('ends at a quote that is never closed, counts what came before, and says where', async () => {
    const rest = `${row('2026-11-23 12:02')}\n`.replaceAll('"', '').repeat(4000);
    for (const [more, reason] of [
      [rest, 'record-too-long'],
      [rest.slice(0, 1000), 'stream-broken'],
    ] as const) {
      const { tally, unread } = await readFile(`${page(row('2026-11-23 12:01'))}"open,\n${more}`);
      expect(unread.byReason).to.deep.equal({ [reason]: 1 });
      expect(unread.samples.map(({ line }) => line)).to.deep.equal([3]);
      expect(tally.totals.rows).to.equal(1);
    }
  });

  it('splits a row of one column too many from one of too few', async () => {
    const { unread } = await readFile('Status,Login Time\nSuccess,2026-11-23 12:01,more\nSuccess\n');
    expect(unread.byReason).to.deep.equal({ 'too-many-columns': 1, 'too-few-columns': 1 });
  });
});
