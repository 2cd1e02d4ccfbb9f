import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started } from '../../simulator/scenarios/start.ts';

/** The same story in a sandbox that was made of the org: the copies of its users bear its name. */
const inSandbox = (original: Scenario): Scenario => ({
  ...original,
  id: `${original.id} in a sandbox`,
  prepare: (setting) => {
    const { org, user, admin, client } = setting;
    org.isSandbox = true;
    org.id = '00D5e000000SandbEAG';
    user.username = `${user.username}.uat`;
    client.username = user.username;
    admin.username = `${admin.username}.uat`;
    original.prepare?.(setting);
  },
});

export type TwoOrgs = { readonly target: Started; readonly other: Started; readonly stop: () => Promise<void> };

/** Two orgs, known to one home as `admin` and `uat`. */
export const startTwoOrgs = async (target: string, other: string, home?: string): Promise<TwoOrgs> => {
  const original = scenarioNamed(other);
  if (original === undefined) throw new Error(`There is no scenario "${other}".`);
  const first = await startScenario(target, home === undefined ? {} : { home });
  const second = await startScenario(inSandbox(original), { home: first.info.home, besideAs: 'uat' });
  return {
    target: first,
    other: second,
    stop: async () => {
      await second.stop();
      await first.stop();
    },
  };
};
