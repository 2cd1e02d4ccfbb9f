import { expect } from 'chai';
import userFrozen from '../../src/causes/user-frozen.ts';
import { deciding, standing } from '../support/standing.ts';

const told = (description: string): string =>
  standing(userFrozen, { refusals: [{ ...deciding('user-frozen'), description }] }).sentences[0]!;

describe('what was said', () => {
  it('stands whole in the sentence up to 120 characters', () => {
    const text = 'letters '.repeat(15);
    expect(text).to.have.lengthOf(120);
    expect(told(text)).to.equal(`"${text}" means this and nothing else.`);
  });

  it('ends with a whole word where it is longer', () => {
    expect(told('letters '.repeat(16))).to.match(/^"(?:letters )+letters\.\.\." means this and nothing else\.$/u);
  });
});
