import fc from 'fast-check';
import apiDisabled from '../../simulator/scenarios/api-disabled-for-user-or-edition.ts';
import { body } from '../../simulator/scenarios/prints.ts';
import ipRestricted from '../../simulator/scenarios/ip-restricted.ts';
import loginHours from '../../simulator/scenarios/login-hours.ts';
import missingScope from '../../simulator/scenarios/missing-scope.ts';
import { scenario, type Scenario, type ScenarioFlow } from '../../simulator/scenarios/scenario.ts';
import type { Started } from '../../simulator/scenarios/start.ts';
import userNotPreauthorized from '../../simulator/scenarios/user-not-preauthorized.ts';
import { blockApp, deactivateUser, freezeUser, revokeGrant } from '../../simulator/state/admin.ts';
import type { Switches } from '../../simulator/state/types.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import type { CauseId } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatherFor, withScenario } from './gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

/** What the simulator's own walk leaves behind where it stops: the newest row of the user, and what the client is told. */
type Left = { readonly row: string | undefined; readonly told: string };

type Closer = {
  readonly cause: CauseId;
  /** Absent: in every flow. */
  readonly flow?: ScenarioFlow;
  /** What it brings about as well, where that flow is used. */
  readonly brings?: { readonly cause: CauseId; readonly flow: ScenarioFlow };
  readonly stops: (left: Left) => boolean;
  readonly breaks: Scenario['breaks'];
};

const byRow =
  (status: string) =>
  ({ row }: Left): boolean =>
    row === status;

const byText =
  (text: RegExp) =>
  ({ told }: Left): boolean =>
    text.test(told);

/** What shuts one gate. Those that are told alike stand in the order in which the simulator walks. */
const closers: readonly Closer[] = [
  {
    cause: 'app-blocked-or-uninstalled',
    // Blocking an app ends its tokens.
    brings: { cause: 'refresh-token-revoked-or-expired', flow: 'refresh-token' },
    stops: byText(/OAUTH_APP_BLOCKED|app is blocked|expired access\/refresh token/u),
    breaks: ({ act, app }) => blockApp(act(), app),
  },
  {
    cause: 'refresh-token-revoked-or-expired',
    flow: 'refresh-token',
    stops: byText(/expired access\/refresh token/u),
    breaks: ({ grant }) => {
      if (grant !== undefined) revokeGrant(grant);
    },
  },
  {
    cause: 'user-not-preauthorized',
    stops: byRow('Failed: Not approved for access'),
    breaks: userNotPreauthorized.breaks,
  },
  { cause: 'user-inactive', stops: byRow('User is Inactive'), breaks: ({ act, user }) => deactivateUser(act(), user) },
  { cause: 'user-frozen', stops: byRow('User Is Frozen'), breaks: ({ act, user }) => freezeUser(act(), user) },
  { cause: 'login-hours', stops: byRow('Restricted Time'), breaks: loginHours.breaks },
  { cause: 'ip-restricted', stops: byRow('Restricted IP'), breaks: ipRestricted.breaks },
  {
    cause: 'api-disabled-for-user-or-edition',
    stops: byText(/API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED/u),
    breaks: apiDisabled.breaks,
  },
  // A grant keeps its scopes: only a login anew misses one.
  {
    cause: 'missing-scope',
    flow: 'jwt',
    stops: byText(/not valid for use with the REST API/u),
    breaks: missingScope.breaks,
  },
];

export const closersOf = (...ids: readonly CauseId[]): Closer[] => closers.filter(({ cause }) => ids.includes(cause));

const shutIn = (flow: 'jwt' | 'refresh-token'): fc.Arbitrary<Closer[]> =>
  fc.shuffledSubarray(
    closers.filter((one) => one.flow === undefined || one.flow === flow),
    { minLength: 1, maxLength: 3 },
  );

/** One to three gates shut, in the order in which somebody did it, and how long ago the login failed. */
export const randomOrg = fc.constantFrom('jwt' as const, 'refresh-token' as const).chain((flow) =>
  fc.record({
    flow: fc.constant(flow),
    shut: shutIn(flow),
    kind: fc.constantFrom('connected-app' as const, 'external-client-app' as const),
    hoursAgo: fc.constantFrom(0, 7, 72),
    apiWithoutBoth: fc.constant<Switches['apiWithoutBoth']>('api-enabled'),
  }),
);

export type RandomOrg = typeof randomOrg extends fc.Arbitrary<infer T> ? T : never;

const play = <T>({ shut, flow, kind, apiWithoutBoth }: RandomOrg, use: (started: Started) => Promise<T>): Promise<T> =>
  withScenario(
    scenario({
      id: 'user-frozen',
      title: 'Several gates shut',
      leaves: { told: '' },
      flow,
      kind,
      prints: body,
      breaks: async (stage) => {
        stage.sim.world.switches.apiWithoutBoth = apiWithoutBoth;
        for (const { breaks } of shut) await breaks?.(stage);
      },
    }),
    {},
    use,
  );

/** The gate at which the simulator's walk stopped. */
const stoppedAt = ({ shut }: RandomOrg, { stage, info }: Started): Closer => {
  const row = stage.org.loginRows.findLast(({ userId }) => userId === stage.user.id)?.status;
  const stopped = closers.find((one) => shut.includes(one) && one.stops({ row, told: info.errorText }));
  if (stopped === undefined) throw new Error(`Nothing stands for ${String(row)}: ${info.errorText}`);
  return stopped;
};

/** At which gates the walk stops, one after another, as each is opened. */
const orderOf = async (org: RandomOrg): Promise<readonly CauseId[]> => {
  if (org.shut.length === 0) return [];
  const stopped = await play(org, (started) => Promise.resolve(stoppedAt(org, started)));
  return [stopped.cause, ...(await orderOf({ ...org, shut: org.shut.filter((one) => one !== stopped) }))];
};

/** What the root and the next ones are, and what they should be. */
export const judgeRandomOrg = async (org: RandomOrg) => {
  const { flow, kind, hoursAgo } = org;
  const expected = await orderOf(org);
  return play(org, async (started) => {
    started.stage.clock.advance(hoursAgo * 3_600_000);
    const { evidence } = await gatherFor(started);
    const findings = diagnose({ evidence, causes, speaker, cost }).findings.filter(({ role }) => role !== 'later');
    return {
      shut: org.shut.flatMap(({ cause, brings }) => [cause, ...(brings?.flow === flow ? [brings.cause] : [])]),
      flow,
      kind,
      hoursAgo,
      expected,
      found: findings.filter(({ standing }) => standing === 'confirmed').map(({ cause }) => cause),
      /** What is found first, however sure. */
      first: findings.find(({ role }) => role === 'root')?.cause,
      suspected: findings.filter(({ standing }) => standing === 'suspected').map(({ cause }) => cause),
    };
  });
};

/** Of two causes at one gate nobody tells which is met first. */
const gatesOf = (ids: readonly CauseId[]): string =>
  ids.map((id) => causes.find((cause) => cause.id === id)?.gate).join();

/** Whether what is found comes in the order of the walk. */
export const isInOrder = ({
  found,
  expected,
}: {
  readonly found: readonly CauseId[];
  readonly expected: readonly CauseId[];
}): boolean =>
  gatesOf(found.filter((cause) => expected.includes(cause))) ===
  gatesOf(expected.filter((cause) => found.includes(cause)));
