import { expect } from 'chai';
import fc from 'fast-check';
import { closersOf, isInOrder, judgeRandomOrg, randomOrg } from '../support/random-orgs.ts';

describe('law 13: random orgs', function () {
  this.timeout(120_000);

  it('the first root is the gate at which the walk of the simulator stopped; more: npm run proof:random-orgs', async () => {
    for (const org of fc.sample(randomOrg, { seed: 20261130, numRuns: 6 })) {
      const judged = await judgeRandomOrg(org);
      expect(judged.first, JSON.stringify(judged)).to.equal(judged.expected[0]);
      expect(judged.shut, JSON.stringify(judged)).to.include.members(judged.found);
      expect(isInOrder(judged), JSON.stringify(judged)).to.equal(true);
    }
  });

  for (const id of ['user-inactive', 'user-frozen'] as const)
    it(`a refused refresh that left no row was not stopped by ${id}: it comes next`, async () => {
      const shut = closersOf('refresh-token-revoked-or-expired', id);
      for (const kind of ['connected-app', 'external-client-app'] as const) {
        const judged = await judgeRandomOrg({
          shut,
          flow: 'refresh-token',
          kind,
          hoursAgo: 0,
          apiWithoutBoth: 'api-enabled',
        });
        expect(judged.first, kind).to.equal('refresh-token-revoked-or-expired');
        expect(judged.found, kind).to.include(id);
      }
    });

  it('behind the login the wording tells which gate was met first', async () => {
    const shut = closersOf('api-disabled-for-user-or-edition', 'missing-scope');
    const org = { shut, flow: 'jwt', kind: 'external-client-app', hoursAgo: 0 } as const;
    const [first, second] = ['api-disabled-for-user-or-edition', 'missing-scope'] as const;
    const found = await Promise.all(
      (['api-enabled', 'scope'] as const).map(async (apiWithoutBoth) => judgeRandomOrg({ ...org, apiWithoutBoth })),
    );
    expect(found.map((judged) => judged.found)).to.deep.equal([
      [first, second],
      [second, first],
    ]);
  });
});
