import { expect } from 'chai';
import wrongTokenType from '../../src/causes/wrong-token-type.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'wrong-token-type';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(wrongTokenType, {}).said).to.deep.equal({});
    expect(standing(wrongTokenType, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(wrongTokenType, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(wrongTokenType, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  for (const form of ['refresh-token', 'id-token', 'assertion'] as const)
    it(`is suspected where a ${form} was given for an access token, proved where the wording points there`, () => {
      const accessToken = { form };
      expect(standing(wrongTokenType, { accessToken, refusals: [] }).said).to.deep.equal({
        [`is-${form}`]: 'suggests',
      });
      expect(standing(wrongTokenType, { accessToken, refusals: [suspecting(id)] }).said).to.deep.include({
        [`is-${form}`]: 'proves',
      });
    });
});
