import { expect } from 'chai';
import fc from 'fast-check';
import { chartOf, gridFor } from '../../src/loginhistory/chart/chart.ts';
import { refined } from '../../src/loginhistory/refine.ts';
import { spread } from '../../src/loginhistory/spread.ts';
import { rowsOf } from '../../src/loginhistory/piece.ts';
import { anyRow, countByHour, counted, day, hour, minute, monday, rows } from './support/pieces.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('loginhistory: rows over time', () => {
  it('puts rows of one cell there, and others by their share of the time', () => {
    const cells = [0, 0, 0];
    const grid = { start: monday, length: hour, count: 3 };
    spread({ first: monday, last: monday + 30 * minute, count: 4 }, grid, cells);
    spread({ first: monday + 90 * minute, last: monday + 150 * minute, count: 10 }, grid, cells);
    expect(cells).to.deep.equal([4, 5, 5]);
  });

  it('loses no row, wherever the grid stands', () => {
    fc.assert(
      fc.property(
        fc.record({ first: fc.nat(1e6), length: fc.nat(1e6), count: fc.integer({ min: 1, max: 500 }) }),
        fc.record({
          start: fc.nat(1e6),
          length: fc.integer({ min: 1, max: 1e5 }),
          count: fc.integer({ min: 1, max: 50 }),
        }),
        ({ first, length, count }, grid) => {
          const cells = Array.from({ length: grid.count }, () => 0);
          spread({ first, last: first + length, count }, grid, cells);
          expect(sum(cells)).to.equal(count);
          expect(Math.min(...cells)).to.be.at.least(0);
        },
      ),
    );
  });

  it('buckets are round, cover the window and are no finer than the spans', () => {
    fc.assert(
      fc.property(
        fc.nat(1e9),
        fc.integer({ min: 1, max: 180 * day }),
        fc.constantFrom(minute, hour),
        (shift, length, finest) => {
          const from = monday + shift;
          const grid = gridFor(from, from + length, finest);
          expect(grid.start).to.be.at.most(from);
          expect(grid.start + grid.count * grid.length).to.be.at.least(from + length);
          expect(grid.length).to.be.at.least(finest);
          expect(grid.start % grid.length).to.equal(0);
          expect(grid.count).to.be.at.most(49);
        },
      ),
    );
  });

  it('the chart adds up to the rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), (all) => {
        const pieces = countByHour(all);
        const failures = pieces.filter(({ success }) => !success);
        const successes = pieces.filter(({ success }) => success);
        const grid = gridFor(monday, monday + 2 * day, hour);
        const chart = chartOf([{ key: 'x', title: 'x', pieces: failures }], successes, grid);
        expect(sum(chart.failures[0]?.rows ?? [])).to.equal(rowsOf(failures));
        expect(sum(chart.successes)).to.equal(rowsOf(successes));
        expect(chart.starts).to.have.lengthOf(chart.successes.length);
      }),
    );
  });

  it('rows that were read take the place of the piece in which they are counted, if all of it was read', () => {
    const read = rows(3, monday, minute);
    const piece = counted(3, monday, monday + 2 * minute);
    expect(refined([piece], read)).to.deep.equal(read);
    expect(refined([piece], read.slice(1))).to.deep.equal([piece]);
    expect(refined([piece], [])).to.deep.equal([piece]);
  });

  it('rows that were read never change the number of rows', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 60 }), fc.nat(60), (all, most) => {
        const pieces = countByHour(all);
        expect(rowsOf(refined(pieces, all.slice(0, most)))).to.equal(all.length);
      }),
    );
  });
});
