import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import { mostBytes } from '../../../src/evidence/org/event-log-files.ts';
import { recognizeRefusals } from '../../../src/recognition/index.ts';
import type { FactName, Integration } from '../../../src/model/index.ts';
import { acme, asked, rightsBut, userId } from './acme.ts';
import { fakePort, invalidType, type Book } from './fake-port.ts';

const file = {
  Id: '0AT000000000001AAA',
  LogDate: '2026-11-22T00:00:00.000+0000',
  Interval: 'Daily',
  LogFileLength: 900,
};

const header = 'EVENT_TYPE,TIMESTAMP_DERIVED,TIMESTAMP,USER_ID_DERIVED,USER_NAME,LOGIN_STATUS,SOURCE_IP';
const event = (minute: number, user: string, name: string, status: string, address: string): string =>
  `Login,2026-11-22T21:${String(minute).padStart(2, '0')}:00.000Z,,${user},${name},${status},${address}`;

const office = '203.0.113.7';

const log = [
  header,
  event(1, userId, 'sync@acme.com', 'LOGIN_NO_ERROR', office),
  event(2, userId.slice(0, 15), '', 'LOGIN_ERROR_INVALID_PASSWORD', office),
  event(3, '', 'SYNC@acme.com', 'LOGIN_ERROR_INVALID_USERNAME', '198.51.100.1'),
  event(4, '', 'sync@acme.con', 'LOGIN_ERROR_INVALID_USERNAME', office),
  event(5, '', '', 'LOGIN_OAUTH_NO_CONSUMER', office),
  event(6, '', '', 'LOGIN_OAUTH_NO_CONSUMER', '198.51.100.1'),
  event(7, '005000000000009AAA', 'somebody@acme.com', 'LOGIN_ERROR_USER_FROZEN', office),
].join('\n');

const org: Book = { ...acme, LoginHistory: [], EventLogFile: [file], LogFile: log };

const wanted: ReadonlySet<FactName> = new Set<FactName>(['loginEvents']);

const look = async (
  book: Book,
  integration: Partial<Integration> = {},
  more: Partial<Pick<typeof asked, 'failedAt' | 'refusals'>> = { failedAt: '2026-11-22T21:03:00.000Z' },
) => {
  const port = fakePort(book);
  const { facts } = await askOrg(port, {
    ...asked,
    integration: { ...asked.integration, ...integration },
    ...more,
    wanted,
  });
  return { fact: facts.loginEvents, waves: port.waves };
};

const logsIn = (waves: Awaited<ReturnType<typeof look>>['waves']): readonly number[] =>
  waves.map((wave) => wave.filter(({ kind }) => kind === 'log-file').length);

const times = (fact: Awaited<ReturnType<typeof look>>['fact']) =>
  fact.state === 'known' ? fact.value.map(({ at, by }) => `${at.slice(14, 16)} ${by}`) : fact;

describe('the event log beside Login History', () => {
  it('tells the failures of the user, by id or by the name that was sent, newest first, and of nobody else', async () => {
    const { fact } = await look(org);
    expect(times(fact)).to.deep.equal(['03 user', '02 user']);
    expect(JSON.stringify(fact)).to.not.match(/acme\.co/u);
  });

  it('tells what names nobody where it came from the address of the integration', async () => {
    expect(times((await look(org, { sourceIps: [office] })).fact)).to.deep.equal([
      '05 source-ip',
      '03 user',
      '02 user',
    ]);
  });

  it('is listed with the first questions and read in the third wave at most; in the second where there is no such user', async () => {
    const { waves } = await look(org);
    expect(waves).to.have.lengthOf(3);
    expect(JSON.stringify(waves[0])).to.include('EventLogFile');
    expect(logsIn(waves)).to.deep.equal([0, 0, 1]);
    const missing = await look({ ...org, User: [] });
    expect(logsIn(missing.waves)).to.deep.equal([0, 1]);
    expect(times(missing.fact)).to.deep.equal(['03 user']);
  });

  it('is not read where Login History has the row, where nobody speaks of a failure, or where nobody is named', async () => {
    const row = { Id: '0Ya1', LoginTime: '2026-11-22T21:03:00.000Z', Status: 'User is Frozen' };
    const none = { fact: { state: 'unknown', reason: 'not-asked' } };
    const told = await look({ ...org, LoginHistory: (soql) => (soql.includes('GROUP BY') ? [] : [row]) });
    expect(told).to.deep.include(none);
    expect(logsIn(told.waves)).to.not.include(1);
    expect(await look(org, {}, {})).to.deep.include(none);
    const nobody = await look(org, { username: undefined, app: undefined } as unknown as Integration);
    expect(nobody.fact).to.deep.include({ state: 'unknown', reason: 'not-asked', cure: '--username' });
    expect(logsIn(nobody.waves)).to.not.include(1);
  });

  it('is looked for in the last two days where a text is of no certain time', async () => {
    const refusals = recognizeRefusals('invalid_client_id: client identifier invalid');
    expect(times((await look(org, { sourceIps: [office] }, { refusals })).fact)).to.include('05 source-ip');
    const old = { ...file, LogDate: '2026-11-19T00:00:00.000+0000' };
    const { fact } = await look({ ...org, EventLogFile: [old] }, {}, { refusals });
    expect(fact).to.deep.include({ state: 'unknown', reason: 'not-recorded' });
  });

  it('says why it could not be seen: no file of that time, too large, no such object, no permission, another answer', async () => {
    const why = async (more: Book) => (await look({ ...org, ...more })).fact;
    expect(await why({ EventLogFile: [] })).to.deep.include({ state: 'unknown', reason: 'not-recorded' });
    expect(await why({ EventLogFile: [{ ...file, LogFileLength: mostBytes + 1 }] })).to.deep.include({
      state: 'unknown',
      reason: 'too-large',
    });
    expect(await why({ EventLogFile: invalidType })).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
    const UserPermissionAccess = rightsBut('ViewEventLogFiles', 'ViewAllData');
    expect(await why({ EventLogFile: invalidType, UserPermissionAccess })).to.deep.include({
      state: 'denied',
      permission: 'View Event Log Files',
    });
    expect(await why({ LogFile: 'A,B\n1,2' })).to.deep.include({ state: 'unknown', reason: 'refused' });
    const gone = { ok: false, status: 404, code: 'NOT_FOUND' } as const;
    expect(await why({ LogFile: gone })).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
  });
});
