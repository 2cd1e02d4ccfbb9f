import { expect } from 'chai';
import { findSilences, type Activity } from '../../src/loginhistory/patterns/silence.ts';
import { findStorms } from '../../src/loginhistory/patterns/storms.ts';
import { day, hour, minute, monday, row, rows } from './support/pieces.ts';

const name = (user: string): string => user;
const policy = { maxLoginAttempts: 10, lockoutMinutes: 15 } as const;
const storms = (pieces: ReturnType<typeof rows>, known: typeof policy | undefined = policy) =>
  findStorms(pieces, { policy: known, nameOf: name });

describe('loginhistory: storms', () => {
  it('a login that fails again and again is named with its rate', () => {
    const [storm] = storms(rows(60, monday, 10_000, { status: 'Restricted IP' }));
    expect(storm).to.deep.include({
      user: 'sync@acme.com',
      app: 'Marketing Sync',
      rows: 60,
      perMinute: 6.1,
      window: { from: '2026-11-16T00:00:00Z', to: '2026-11-16T00:09:50Z' },
      statuses: ['Restricted IP'],
      lockoutUnknown: false,
    });
    expect(storm?.ahead).to.deep.equal([{ kind: 'hourly-limit', perHour: 366, limit: 3600, state: 'below' }]);
  });

  it('two attempts of the CLI with all their hosts are none', () => {
    expect(storms([...rows(11, monday, 700), ...rows(11, monday + minute, 700)])).to.deep.equal([]);
  });

  it('the same number over a day is none', () => {
    expect(storms(rows(60, monday, 24 * minute))).to.deep.equal([]);
  });

  it('24 failures in an hour are one, 23 are none', () => {
    expect(storms(rows(24, monday, minute))).to.have.lengthOf(1);
    expect(storms(rows(23, monday, minute))).to.deep.equal([]);
  });

  it('a pause of ten minutes does not end it, a longer one does', () => {
    // Within the busiest hour all of it counts; beyond, only what follows without such a pause.
    const then = (pause: number) => storms([...rows(60, monday, minute), row(monday + 59 * minute + pause)])[0]?.rows;
    expect(then(10 * minute)).to.equal(61);
    expect(then(10 * minute + 1000)).to.equal(60);
  });

  it('at a failure a second it is heading for the hourly limit, and with 3,600 in an hour it is there', () => {
    expect(storms(rows(300, monday, 500))[0]?.ahead).to.deep.include({
      kind: 'hourly-limit',
      perHour: 7224,
      limit: 3600,
      state: 'ahead',
    });
    expect(storms(rows(3700, monday, 900))[0]?.ahead.at(-1)).to.include({ state: 'reached' });
  });

  const wrong = { status: 'Invalid Password' };

  it('wrong passwords are heading for a lockout, after the number that the org itself sets', () => {
    expect(storms(rows(10, monday, minute, wrong))[0]?.ahead[0]).to.deep.equal({
      kind: 'lockout',
      wrongPasswords: 10,
      limit: 10,
      minutes: 15,
      state: 'enough',
    });
    expect(storms(rows(9, monday, minute, wrong))).to.deep.equal([]);
    expect(
      findStorms(rows(24, monday, 10_000, wrong), { policy: { maxLoginAttempts: 30 }, nameOf: name })[0]?.ahead[0],
    ).to.deep.equal({ kind: 'lockout', wrongPasswords: 24, limit: 30, state: 'ahead' });
  });

  it('a row that shows the lock says that it is reached', () => {
    const pieces = [...rows(10, monday, minute, wrong), row(monday + 11 * minute, { status: 'Password Lockout' })];
    expect(storms(pieces)[0]?.ahead[0]).to.include({ kind: 'lockout', state: 'reached' });
  });

  it('an org without a limit locks nobody; one that does not tell may', () => {
    const pieces = rows(30, monday, minute, wrong);
    expect(findStorms(pieces, { policy: {}, nameOf: name })[0]).to.deep.include({ lockoutUnknown: false });
    expect(findStorms(pieces, { policy: {}, nameOf: name })[0]?.ahead).to.have.lengthOf(1);
    expect(findStorms(pieces, { policy: undefined, nameOf: name })[0]).to.include({ lockoutUnknown: true });
  });

  it('with pauses in its hour is told with all its rows, from the first to the last', () => {
    const pieces = [...rows(14, monday, 1000), ...rows(13, monday + 30 * minute, 1000)];
    expect(storms(pieces)[0]).to.deep.include({
      rows: 27,
      window: { from: '2026-11-16T00:00:00Z', to: '2026-11-16T00:30:12Z' },
    });
  });

  it('is one login: users that fail once each are none', () => {
    expect(
      storms(Array.from({ length: 60 }, (_none, index) => row(monday + index * 1000, { user: `u${index}` }))),
    ).to.deep.equal([]);
  });
});

describe('loginhistory: silence', () => {
  const every = (step: number, from: number, to: number, given: Partial<Activity> = {}): Activity[] =>
    Array.from({ length: Math.floor((to - from) / step) + 1 }, (_none, index) => ({
      user: 'sync@acme.com',
      application: 'Marketing Sync',
      loginType: 'Remote Access 2.0',
      success: true,
      first: from + index * step,
      last: from + index * step,
      count: 1,
      ...given,
    }));
  const silences = (activity: readonly Activity[], until: number) => findSilences(activity, until, name);

  it('an integration that logged in every hour for a week and then no more is silent', () => {
    expect(silences(every(hour, monday, monday + 6 * day), monday + 6 * day + 5 * hour)).to.deep.equal([
      {
        user: 'sync@acme.com',
        app: 'Marketing Sync',
        lastSuccess: '2026-11-22T00:00:00Z',
        successes: 145,
        since: '2026-11-16T00:00:00Z',
        longestGapMs: hour,
        silentMs: 5 * hour,
      },
    ]);
  });

  it('a pause no longer than usual is none', () => {
    expect(silences(every(hour, monday, monday + 6 * day), monday + 6 * day + 2 * hour)).to.deep.equal([]);
  });

  it('nights are pauses too: a job by day is not silent in the evening', () => {
    const days = [0, 1, 2, 3].flatMap((at) => every(hour, monday + at * day + 8 * hour, monday + at * day + 18 * hour));
    expect(silences(days, monday + 3 * day + 23 * hour)).to.deep.equal([]);
    expect(silences(days, monday + 5 * day)).to.deep.equal([]);
  });

  it('a weekend is none, until a weekend was seen', () => {
    const week = (from: number): Activity[] =>
      [0, 1, 2, 3, 4].flatMap((at) => every(2 * hour, from + at * day, from + at * day + 22 * hour));
    expect(silences(week(monday), monday + 6 * day)).to.deep.equal([]);
    const two = [...week(monday), ...week(monday + 7 * day)];
    expect(silences(two, monday + 13 * day)).to.deep.equal([]);
  });

  it('what fails is not silent: it is among the failures', () => {
    const activity = every(hour, monday, monday + 6 * day);
    const failing = every(hour, monday + 6 * day + hour, monday + 6 * day + 5 * hour, { success: false });
    expect(silences([...activity, ...failing], monday + 6 * day + 9 * hour)).to.deep.equal([]);
  });

  it('people on the login page come and go', () => {
    const person = every(hour, monday, monday + 6 * day, { loginType: 'Application' });
    expect(silences(person, monday + 6 * day + 12 * hour)).to.deep.equal([]);
  });

  it('two days of nothing but a few logins are no pattern', () => {
    expect(silences(every(hour, monday, monday + 3 * hour), monday + 9 * hour)).to.deep.equal([]);
  });

  it('counted by hour it is the same', () => {
    const spans = every(hour, monday, monday + 6 * day).map((one) => ({
      ...one,
      last: one.first + 50 * minute,
      count: 6,
    }));
    expect(silences(spans, monday + 6 * day + 5 * hour)).to.have.lengthOf(1);
  });
});
