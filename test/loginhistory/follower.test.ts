import { expect } from 'chai';
import fc from 'fast-check';
import { follower } from '../../src/loginhistory/follower.ts';
import { attemptsOf, incidentsOf } from '../../src/loginhistory/incidents.ts';
import { anyRow, failing, hour, minute, monday, row, rows } from './support/pieces.ts';

const name = (user: string): string => user;

describe('loginhistory: following', () => {
  it('tells an attempt once, and what comes late of it as its continuation', () => {
    const told = follower(undefined, name);
    const [first] = told.take(rows(4, monday, 500));
    expect(first).to.deep.include({
      kind: 'failed',
      at: '2026-11-16T00:00:00Z',
      rows: 4,
      decides: 'user-frozen',
      continues: false,
    });
    const [more] = told.take(rows(7, monday + 3000, 500));
    expect(more).to.include({ rows: 7, continues: true });
    expect(told.totals()).to.deep.equal({ failures: 11, successes: 0, incidents: 1, exceeded: false });
  });

  it('an unknown status is told verbatim', () => {
    const [told] = follower(undefined, name).take([row(monday, { status: 'Never seen' })]);
    expect(told).to.include({ status: 'Never seen', recognised: false });
  });

  it('tells that a login works again, once', () => {
    const told = follower(undefined, name);
    told.take([row(monday)]);
    const success = row(monday + hour, { status: 'Success' });
    expect(told.take([success])).to.deep.equal([
      {
        kind: 'works-again',
        at: '2026-11-16T01:00:00Z',
        user: 'sync@acme.com',
        app: 'Marketing Sync',
        lastFailure: '2026-11-16T00:00:00Z',
      },
    ]);
    expect(told.take([row(monday + 2 * hour, { status: 'Success' })])).to.deep.equal([]);
  });

  it('tells that the threshold is exceeded when it is, not with every row after', () => {
    const told = follower({ limit: 2, windowMs: 10 * minute }, name);
    const kinds = rows(6, monday, minute).flatMap((one) => told.take([one]).map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'exceeded')).to.have.lengthOf(1);
    expect(told.totals().exceeded).to.equal(true);
    expect(told.take(rows(3, monday + hour, minute)).map(({ kind }) => kind)).to.include('exceeded');
  });

  it('counts every row, however they are cut into looks', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyRow, { maxLength: 12 }), { maxLength: 8 }), (looks) => {
        const told = follower(undefined, name);
        const shown = looks.flatMap((look) => told.take(look));
        const all = looks.flat();
        const totals = told.totals();
        expect(totals.failures).to.equal(failing(all).length);
        expect(totals.failures + totals.successes).to.equal(all.length);
        const toldRows = shown.reduce((sum, one) => sum + (one.kind === 'failed' ? one.rows : 0), 0);
        expect(toldRows).to.equal(failing(all).length);
      }),
    );
  });

  it('all rows in one look give as many incidents as the list', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (all) => {
        const told = follower(undefined, name);
        const shown = told.take(all);
        expect(shown.filter(({ kind }) => kind === 'failed')).to.have.lengthOf(incidentsOf(failing(all)).length);
        expect(told.totals().incidents).to.be.at.most(attemptsOf(failing(all)).atLeast);
      }),
    );
  });
});
