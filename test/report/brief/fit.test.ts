import { expect } from 'chai';
import { fit, mostLines } from '../../../src/report/brief/fit.ts';
import type { Group } from '../../../src/report/brief/fit.ts';
import type { Part } from '../../../src/report/brief/part.ts';

const part = (rank: number, count: number, text = `${rank}`): Part => ({
  rank,
  lines: Array.from({ length: count }, () => ({ text, tone: 'plain' as const })),
});

const ranks = (groups: readonly Group[]): readonly number[] => groups.flat().map(({ rank }) => rank);

describe('a screen that is too long', () => {
  it('stays whole at the limit, and loses what can best be spared one line above it', () => {
    expect(ranks(fit([[part(0, mostLines - 3), part(2, 3)]]))).to.deep.equal([0, 2]);
    expect(ranks(fit([[part(0, mostLines - 3), part(2, 4)]]))).to.deep.equal([0]);
  });

  it('counts the blank line between two groups, and none where a group is empty', () => {
    expect(ranks(fit([[part(0, 3)], [part(1, 2)]], 6))).to.deep.equal([0, 1]);
    expect(ranks(fit([[part(0, 3)], [part(1, 2)]], 5))).to.deep.equal([0]);
    expect(ranks(fit([[part(0, 3)], [], [part(1, 2)]], 6))).to.deep.equal([0, 1]);
  });

  it('loses the highest rank first, and of one rank the last part', () => {
    const groups = [[part(0, 1), part(5, 1), part(9, 1, 'first')], [part(9, 1, 'last')]];
    expect(ranks(fit(groups, 4))).to.deep.equal([0, 5, 9]);
    expect(fit(groups, 4).flat().at(-1)?.lines[0]?.text).to.equal('first');
    expect(ranks(fit(groups, 2))).to.deep.equal([0, 5]);
  });

  it('never loses what must stay', () => {
    expect(ranks(fit([[part(0, 40), part(1, 1)]]))).to.deep.equal([0]);
  });
});
