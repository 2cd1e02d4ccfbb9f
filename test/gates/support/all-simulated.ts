import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeHome } from '../../../simulator/home/write-home.ts';
import { play } from '../../../simulator/scenarios/play.ts';
import { scenario } from '../../../simulator/scenarios/scenario.ts';
import type { Stage } from '../../../simulator/scenarios/scenario.ts';
import { createApp } from '../../../simulator/state/apps.ts';
import { nextId } from '../../../simulator/state/ids.ts';
import type { App, Grant, Org } from '../../../simulator/state/types.ts';
import { checkAllApps } from '../../../src/look/app-check.ts';
import type { AllAppsCheck } from '../../../src/model/index.ts';
import { inHome } from '../../support/home.ts';

export type ManySimulated = { readonly stage: Stage; readonly check: () => Promise<AllAppsCheck> };

/** A healthy org; `use` fills it and looks at all of its apps. */
export const allSimulated = async (use: (simulated: ManySimulated) => Promise<void>): Promise<void> => {
  const played = await play(scenario({ id: 'all', cause: undefined, title: 'All', flow: 'jwt', prints: () => '' }));
  const home = mkdtempSync(path.join(os.tmpdir(), 'all-home-'));
  try {
    const { env } = writeHome(home, played);
    const check = (): Promise<AllAppsCheck> =>
      inHome(env, () => checkAllApps({ targetOrg: 'admin', client: { needs: [], certWarnDays: 30 } }));
    await use({ stage: played.stage, check });
  } finally {
    await played.sim.stop();
    rmSync(home, { recursive: true, force: true });
  }
};

/** Apps of both kinds in turn, all healthy. */
export const fillApps = (
  org: Org,
  count: number,
  each: (app: App, at: number) => void = () => undefined,
): readonly App[] =>
  Array.from({ length: count }, (_none, at) => {
    const kind = at % 2 === 0 ? 'connected-app' : 'external-client-app';
    const app = createApp(org, { name: `App ${at}`, developerName: `App_${at}`, kind });
    each(app, at);
    return app;
  });

/** Tokens, app by app in turn, `perUser` for each user. A grant is pushed as it is: making it would count all the others. */
export const fillTokens = (org: Org, apps: readonly App[], count: number, perUser: number, now: number): void => {
  for (let at = 0; at < count; at += 1) {
    const user = Math.floor(at / perUser);
    const grant: Grant = {
      id: nextId(org, '0CQ'),
      userId: `005${org.pod}${String(user).padStart(10, '0')}AAA`,
      appId: apps[at % apps.length]!.id,
      refreshToken: `5Aep${at}`,
      spentTokens: [],
      scopes: [],
      createdAt: now - at * 60_000,
      ...(at % 10 === 0 ? {} : { lastUsedAt: now - at * 1000 }),
      useCount: at % 10 === 0 ? 0 : 7,
      revoked: false,
    };
    org.grants.push(grant);
  }
};
