import { expect } from 'chai';
import { clipped } from '../../../src/report/brief/part.ts';

/** As many letters, in words of seven. */
const words = (length: number): string => 'letters '.repeat(Math.ceil(length / 8)).slice(0, length);

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
