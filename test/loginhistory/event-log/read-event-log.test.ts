import { expect } from 'chai';
import { readEventLog } from '../../../src/loginhistory/event-log/read-event-log.ts';

const header =
  '"EVENT_TYPE","TIMESTAMP","USER_ID","LOGIN_TYPE","USER_NAME","LOGIN_SUB_TYPE","TIMESTAMP_DERIVED","USER_ID_DERIVED","LOGIN_STATUS","SOURCE_IP"';

const line = (...cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(',');

const full = line(
  ...['Login', '20231218054831.655', '005000000000001', 'i', 'sync@acme.com', 'OauthRefreshToken'],
  ...['2023-12-18T05:48:31.655Z', '005000000000001AAA', 'LOGIN_NO_ERROR', '198.51.100.58'],
);

const nobody = line('Login', '20231218054831.655', '', '', '', '', '', '', 'LOGIN_OAUTH_NO_CONSUMER', '');

describe('the event log of logins', () => {
  it('reads each row by its columns, with the label of its login type, and shows whose it is to whoever picks', () => {
    const read = readEventLog([header, full, ''].join('\n'), (row, who) => ({ row, who }));
    expect(read).to.deep.equal([
      {
        row: {
          at: '2023-12-18T05:48:31.655Z',
          status: 'LOGIN_NO_ERROR',
          loginType: 'Remote Access 2.0',
          loginSubType: 'OauthRefreshToken',
          sourceIp: '198.51.100.58',
        },
        who: { userId: '005000000000001AAA', username: 'sync@acme.com' },
      },
    ]);
  });

  it('reads a row without a user, and the time that is written compactly where there is no other', () => {
    expect(readEventLog([header, nobody].join('\n'), (row, who) => ({ row, who }))).to.deep.equal([
      { row: { at: '2023-12-18T05:48:31.655Z', status: 'LOGIN_OAUTH_NO_CONSUMER' }, who: {} },
    ]);
  });

  it('keeps nothing of what is not picked, of other events, and of rows without a time or a status', () => {
    const other = full.replace('"Login"', '"Logout"');
    const untimed = full.replace('20231218054831.655', 'never').replace('2023-12-18T05:48:31.655Z', 'never');
    const mute = full.replace('LOGIN_NO_ERROR', '');
    const rows = [header, other, untimed, mute, full, nobody].join('\n');
    expect(readEventLog(rows, ({ status }) => status)).to.deep.equal(['LOGIN_NO_ERROR', 'LOGIN_OAUTH_NO_CONSUMER']);
    expect(readEventLog(rows, () => undefined)).to.deep.equal([]);
  });

  it('says that a file is another one, or is broken', () => {
    expect(readEventLog('"A","B"\n"1","2"', () => true)).to.equal(undefined);
    expect(readEventLog('', () => true)).to.equal(undefined);
    expect(readEventLog(`${header}\n"${'x'.repeat(300_000)}`, () => true)).to.equal(undefined);
  });
});
