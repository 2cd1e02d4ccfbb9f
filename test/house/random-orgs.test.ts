import { expect } from 'chai';
import fc from 'fast-check';
import { closersOf, judgeRandomOrg, randomOrg } from '../support/random-orgs.ts';

describe('law 13: random orgs', function () {
  this.timeout(120_000);

  it('the first root is the gate at which the walk of the simulator stopped; more: npm run proof:random-orgs', async () => {
    for (const org of fc.sample(randomOrg, { seed: 20261130, numRuns: 6 })) {
      const judged = await judgeRandomOrg(org);
      expect(judged.first, JSON.stringify(judged)).to.equal(judged.expected[0]);
      expect(judged.shut, JSON.stringify(judged)).to.include.members(judged.found);
    }
  });

  it('behind the login the wording tells which gate was met first', async () => {
    const shut = closersOf('api-disabled-for-user-or-edition', 'missing-scope');
    const judged = await judgeRandomOrg({ shut, flow: 'jwt', kind: 'external-client-app', hoursAgo: 0 });
    expect(judged.found).to.deep.equal(['missing-scope', 'api-disabled-for-user-or-edition']);
  });
});
