import { scenarioIds, scenarioNamed } from '../../simulator/scenarios/index.ts';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import type { Scenario } from '../../simulator/scenarios/scenario.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import type { Started, StartOptions } from '../../simulator/scenarios/start.ts';
import { causes } from '../../src/causes/index.ts';
import { plan } from '../../src/diagnosis/index.ts';
import { gather } from '../../src/evidence/gather.ts';
import type { Gathered } from '../../src/evidence/gather.ts';
import { openOrg } from '../../src/evidence/org-port.ts';
import type { OrgPort } from '../../src/evidence/org-wire.ts';
import type { Evidence, Integration } from '../../src/model/index.ts';
import { inHome } from './home.ts';
import { withheld } from './withheld.ts';

export type Looking = {
  readonly org?: boolean;
  readonly offline?: boolean;
  readonly probe?: boolean;
  readonly attempt?: boolean;
  readonly login?: string;
  /** What of all that is known a person tells; absent: everything. */
  readonly tells?: 'app' | 'username' | 'text';
  /** Another way to the org and the login host than the straight one. */
  readonly by?: { readonly port: OrgPort; readonly loginUrl?: string; readonly signal?: AbortSignal };
};

/** Nothing in the way is silent: a machine that is busy with other work must not pass for a login host that does not answer. */
const patientMs = 60_000;

/** The alias of the login, where it is about what is stored. */
const loginNamed = (id: string): string | undefined => (scenarioNamed(id)?.byLogin === true ? 'ci' : undefined);

type Told = {
  readonly login: string | undefined;
  readonly tells: Looking['tells'];
  readonly by: Looking['by'];
};

/** What a person tells of the integration. */
const integrationOf = ({ stage, info }: Pick<Started, 'stage' | 'info'>, { login, tells, by }: Told): Integration => {
  if (tells !== undefined)
    return {
      ...(tells === 'app' ? { app: info.app } : {}),
      ...(tells === 'username' ? { username: info.username } : {}),
      sourceIps: [],
    };
  return {
    username: info.username,
    // login() goes through no app.
    ...(stage.client.flow === 'soap-login' ? {} : { app: info.app, consumerKey: info.consumerKey }),
    flow: stage.client.flow,
    loginUrl: by?.loginUrl ?? loginUrlOf(stage.client, stage.sim.urls),
    ...(login === undefined ? {} : { login }),
    sourceIps: stage.client.sourceIp === undefined ? [] : [stage.client.sourceIp],
  };
};

/** Looks at a scenario with everything that a person would tell of it. */
export const gatherFor = async (
  { stage, info }: Started,
  {
    org = true,
    offline = false,
    probe = true,
    attempt = false,
    login = loginNamed(info.scenario),
    tells,
    by,
  }: Looking = {},
): Promise<Gathered> =>
  inHome(info.env, async () =>
    gather({
      integration: integrationOf({ stage, info }, { login, tells, by }),
      errorText: info.errorText === '' || (tells !== undefined && tells !== 'text') ? undefined : info.errorText,
      keyFile: tells === undefined ? (info.keyFile ?? undefined) : undefined,
      authUrlFile: info.authUrlFile,
      offline,
      probe,
      attempt,
      wanted: plan(causes),
      port: org ? (by?.port ?? (await openOrg('admin'))) : undefined,
      signal: by?.signal,
      now: () => stage.clock.now() + (stage.client.clock ?? 0),
      timeoutMs: by === undefined ? patientMs : 5000,
      variables: {},
    }),
  );

export type GatheredScenario = {
  readonly id: string;
  /** Undefined: nothing is broken. */
  readonly cause: string | undefined;
  readonly evidence: Evidence;
  readonly orgRoundTrips: number;
};

/** Plays a scenario, lets `use` see it, and stops it. */
export const withScenario = async <T>(
  which: string | Scenario,
  options: StartOptions,
  use: (started: Started) => Promise<T>,
): Promise<T> => {
  const started = await startScenario(which, options);
  try {
    return await use(started);
  } finally {
    await started.stop();
  }
};

/** Takes permissions away from everyone who looks, while `use` runs. */
const without = async <T>({ stage }: Started, deny: readonly string[], use: () => Promise<T>): Promise<T> => {
  const holders = [...stage.org.profiles, ...stage.org.permissionSets].filter(({ id }) => id !== stage.profile.id);
  const before = holders.map(({ permissions }) => [...permissions]);
  for (const { permissions } of holders) for (const name of deny) permissions.delete(name);
  try {
    return await use();
  } finally {
    for (const [index, { permissions }] of holders.entries())
      for (const name of before[index] ?? []) permissions.add(name);
  }
};

type Seen = ReadonlyMap<string, GatheredScenario>;

/** What a scenario shows with full permissions (key: ''), and with each set of permissions taken away (key: their names). */
export const play = (id: string, denials: ReadonlyArray<readonly string[]>): Promise<Seen> =>
  withScenario(id, {}, async (started) => {
    const seen = new Map<string, GatheredScenario>();
    for (const deny of [[], ...denials]) {
      const { evidence, orgRoundTrips } = await without(started, deny, () => gatherFor(started));
      seen.set(deny.join(), { id, cause: scenarioNamed(id)?.cause, evidence, orgRoundTrips });
    }
    return seen;
  });

const playAll = async (denials: ReadonlyArray<readonly string[]>): Promise<readonly Seen[]> => {
  const all: Seen[] = [];
  for (const id of scenarioIds) all.push(await play(id, denials));
  return all;
};

/** Played once for all laws; without permissions only where a law asks for that: it takes minutes. */
let full: Promise<readonly Seen[]> | undefined;
let withDenials: Promise<readonly Seen[]> | undefined;

/** The evidence of every scenario, looked at with full permissions. */
export const gatheredScenarios = async (): Promise<readonly GatheredScenario[]> => {
  const all = await (withDenials ?? (full ??= playAll([])));
  return all.flatMap((seen) => seen.get('') ?? []);
};

/** The same scenarios, looked at without some permissions. */
export const gatheredWithout = async (deny: readonly string[]): Promise<readonly GatheredScenario[]> => {
  const all = await (withDenials ??= playAll(withheld));
  return all.flatMap((seen) => seen.get(deny.join()) ?? []);
};
