import { expect } from 'chai';
import { sameId, shortId } from '../../src/model/index.ts';

describe('ids', () => {
  it('are the same with 15 characters and with 18, and differ by the case of a letter', () => {
    const id = '0H4000000000aBcDEF';
    expect(sameId(id, id.slice(0, 15))).to.equal(true);
    expect(sameId(id, `${id.slice(0, 14)}C${id.slice(15)}`)).to.equal(false);
    expect(shortId(id)).to.equal('0H4000000000aBc');
    expect(shortId('0H4')).to.equal('0H4');
  });
});
