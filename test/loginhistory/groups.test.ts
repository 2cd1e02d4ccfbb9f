import { expect } from 'chai';
import fc from 'fast-check';
import { foldBy } from '../../src/loginhistory/groups/fold.ts';
import { keyFor } from '../../src/loginhistory/groups/key.ts';
import { mainLogin } from '../../src/loginhistory/groups/main-login.ts';
import { successesIn, successesOf } from '../../src/loginhistory/groups/successes.ts';
import { groupings } from '../../src/model/index.ts';
import { at, counted, countByHour, failing, hour, monday, row, rows, rowsInTwoOrders } from './support/pieces.ts';

const name = (user: string): string => user;

const shape = (groups: ReturnType<typeof foldBy>): unknown =>
  groups.map((group) => ({
    ...group,
    ...Object.fromEntries(
      (['statuses', 'users', 'apps', 'addresses', 'loginTypes', 'logins'] as const).map((key) => [
        key,
        [...group[key]].toSorted(),
      ]),
    ),
  }));

describe('loginhistory: groups', () => {
  for (const by of groupings) {
    it(`by ${by}: they add up to the rows, whatever the order, counted or one by one`, () => {
      fc.assert(
        fc.property(rowsInTwoOrders, ([one, other]) => {
          const groups = foldBy(failing(one), keyFor(by, name));
          expect(groups.reduce((sum, group) => sum + group.rows, 0)).to.equal(failing(one).length);
          for (const { rows: count, ...group } of groups)
            for (const counter of [group.statuses, group.logins])
              expect([...counter.values()].reduce((sum, rowsOf) => sum + rowsOf, 0)).to.equal(count);
          expect(shape(foldBy(failing(other), keyFor(by, name)))).to.deep.equal(shape(groups));
          expect(shape(foldBy(countByHour(failing(one)), keyFor(by, name)))).to.deep.equal(shape(groups));
        }),
      );
    });
  }

  it('by cause: what a status decides, what it leaves open, or itself', () => {
    const key = keyFor('cause', name);
    expect(key(row(0, { status: 'User Is Frozen' }))).to.equal('user-frozen');
    expect(key(row(0, { status: 'LOGIN_ERROR_USER_FROZEN' }))).to.equal('user-frozen');
    expect(key(row(0, { status: 'Failed: IP Address Not Allowed' }))).to.equal('ip-restricted or login-hours');
    expect(key(row(0, { status: ' Never seen ' }))).to.equal('Never seen');
  });

  it('a user stands by the name', () => {
    expect(keyFor('user', () => 'ada@acme.com')(row(0, { user: '005Hn0000000001' }))).to.equal('ada@acme.com');
  });

  it('by hour: UTC', () => {
    expect(keyFor('hour', name)(row(at('2026-11-16T02:59:59Z')))).to.equal('2026-11-16T02:00:00Z');
  });

  it('the main login is the one with the most failures', () => {
    const pieces = [...rows(2, monday, 1000, { user: 'a' }), ...rows(3, monday + hour, 1000, { user: 'b' })];
    const [group] = foldBy(pieces, keyFor('cause', name));
    expect(mainLogin(group!, pieces)).to.deep.include({ user: 'b', first: monday + hour, last: monday + hour + 2000 });
  });

  it('the success before the first failure and after the last one are those of the same login', () => {
    const pieces = rows(2, monday, 1000, { user: 'b' });
    const [group] = foldBy(pieces, keyFor('cause', name));
    const login = mainLogin(group!, pieces)!;
    const successes = [
      counted(3, monday - 2 * hour, monday - hour, { user: 'b', status: 'Success' }),
      row(monday - 1000, { user: 'a', status: 'Success' }),
      counted(2, monday - 1, monday + 5000, { user: 'b', status: 'Success' }),
      row(monday + hour, { user: 'b', status: 'Success' }),
      row(monday + 2000, { user: 'b', status: 'User Is Frozen' }),
    ];
    expect(successesOf(successesIn(successes, [login]), login)).to.deep.equal({
      lastSuccessBefore: monday - 1,
      firstSuccessAfter: monday + 5000,
    });
  });
});
