import { expect } from 'chai';
import notSalesforce from '../../src/causes/not-salesforce.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'not-salesforce';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(notSalesforce, {}).said).to.deep.equal({});
    expect(standing(notSalesforce, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(notSalesforce, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(notSalesforce, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal(
      'confirmed',
    );
  });

  it('names who says it, and not that the words mean nothing else', () => {
    const { sentences } = standing(notSalesforce, { refusals: [{ ...deciding(id), provider: 'Google' }] });
    expect(sentences).to.deep.equal(['"some wording" is said here by Google, and not by Salesforce.']);
  });
});
