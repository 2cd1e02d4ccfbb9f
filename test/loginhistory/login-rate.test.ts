import { expect } from 'chai';
import { findRates } from '../../src/loginhistory/patterns/login-rate.ts';
import { counted, hour, minute, monday } from './support/pieces.ts';

const of = (count: number, at: number, application = 'Billing Export', status = 'Success', user = 'sync@acme.com') =>
  counted(count, at, at + 59 * minute, { application, status, user });

const rates = (...pieces: ReadonlyArray<ReturnType<typeof of>>) => findRates(pieces, monday, (user) => user);

describe('loginhistory: the limit of logins in an hour', () => {
  it('is told from half of it on, by user and not by app', () => {
    expect(rates(of(900, monday), of(899, monday, 'Sync'))).to.deep.equal([]);
    expect(rates(of(900, monday), of(900, monday, 'Sync'))).to.have.lengthOf(1);
    expect(rates(of(900, monday), of(900, monday, 'Sync', 'Success', 'other@acme.com'))).to.deep.equal([]);
  });

  it('is reached at 3,600', () => {
    expect(rates(of(3599, monday))[0]?.state).to.equal('near');
    expect(rates(of(3600, monday))[0]?.state).to.equal('reached');
  });

  it('names the fullest hour, and by which apps the successes of that hour came', () => {
    const [rate, ...others] = rates(
      of(1900, monday),
      of(2000, monday + hour),
      of(300, monday + hour, 'Sync'),
      of(10, monday + hour, 'Sync', 'Invalid Password'),
    );
    expect(others).to.deep.equal([]);
    expect(rate).to.deep.equal({
      user: 'sync@acme.com',
      window: { from: '2026-11-16T01:00:00Z', to: '2026-11-16T02:00:00Z' },
      rows: 2310,
      successes: 2300,
      apps: {
        different: 2,
        top: [
          { value: 'Billing Export', rows: 2000 },
          { value: 'Sync', rows: 300 },
        ],
      },
      limit: 3600,
      state: 'near',
    });
  });

  it('is not told of what was counted over more than an hour, nor of the time before', () => {
    expect(rates(counted(9000, monday, monday + 2 * hour, { status: 'Success' }))).to.deep.equal([]);
    expect(rates(of(9000, monday - hour))).to.deep.equal([]);
  });

  it('stands fullest first, whatever the order of the rows', () => {
    const pieces = [of(1900, monday), of(2500, monday, 'Sync', 'Success', 'other@acme.com')] as const;
    for (const given of [pieces, pieces.toReversed()])
      expect(rates(...given).map(({ user }) => user)).to.deep.equal(['other@acme.com', 'sync@acme.com']);
  });
});
