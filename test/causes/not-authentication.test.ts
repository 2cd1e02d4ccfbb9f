import { expect } from 'chai';
import notAuthentication from '../../src/causes/not-authentication.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'not-authentication';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(notAuthentication, {}).said).to.deep.equal({});
    expect(standing(notAuthentication, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(notAuthentication, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(notAuthentication, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });
});
