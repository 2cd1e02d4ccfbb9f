import { expect } from 'chai';
import cliBug from '../../src/causes/cli-bug.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'cli-bug';

describe(id, () => {
  it('needs a wording: nothing else shows it', () => {
    expect(standing(cliBug, {}).said).to.deep.equal({});
    expect(standing(cliBug, { refusals: [deciding('user-frozen')] }).said).to.deep.equal({});
  });

  it('is suspected by a wording that leaves it open, proved by one that has it alone', () => {
    expect(standing(cliBug, { refusals: [suspecting('user-frozen', id)] }).standing).to.equal('suspected');
    expect(standing(cliBug, { refusals: [suspecting('user-frozen'), deciding(id)] }).standing).to.equal('confirmed');
  });
});
