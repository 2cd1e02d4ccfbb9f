import fc from 'fast-check';
import apiDisabled from '../../simulator/scenarios/api-disabled-for-user-or-edition.ts';
import { body } from '../../simulator/scenarios/prints.ts';
import ipRestricted from '../../simulator/scenarios/ip-restricted.ts';
import loginHours from '../../simulator/scenarios/login-hours.ts';
import { scenario, type Scenario } from '../../simulator/scenarios/scenario.ts';
import userNotPreauthorized from '../../simulator/scenarios/user-not-preauthorized.ts';
import { deactivateUser, freezeUser } from '../../simulator/state/admin.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import type { CauseId } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatherFor, withScenario } from './gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

/** What shuts one gate, and the row that the simulator's own walk writes where it stops there; none: the API refuses behind the login. */
const closers: ReadonlyArray<{
  readonly cause: CauseId;
  readonly row?: string;
  readonly breaks: Scenario['breaks'];
}> = [
  { cause: 'user-not-preauthorized', row: 'Failed: Not approved for access', breaks: userNotPreauthorized.breaks },
  { cause: 'user-inactive', row: 'User is Inactive', breaks: ({ act, user }) => deactivateUser(act(), user) },
  { cause: 'user-frozen', row: 'User Is Frozen', breaks: ({ act, user }) => freezeUser(act(), user) },
  { cause: 'login-hours', row: 'Restricted Time', breaks: loginHours.breaks },
  { cause: 'ip-restricted', row: 'Restricted IP', breaks: ipRestricted.breaks },
  { cause: 'api-disabled-for-user-or-edition', breaks: apiDisabled.breaks },
];

/** One to three gates shut, in the order in which somebody did it, and how long ago the login failed. */
export const randomOrg = fc.record({
  shut: fc.shuffledSubarray([...closers], { minLength: 1, maxLength: 3 }),
  flow: fc.constantFrom('jwt', 'refresh-token'),
  hoursAgo: fc.constantFrom(0, 7, 72),
});

type RandomOrg = typeof randomOrg extends fc.Arbitrary<infer T> ? T : never;

/** What the first root is, and what it should be: the gate at which the simulator's walk stopped. */
export const judgeRandomOrg = async ({ shut, flow, hoursAgo }: RandomOrg) => {
  const story = scenario({
    id: 'user-frozen',
    title: 'Several gates shut',
    leaves: { told: '' },
    flow,
    prints: body,
    breaks: async (stage) => {
      for (const { breaks } of shut) await breaks?.(stage);
    },
  });
  return withScenario(story, {}, async (started) => {
    const { org, user, clock } = started.stage;
    const status = org.loginRows.findLast(({ userId }) => userId === user.id)?.status;
    const expected = shut.find(({ row }) => row === (status === 'Success' ? undefined : status))?.cause;
    clock.advance(hoursAgo * 3_600_000);
    const { evidence } = await gatherFor(started);
    const { findings } = diagnose({ evidence, causes, speaker, cost });
    const [first] = findings.filter(({ role }) => role === 'root');
    return {
      shut: shut.map(({ cause }) => cause),
      flow,
      hoursAgo,
      expected,
      found: first?.cause,
      standing: first?.standing,
    };
  });
};
