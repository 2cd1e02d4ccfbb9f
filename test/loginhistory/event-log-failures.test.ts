import { expect } from 'chai';
import { asksForNobodys, eventLogFailures } from '../../src/loginhistory/event-log-failures.ts';
import type { NobodysLogins } from '../../src/loginhistory/reading/index.ts';
import { denied, known, unknown, type FailureFilters } from '../../src/model/index.ts';
import { none } from './support/org.ts';

const ms = (time: string): number => Date.parse(`2026-11-${time}:00.000Z`);
const window = { since: ms('22T12:00'), until: ms('24T00:00') };
const source = { place: 'org', name: 'EventLogFile' } as const;

const row = (time: string, status: string, sourceIp?: string) => ({
  at: new Date(ms(time)).toISOString(),
  status,
  ...(sourceIp === undefined ? {} : { sourceIp }),
});

const seen: NobodysLogins = {
  rows: [
    row('22T21:00', 'LOGIN_OAUTH_NO_CONSUMER', '203.0.113.7'),
    row('22T20:00', 'LOGIN_ERROR_INVALID_USERNAME', '198.51.100.1'),
    row('22T22:00', 'LOGIN_OAUTH_NO_CONSUMER', '203.0.113.7'),
    row('22T23:00', 'LOGIN_OAUTH_NO_CONSUMER'),
  ],
  covered: [{ from: ms('22T00:00'), to: ms('23T00:00') }],
  isCut: false,
};

const told = (filters: Partial<FailureFilters> = {}) =>
  eventLogFailures(known(seen, source), window, { ...none, ...filters });

describe('failures of no user of the org', () => {
  it('are counted by status and by address, with the time that the log is of, within the window', () => {
    expect(told()).to.deep.equal({
      state: 'seen',
      covered: { from: '2026-11-22T12:00:00Z', to: '2026-11-23T00:00:00Z' },
      isCut: false,
      rows: 4,
      statuses: [
        {
          status: 'LOGIN_OAUTH_NO_CONSUMER',
          recognised: true,
          suspects: ['app-not-found-or-propagating', 'client-request-malformed', 'app-wrong-consumer-key'],
          rows: 3,
        },
        {
          status: 'LOGIN_ERROR_INVALID_USERNAME',
          recognised: true,
          suspects: [],
          decides: 'wrong-username-or-password',
          rows: 1,
        },
      ],
      addresses: {
        different: 2,
        top: [
          { value: '203.0.113.7', rows: 2 },
          { value: '198.51.100.1', rows: 1 },
        ],
      },
      first: '2026-11-22T20:00:00Z',
      last: '2026-11-22T23:00:00Z',
    });
  });

  it('are those of the address and the status that are asked for, and none where a user or an app is', () => {
    expect(told({ sourceIps: ['198.51.100.0/24'] })).to.include({ rows: 1 });
    expect(told({ statuses: ['LOGIN_OAUTH_NO_CONSUMER'] })).to.include({ rows: 3 });
    expect(told({ sourceIps: ['192.0.2.1'] }))
      .to.include({ rows: 0 })
      .and.not.have.property('first');
    expect([none, { ...none, sourceIps: ['192.0.2.1'] }].map(asksForNobodys)).to.deep.equal([true, true]);
    const named = [
      { ...none, usernames: ['sync@acme.com'] },
      { ...none, apps: ['Sync'] },
    ];
    expect(named.map(asksForNobodys)).to.deep.equal([false, false]);
  });

  it('are unseen for a reason', () => {
    expect(eventLogFailures(denied('View Event Log Files', source), window, none)).to.deep.equal({
      state: 'unseen',
      why: 'denied',
      permission: 'View Event Log Files',
    });
    expect(eventLogFailures(unknown('not-recorded'), window, none)).to.deep.equal({
      state: 'unseen',
      why: 'not-recorded',
    });
  });
});
