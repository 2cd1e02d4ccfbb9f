import { expect } from 'chai';
import { chunks } from '../../src/evidence/chunks.ts';

describe('a list in pieces', () => {
  it('is in its order, and only the last piece is smaller', () => {
    expect(chunks([1, 2, 3, 4, 5], 2)).to.deep.equal([[1, 2], [3, 4], [5]]);
    expect(chunks([1, 2], 2)).to.deep.equal([[1, 2]]);
    expect(chunks([], 2)).to.deep.equal([]);
  });
});
