import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeBeside, writeHome } from '../home/write-home.ts';
import type { Simulator } from '../index.ts';
import { profileOf } from '../state/lookup.ts';
import { addLoginRows } from '../state/rows.ts';
import { proxyEnvironment } from '../network/environment.ts';
import { startProxy } from '../network/proxy.ts';
import type { Proxy } from '../network/proxy.ts';
import { scenarioNamed } from './index.ts';
import { play } from './play.ts';
import type { Played } from './play.ts';
import { crowd } from './variations/crowd.ts';
import { endsWell } from './scenario.ts';
import type { Scenario, Stage } from './scenario.ts';

export type StartOptions = {
  /** Port of the login host, the others follow it; 0 or absent: free ports. */
  readonly port?: number;
  /** ms before every answer. */
  readonly latency?: number;
  /** Further Login History rows, of everybody, in the six months before the story. */
  readonly rows?: number;
  /** What stands round the story. Absent: nothing. */
  readonly world?: 'crowded';
  /** Permissions taken away from the looking administrator, as metadata names. */
  readonly deny?: readonly string[];
  /** Everybody reaches the hosts by their real names, through a proxy. */
  readonly asSalesforce?: boolean;
  /** Absent: a new folder that goes away with the simulator. */
  readonly home?: string;
  /** The home holds another org already: of this one only the looking administrator is stored, under this alias. */
  readonly besideAs?: string;
};

/** What `npm run simulator` prints, in one line. `null`: the flow has none. */
export type Info = {
  readonly scenario: string;
  /** Variables to set for the `sf` CLI. */
  readonly env: Record<string, string>;
  readonly home: string;
  readonly urls: { readonly login: string; readonly test: string; readonly myDomain: string; readonly log: string };
  readonly username: string;
  readonly app: string;
  readonly consumerKey: string;
  readonly keyFile: string | null;
  readonly clientSecret: string;
  /** Only where the login is made with an auth URL. */
  readonly authUrlFile?: string;
  /** What the integration was told; empty where it was let in. */
  readonly errorText: string;
};

export type Started = {
  readonly sim: Simulator;
  readonly stage: Stage;
  readonly info: Info;
  /** The way to the hosts by their real names. Absent: they go by addresses of this machine. */
  readonly proxy?: Proxy;
  readonly stop: () => Promise<void>;
};

const deny = (stage: Stage, permissions: readonly string[]): void => {
  const held = [profileOf(stage.org, stage.admin), ...stage.org.permissionSets];
  for (const name of permissions) for (const holder of held) holder.permissions.delete(name);
};

/** From here on whoever looks is alone with the org: the log is empty, and answers take their time. */
const handOver = ({ sim, stage, began }: Played, options: StartOptions): void => {
  if (options.world === 'crowded') crowd(stage);
  deny(stage, options.deny ?? []);
  if (options.rows !== undefined && options.rows > 0) addLoginRows(stage.org, options.rows, began);
  sim.log.clear();
  sim.faults.latency = options.latency ?? 0;
};

const called = (id: string): Scenario => {
  const scenario = scenarioNamed(id);
  if (scenario === undefined) throw new Error(`There is no scenario "${id}".`);
  return scenario;
};

/** Plays a scenario, one of ours by its id, and leaves its servers running. Throws where there is no such scenario. */
export const startScenario = async (which: string | Scenario, options: StartOptions = {}): Promise<Started> => {
  const scenario = typeof which === 'string' ? called(which) : which;
  const played = await play(scenario, options.port);
  const home = options.home ?? mkdtempSync(path.join(os.tmpdir(), 'simulated-home-'));
  const { besideAs } = options;
  const proxy = options.asSalesforce === true ? await startProxy(played.sim.takeRealNames()) : undefined;
  const { env, keyFile } = besideAs === undefined ? writeHome(home, played) : writeBeside(home, played, besideAs);
  scenario.spoils?.(home, played.stage);
  handOver(played, options);
  const { sim, stage, told } = played;
  const { login, test, myDomain, log } = sim.urls;
  return {
    sim,
    stage,
    info: {
      scenario: scenario.id,
      env: { ...env, ...(proxy === undefined ? {} : proxyEnvironment(home, proxy)) },
      home,
      urls: { login, test, myDomain, log },
      username: stage.client.username,
      app: stage.app.name,
      consumerKey: stage.client.consumerKey,
      keyFile: keyFile ?? null,
      clientSecret: stage.client.clientSecret,
      ...(scenario.authUrlFile === undefined ? {} : { authUrlFile: path.join(home, scenario.authUrlFile) }),
      errorText: endsWell(scenario) ? '' : scenario.prints(told),
    },
    ...(proxy === undefined ? {} : { proxy }),
    stop: async () => {
      await proxy?.stop();
      await played.stop();
      if (options.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
};
