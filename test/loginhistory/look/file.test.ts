import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { failuresInFile } from '../../../src/loginhistory/look/file.ts';
import type { LoginFailures } from '../../../src/model/index.ts';
import { failuresScreen } from '../../../src/report/loginhistory/index.ts';
import { loadWords } from '../../../src/words/index.ts';
import { catalogue, none, type Looking } from '../support/org.ts';
import { hour, minute } from '../support/pieces.ts';

const header = 'Username,Login Time,Source IP,Location,Login Type,Status,Application';

const line = (time: string, status: string, user = 'sync@acme.com', app = 'Marketing Sync'): string =>
  `${user},${time},203.0.113.7,US,Remote Access 2.0,${status},${app}`;

const two = (value: number): string => String(value).padStart(2, '0');

/** A success every hour of three days, and 30 failures in 15 minutes of the last. */
const lines = [
  ...Array.from({ length: 60 }, (_none, at) =>
    line(`11/${18 + Math.floor(at / 24)}/2026 ${two(at % 24)}:00:00`, 'Success'),
  ),
  ...Array.from({ length: 30 }, (_none, at) =>
    line(`11/20/2026 12:${two(Math.floor(at / 2))}:${two((at % 2) * 30)}`, 'User Is Frozen'),
  ),
];

describe('loginhistory: the failures of a file', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'login-file-'))));
  after(() => rmSync(folder, { recursive: true }));

  const look = (content: string | Buffer, asked: Looking = {}): Promise<Omit<LoginFailures, 'cost'>> => {
    const file = path.join(folder, 'login.csv');
    writeFileSync(file, content);
    const now = Date.parse('2026-11-23T00:00:00Z');
    return failuresInFile(file, { by: 'cause', now, ...asked, filters: { ...none, ...asked.filters } }, catalogue);
  };
  const csv = [header, ...lines].join('\n');

  it('counts all of it, and says where it took the times from', async () => {
    const { from, totals, window, outcome, groups } = await look(csv);
    expect(totals).to.deep.include({ rows: 90, failures: 30, successes: 60 });
    expect(window).to.deep.equal({ from: '2026-11-18T00:00:00Z', to: '2026-11-20T12:14:30.001Z' });
    expect(from).to.deep.include({ kind: 'file', format: 'login-history', zone: { name: 'UTC', from: 'assumed' } });
    expect(outcome).to.equal('listed');
    expect(groups[0]).to.deep.include({
      key: 'user-frozen',
      rows: 30,
      lastSuccessBefore: '2026-11-20T11:00:00Z',
      first: '2026-11-20T12:00:00Z',
    });
  });

  it('reads it zipped, and in the zone of whoever exported it', async () => {
    const { window, from } = await look(gzipSync(csv), { zone: 'America/New_York' });
    expect(window.from).to.equal('2026-11-18T05:00:00Z');
    expect(from).to.deep.include({ zone: { name: 'America/New_York', from: 'given' } });
  });

  it('cuts a piece out of it: a length counts back from its last row, down to five minutes', async () => {
    const { totals, window } = await look(csv, { since: { back: hour } });
    expect(window.from).to.equal('2026-11-20T11:10:00Z');
    expect(totals).to.include({ failures: 30, successes: 0 });
    const before = await look(csv, { until: Date.parse('2026-11-20T00:00:00Z') });
    expect(before.totals).to.include({ failures: 0, successes: 48 });
  });

  it('a threshold and a spike are those of an org', async () => {
    const { threshold, spikes, outcome } = await look(csv, {
      since: { back: hour },
      threshold: { limit: 9, windowMs: 5 * minute },
      spike: { factor: 3 },
    });
    expect(threshold).to.deep.include({ state: 'exceeded' });
    expect(spikes[0]).to.deep.include({ key: 'user-frozen', rows: 30 });
    expect(outcome).to.equal('alarm');
  });

  it('what it does not understand it names, with the line, and is not called healthy', async () => {
    const { completeness, outcome } = await look(`${csv}\nbroken\n${line('yesterday', 'Success')}\n`);
    expect(outcome).to.equal('inconclusive');
    expect(completeness.unread).to.deep.include({
      rows: 2,
      byReason: { 'too-few-columns': 1, 'time-not-understood': 1 },
    });
    expect(completeness.unread?.samples.map(({ line: at }) => at)).to.deep.equal([92, 93]);
  });

  it('of a group with several logins the successes are those of the one that fails most, and it says which', async () => {
    const at = (time: string, status: string, user: string): string => line(`11/20/2026 ${time}`, status, user);
    const result = await look(
      [
        header,
        at('08:00:00', 'Success', 'other@acme.com'),
        at('09:00:00', 'User Is Frozen', 'other@acme.com'),
        at('10:05:00', 'Success', 'sync@acme.com'),
        at('12:00:00', 'User Is Frozen', 'sync@acme.com'),
        at('12:30:00', 'User Is Frozen', 'sync@acme.com'),
        at('14:00:00', 'Success', 'sync@acme.com'),
        at('15:00:00', 'User Is Frozen', 'other@acme.com').replace('other', 'third'),
      ].join('\n'),
    );
    const [group] = result.groups;
    expect(group).to.include({ first: '2026-11-20T09:00:00Z', last: '2026-11-20T15:00:00Z' });
    expect(group).to.deep.include({
      login: {
        user: 'sync@acme.com',
        app: 'Marketing Sync',
        first: '2026-11-20T12:00:00Z',
        last: '2026-11-20T12:30:00Z',
      },
      lastSuccessBefore: '2026-11-20T10:05:00Z',
      firstSuccessAfter: '2026-11-20T14:00:00Z',
    });
    const screen = failuresScreen(
      { ...result, cost: { orgRoundTrips: 0, requests: 0, apiCalls: 0, milliseconds: 1 } },
      { width: 200, colour: false, words: loadWords() },
    );
    expect(screen).to.include(
      '2026-11-20 10:05:00 UTC, 1 h 55 min before the first failure of sync@acme.com by Marketing Sync',
    );
    expect(screen).to.include('1 h 30 min after the last failure of sync@acme.com by Marketing Sync');
  });

  it('where successes and failures took turns within the hour, it does not say that it knows the nearest', async () => {
    const rows = ['12:00:00', '12:20:00', '12:40:00'].map((time) => line(`11/20/2026 ${time}`, 'Success'));
    const { groups } = await look([header, ...rows, line('11/20/2026 12:30:00', 'User Is Frozen')].join('\n'));
    expect(groups[0]).to.deep.include({
      lastSuccessBefore: '2026-11-20T12:00:00Z',
      firstSuccessAfter: '2026-11-20T12:40:00Z',
      successesMayBeNearer: { before: true, after: true },
    });
  });

  it('a status that nobody knows and no row shows is no peace; one that is known may be absent', async () => {
    const threshold = { limit: 100, windowMs: hour };
    const slip = await look(csv, { filters: { statuses: ['User is Frosen'] }, threshold });
    expect(slip).to.deep.include({ outcome: 'inconclusive', statusesUnmet: ['User is Frosen'] });
    const known = await look(csv, { filters: { statuses: ['Restricted IP'] }, threshold });
    expect(known.outcome).to.equal('no-alarm');
    const met = await look(csv.replaceAll('User Is Frozen', 'Brand new'), {
      filters: { statuses: ['brand new'] },
      threshold,
    });
    expect(met).to.deep.include({ outcome: 'no-alarm' }).and.not.have.property('statusesUnmet');
  });

  it('as many rows as Setup shows may be cut off', async () => {
    const many = Array.from({ length: 20_000 }, () => line('11/20/2026 12:00:00', 'Success'));
    const { completeness, outcome } = await look([header, ...many].join('\n'));
    expect(completeness).to.include({ cutAt: 20_000, whole: false });
    expect(outcome).to.equal('inconclusive');
  });

  it('reads an event log file, whose users have ids and names', async () => {
    const log = [
      '"EVENT_TYPE","TIMESTAMP","USER_ID","USER_NAME","LOGIN_STATUS","SOURCE_IP","LOGIN_TYPE","TIMESTAMP_DERIVED"',
      '"Login","20261118000000.000","005Hn00000000a1","ada@acme.com","LOGIN_ERROR_INVALID_PASSWORD","198.51.100.9","A","2026-11-18T00:00:00.000Z"',
    ].join('\n');
    const { groups, from } = await look(log, { by: 'user' });
    expect(groups.map(({ key }) => key)).to.deep.equal(['ada@acme.com']);
    expect(groups[0]?.causes[0]).to.include({ id: 'wrong-username-or-password', decided: true });
    expect(from).to.deep.include({ format: 'event-log-file' });
  });

  it('says what is no login file, and what cannot be opened', async () => {
    for (const content of ['a,b\n1,2\n', '{"a":1}', 'hello', '']) {
      expect(await look(content).catch((error: unknown) => error), content).to.include({ key: 'login-file-unknown' });
    }
    const missing = failuresInFile(path.join(folder, 'none.csv'), { by: 'cause', now: 0, filters: none }, catalogue);
    expect(await missing.catch((error: unknown) => error)).to.include({ key: 'login-file-unreadable' });
  });

  it('reads what sf data query prints, and rows of LoginEvent, a line each', async () => {
    const record = {
      LoginTime: '2026-11-20T02:00:00.000+0000',
      Status: 'Restricted IP',
      Application: 'Billing Bridge',
    };
    const answer = JSON.stringify({ status: 0, result: { records: [record], totalSize: 1, done: true }, warnings: [] });
    const event = JSON.stringify({
      EventDate: '2026-11-20T02:00:00Z',
      Status: 'Restricted IP',
      Application: 'Billing Bridge',
    });
    for (const content of [answer, `${event}\n`]) {
      const { groups, totals, window } = await look(content);
      expect(groups.map(({ key }) => key)).to.deep.equal(['ip-restricted']);
      expect(totals).to.deep.include({ rows: 1, failures: 1 });
      expect(window.from).to.equal('2026-11-20T02:00:00Z');
    }
  });

  it('a file without a row is not healthy, and has no window long ago', async () => {
    const { outcome, window } = await look(header);
    expect(outcome).to.equal('inconclusive');
    expect(window).to.deep.equal({ from: '2026-11-23T00:00:00Z', to: '2026-11-23T00:00:00Z' });
  });
});
