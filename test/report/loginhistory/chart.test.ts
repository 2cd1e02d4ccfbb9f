import { expect } from 'chai';
import fc from 'fast-check';
import type { Chart } from '../../../src/model/index.ts';
import { block, stack, together } from '../../../src/report/loginhistory/chart/columns.ts';
import { chartLines } from '../../../src/report/loginhistory/chart/terminal.ts';
import { sayFrom } from '../../../src/report/say.ts';
import { loadWords } from '../../../src/words/index.ts';
import stringWidth from 'string-width';
import { cases } from './cases.ts';

const say = sayFrom(loadWords(), 'loginhistory');
const counts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 });

describe('failed logins: the chart of the terminal', () => {
  it('a column is as high as its share of the highest one', () => {
    expect(stack([50], 100, 8)).to.deep.equal([0, 0, 0, 0]);
    expect(stack([50, 50], 100, 8)).to.deep.equal([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(stack([0, 0], 100, 8)).to.deep.equal([]);
  });

  it('one failure among a thousand is still seen', () => {
    expect(stack([1], 1000, 8)).to.deep.equal([0]);
    expect(stack([999, 1], 1000, 8)).to.include(1);
  });

  it('never is higher than the chart, names only series that are there, and never hides all', () => {
    fc.assert(
      fc.property(counts, fc.nat(2000), (of, more) => {
        const total = of.reduce((sum, count) => sum + count, 0);
        const cells = stack(of, total + more, 8);
        expect(cells.length).to.be.at.most(8);
        expect(cells.length > 0).to.equal(total > 0);
        for (const series of cells) expect(of[series]).to.be.above(0);
      }),
    );
  });

  it('successes: a blank for none, the full block for the most', () => {
    expect(block(0, 10)).to.equal(' ');
    expect(block(1, 1000)).to.equal('▁');
    expect(block(10, 10)).to.equal('█');
  });

  it('neighbours that stand together lose no row', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), (of, size) => {
        const sum = (list: readonly number[]): number => list.reduce((total, count) => total + count, 0);
        expect(sum(together(of, size))).to.equal(sum(of));
      }),
    );
  });

  it('fits any width, and names every cause with a sign of its own', () => {
    for (const width of [30, 40, 80, 120]) {
      const lines = chartLines(cases.long.chart, { width, colour: false }, say);
      expect(Math.max(...lines.map((line) => stringWidth(line)))).to.be.at.most(width);
      const signs = lines.flatMap((line) => /^ {2}([#o+x=%~*]) (?:Cause|other)/u.exec(line)?.[1] ?? []);
      expect(new Set(signs).size).to.equal(cases.long.chart.failures.length);
    }
  });

  it('without any login there is nothing to draw', () => {
    const empty: Chart = { bucketMs: 1, starts: ['2026-11-22T03:00:00Z'], failures: [], successes: [0] };
    expect(chartLines(empty, { width: 80, colour: false }, say)).to.deep.equal([]);
  });
});
