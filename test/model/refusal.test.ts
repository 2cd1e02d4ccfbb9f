import { expect } from 'chai';
import { canMean } from '../../src/model/index.ts';

describe('what a wording can mean', () => {
  it('is what it decides, then what it leaves open, in their order', () => {
    expect(canMean({ decides: 'user-frozen', suspects: ['login-hours', 'ip-restricted'] })).to.deep.equal([
      'user-frozen',
      'login-hours',
      'ip-restricted',
    ]);
    expect(canMean({ suspects: ['login-hours', 'ip-restricted'] })).to.deep.equal(['login-hours', 'ip-restricted']);
    expect(canMean({ suspects: [] })).to.deep.equal([]);
  });
});
