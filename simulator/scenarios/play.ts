import { createClock } from '../frame/clock.ts';
import { startSimulator } from '../index.ts';
import type { Simulator } from '../index.ts';
import { attempt } from './client.ts';
import type { Client, Told } from './client.ts';
import { endsWell } from './scenario.ts';
import type { Scenario, Stage } from './scenario.ts';
import { createSetting } from './stage.ts';

const hour = 3600 * 1000;

export type Played = {
  readonly sim: Simulator;
  /** When the integration first logged in on stage: epoch ms. */
  readonly began: number;
  readonly stage: Stage;
  /** The last login that went well. */
  readonly before: Told;
  /** What the integration is told now. */
  readonly told: Told;
  /** Ends the servers, and whatever else runs for the scenario. */
  readonly stop: () => Promise<void>;
};

const mustBe = (granted: boolean, told: Told, scenario: Scenario, when: string): void => {
  if (told.granted === granted) return;
  throw new Error(`Scenario ${scenario.id}: ${when} the login was ${granted ? 'refused' : 'granted'}: ${told.body}`);
};

/** Three logins that go well, an hour apart. The last one's answer. */
const logInAsAlways = async (scenario: Scenario, stage: Stage): Promise<Told> => {
  let told = await stage.logIn(stage.client);
  mustBe(true, told, scenario, 'while all was well');
  for (let again = 0; again < 2; again += 1) {
    stage.clock.advance(hour);
    told = await stage.logIn(stage.client);
    mustBe(true, told, scenario, 'while all was well');
  }
  return told;
};

/** What went before is over: sessions of the integration that the API would still take are ended. */
const endOldSessions = (stage: Stage, told: Told): void => {
  for (const session of stage.org.sessions) {
    if (session.userId === stage.user.id && session.token !== told.accessToken) session.ended = true;
  }
};

/** A client keeps the refresh token that came last. */
const logInWith = async (client: Client, sim: Simulator): Promise<Told> => {
  const told = await attempt(client, sim.urls, sim.clock.now());
  if (told.refreshToken !== undefined) client.refreshToken = told.refreshToken;
  return told;
};

/** Plays a scenario up to now, on running servers. The integration's clock ends at the real time. */
export const play = async (scenario: Scenario, port = 0): Promise<Played> => {
  const began = Date.now() - (scenario.span ?? 5 * hour);
  const clock = createClock({ at: began });
  const setting = createSetting(scenario, clock);
  const sim = await startSimulator({ world: setting.world, clock, port });
  const closers: Array<() => Promise<void> | void> = [];
  const stop = async (): Promise<void> => {
    for (const close of closers) await close();
    await sim.stop();
  };
  try {
    const stage: Stage = {
      ...setting,
      sim,
      act: () => ({ org: setting.org, byUserId: setting.admin.id, at: clock.now() }),
      logIn: (client) => logInWith(client, sim),
      onStop: (close) => {
        closers.push(close);
      },
    };
    const before = await logInAsAlways(scenario, stage);
    clock.advance(hour);
    await scenario.breaks?.(stage);
    clock.set(Date.now() - (stage.client.clock ?? 0));
    const told = await stage.logIn(stage.client);
    mustBe(endsWell(scenario), told, scenario, 'at the end');
    endOldSessions(stage, told);
    return { sim, began, stage, before, told, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
