import { around, withAround } from '../../simulator/scenarios/variations/around.ts';
import { named } from '../../simulator/scenarios/variations/names.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatherFor, withScenario, type Looking } from './gathered.ts';
import { unkindNames } from './unkind-names.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

/**
 * `same`: the cause is the first root. `open`: nothing wrong is confirmed, and the diagnosis says that it is undecided.
 * `wrong`: another cause is a confirmed root, or it is called healthy. `ended`: no diagnosis at all.
 */
export type Verdict = 'same' | 'open' | 'wrong' | 'ended';

const verdictOf = (cause: string | undefined, { findings, outcome }: Diagnosis): Verdict => {
  const roots = findings.filter(({ role }) => role === 'root');
  if (roots.some((one) => one.standing === 'confirmed' && one.cause !== cause)) return 'wrong';
  if (roots[0]?.cause === cause) return 'same';
  return outcome === 'healthy' ? 'wrong' : 'open';
};

const look = async (scenario: Scenario, started: Started, how: Looking = {}): Promise<Verdict> => {
  try {
    const { evidence } = await gatherFor(started, how);
    return verdictOf(scenario.cause, diagnose({ evidence, causes, speaker, cost }));
  } catch {
    return 'ended';
  }
};

const tellings = ['app', 'username', 'text'] as const;
const hour = 3_600_000;
const ages = [
  ['7 hours old', 7 * hour],
  ['3 days old', 72 * hour],
] as const;

/** The names of the variations, in the order of `variationsOf`. */
export const variationNames: readonly string[] = [
  ...around.map(({ id }) => id),
  ...tellings.map((one) => `${one} only`),
  ...ages.map(([name]) => name),
  'unkind names',
];

/** How a scenario is diagnosed whose user, profile, app and permission set are called so. */
export const underName = (scenario: Scenario, name: string): Promise<Verdict> =>
  withScenario(named(scenario, name), {}, (started) => look(scenario, started)).catch(() => 'ended' as const);

/** How a scenario is diagnosed in each variation. */
export const variationsOf = async (scenario: Scenario, index = 0): Promise<readonly Verdict[]> => {
  const verdicts = await withScenario(scenario, {}, async (started) => {
    const seen: Verdict[] = [];
    for (const one of around) seen.push(await withAround(started.stage, one, () => look(scenario, started)));
    for (const tells of tellings) seen.push(await look(scenario, started, { tells }));
    let before = 0;
    for (const [, age] of ages) {
      started.stage.clock.advance(age - before);
      before = age;
      seen.push(await look(scenario, started));
    }
    return seen;
  });
  return [...verdicts, await underName(scenario, unkindNames[index % unkindNames.length] ?? '')];
};
