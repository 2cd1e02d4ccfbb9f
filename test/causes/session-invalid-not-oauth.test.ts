import { expect } from 'chai';
import sessionInvalid from '../../src/causes/session-invalid-not-oauth.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'session-invalid-not-oauth';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(sessionInvalid, {}).said).to.deep.equal({});
    expect(standing(sessionInvalid, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(sessionInvalid, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(sessionInvalid, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });
});
