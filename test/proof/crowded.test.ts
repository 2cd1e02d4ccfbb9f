import { expect } from 'chai';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { crowd, crowdSizes } from '../../simulator/scenarios/variations/crowd.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { gatherFor, withScenario } from '../support/gathered.ts';
import { judged } from '../support/honest.ts';

/** `npm run proof:crowded`: every scenario. Else a sample: one of each place where a crowd could mislead (users, apps, rows, changes). */
const isWhole = process.env.PROOF === 'whole';
const sample = ['user-frozen', 'app-wrong-consumer-key', 'wrong-username-or-password', 'user-not-preauthorized.eca'];

/** What is decided: the outcome, and the confirmed roots. */
const decided = async (started: Started) => {
  const { outcome, findings } = judged((await gatherFor(started)).evidence);
  const roots = findings.filter(({ role, standing }) => role === 'root' && standing === 'confirmed');
  return { outcome, roots: roots.map(({ cause }) => cause) };
};

describe('a crowded org', function () {
  this.timeout(isWhole ? 600_000 : 180_000);

  for (const { id } of scenarios.filter((one) => isWhole || sample.includes(one.id)))
    it(`${id}: the same root as in an org that has nothing else`, () =>
      withScenario(id, {}, async (started) => {
        const alone = await decided(started);
        crowd(started.stage);
        expect(await decided(started)).to.deep.equal(alone);
      }));

  it('has the sizes that are told of it, twins, and names of the greatest length', () =>
    withScenario('healthy', { world: 'crowded' }, ({ stage: { org, user } }) => {
      expect(org.apps.length).to.be.at.least(crowdSizes.apps);
      expect(org.users.length).to.be.at.least(crowdSizes.users);
      const names = Map.groupBy(org.apps, ({ name }) => name);
      expect([...names.values()].filter((twins) => twins.length === 2)).to.have.lengthOf(crowdSizes.apps / 3);
      expect(Math.max(...org.users.map(({ username }) => username.length))).to.equal(80);
      expect(new Set(org.users.map(({ username }) => username)).size).to.equal(org.users.length);
      expect(org.loginRows.filter(({ userId, status }) => userId !== user.id && status !== 'Success').length).to.equal(
        crowdSizes.failures,
      );
      return Promise.resolve();
    }));
});
