import { expect } from 'chai';
import { sortValues } from '../../src/input/doctor/swapped.ts';

const secret = '00D5e000001AbCd!AQ8AQabcdefghijkl.xyz';

describe('values in the wrong place', () => {
  it('takes a secret out of what was asked about, and keeps what it was', () => {
    const sorted = sortValues({ app: secret, username: secret });
    expect(sorted).to.deep.equal({
      swapped: [
        { given: 'app', shape: 'access-token' },
        { given: 'username', shape: 'access-token' },
      ],
    });
  });

  it('leaves what may be right, and what is no secret', () => {
    const given = { app: 'Marketing Sync', username: 'u@acme.com' };
    expect(sortValues(given)).to.deep.equal({ ...given, swapped: [] });
    const swapped = { app: 'u@acme.com', username: '3MVG9uCi4abcdefghijklmnopqrstuvwxyz' };
    expect(sortValues(swapped)).to.deep.equal({
      ...swapped,
      swapped: [
        { given: 'app', shape: 'username' },
        { given: 'username', shape: 'consumer-key' },
      ],
    });
  });
});
