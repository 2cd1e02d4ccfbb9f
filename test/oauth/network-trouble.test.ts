import { expect } from 'chai';
import { networkTrouble } from '../../src/oauth/network-trouble.ts';

/** An error with a code, at the end of so many that it caused. */
const wrapped = (times: number): Error => {
  let error: Error = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  for (let count = 0; count < times; count += 1) error = new Error('fetch failed', { cause: error });
  return error;
};

describe('the code of a network error', () => {
  it('is found behind seven others, and looked for no further', () => {
    expect(networkTrouble(wrapped(7))).to.equal('ENOTFOUND');
    expect(networkTrouble(wrapped(8))).to.equal('UNKNOWN');
  });
});
