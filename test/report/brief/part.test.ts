import { expect } from 'chai';
import { clipped } from '../../../src/report/brief/part.ts';
import { verdict } from '../../../src/report/brief/verdict.ts';

/** As many letters, in words of seven. */
const words = (length: number): string => 'letters '.repeat(Math.ceil(length / 8)).slice(0, length);

describe('how sure it is', () => {
  it('stands at the right edge where two columns are left before it, else on a line of its own', () => {
    const lines = (text: string) =>
      verdict({ mark: '!', text, tone: 'unsure', note: 'NOTE' }, 22).map((line) => line.text);
    expect(lines('x'.repeat(14))).to.deep.equal([`${'x'.repeat(14)}  NOTE`]);
    expect(lines('x'.repeat(15))).to.deep.equal(['x'.repeat(15), 'NOTE']);
  });
});

describe('a sentence for which there is little room', () => {
  it('stays whole up to 240 characters', () => {
    expect(clipped(words(240))).to.equal(words(240));
  });

  it('ends with a whole word where it is longer', () => {
    const short = clipped(words(241));
    expect(short.length).to.be.lessThanOrEqual(240);
    expect(short).to.match(/^(?:letters )*letters\.\.\.$/u);
  });
});
