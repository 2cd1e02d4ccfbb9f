import { expect } from 'chai';
import fc from 'fast-check';
import { attemptsOf, incidentsOf } from '../../src/loginhistory/incidents.ts';
import { anyRow, countByHour, counted, failing, minute, monday, row, rows, rowsInTwoOrders } from './support/pieces.ts';

describe('loginhistory: incidents', () => {
  it('the eleven hosts that a JWT login of the CLI tries are one incident; that it is no more nobody can tell', () => {
    const [incident, ...others] = incidentsOf(rows(11, monday, 700));
    expect(others).to.deep.equal([]);
    expect(incident).to.include({ rows: 11, first: monday, last: monday + 7000 });
    expect(incident?.attempts).to.deep.equal({ atLeast: 1, exact: false });
  });

  it('a twelfth row is of another attempt', () => {
    expect(incidentsOf(rows(12, monday, 700)).map((incident) => incident.rows)).to.deep.equal([11, 1]);
  });

  it('rows half a minute apart are of different attempts', () => {
    expect(incidentsOf(rows(3, monday, 31_000))).to.have.lengthOf(3);
    expect(incidentsOf(rows(2, monday, 30_000))).to.have.lengthOf(1);
  });

  for (const [what, given] of [
    ['user', { user: 'other@acme.com' }],
    ['app', { application: 'ETL' }],
    ['address', { sourceIp: '203.0.113.8' }],
  ] as const) {
    it(`another ${what} is another incident`, () => {
      expect(incidentsOf([row(monday), row(monday + 1000, given)])).to.have.lengthOf(2);
    });
  }

  it('statuses of one attempt may differ', () => {
    const [incident] = incidentsOf([row(monday), row(monday + 1000, { status: 'Restricted IP' })]);
    expect(incident?.statuses).to.deep.equal(['Restricted IP', 'User Is Frozen']);
  });

  for (const [what, given] of [
    ['a wrong password', { status: 'Invalid Password' }],
    ['a refresh', { loginSubType: 'OauthRefreshToken' }],
    ['the login page', { loginType: 'Application' }],
  ] as const) {
    it(`${what} goes to one host: each row is an attempt`, () => {
      expect(attemptsOf(rows(5, monday, 1000, given))).to.deep.equal({ atLeast: 5, exact: true });
    });
  }

  it('rows that are only counted give a lower bound, and say so', () => {
    const wide = counted(30, monday, monday + 50 * minute);
    expect(attemptsOf([wide])).to.deep.equal({ atLeast: 3, exact: false });
    const two = counted(2, monday, monday + 50 * minute);
    expect(attemptsOf([two])).to.deep.equal({ atLeast: 2, exact: false });
    const near = counted(11, monday, monday + 8000);
    expect(attemptsOf([near])).to.deep.equal({ atLeast: 1, exact: false });
    expect(attemptsOf([counted(1, monday, monday)])).to.deep.equal({ atLeast: 1, exact: true });
  });

  it('never loses a row, and never counts one twice', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 80 }), (all) => {
        const failures = failing(all);
        for (const pieces of [failures, countByHour(failures)]) {
          const sum = incidentsOf(pieces).reduce((total, incident) => total + incident.rows, 0);
          expect(sum).to.equal(failures.length);
        }
      }),
    );
  });

  it('counts as many attempts as its incidents are', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 80 }), (all) => {
        for (const pieces of [failing(all), countByHour(failing(all))]) {
          const incidents = incidentsOf(pieces);
          expect(attemptsOf(pieces)).to.deep.equal({
            atLeast: incidents.reduce((sum, { attempts }) => sum + attempts.atLeast, 0),
            exact: incidents.every(({ attempts }) => attempts.exact),
          });
        }
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rowsInTwoOrders, ([one, other]) => {
        expect(incidentsOf(other)).to.deep.equal(incidentsOf(one));
      }),
    );
  });

  it('counted by hour, it never claims more attempts than the rows themselves show', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 80 }), (all) => {
        const failures = failing(all);
        const byRow = attemptsOf(failures);
        const bound = attemptsOf(countByHour(failures));
        expect(bound.atLeast).to.be.at.most(byRow.atLeast);
        if (bound.exact) expect(byRow).to.deep.equal(bound);
      }),
      { numRuns: 500 },
    );
  });
});
