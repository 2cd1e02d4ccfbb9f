import { expect } from 'chai';
import fc from 'fast-check';
import { judgeRandomOrg, randomOrg } from '../support/random-orgs.ts';

describe('law 13: random orgs', function () {
  this.timeout(120_000);

  it('the first root is the gate at which the walk of the simulator stopped; more: npm run proof:random-orgs', async () => {
    for (const org of fc.sample(randomOrg, { seed: 20261130, numRuns: 6 })) {
      const judged = await judgeRandomOrg(org);
      expect(judged.found, JSON.stringify(judged)).to.equal(judged.expected);
    }
  });
});
