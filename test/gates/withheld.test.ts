import { expect } from 'chai';
import { blockApp, freezeUser, removeAssignment, setClientCredentials } from '../../simulator/state/admin.ts';
import { createGrant } from '../../simulator/state/apps.ts';
import type { ScenarioFlow, Stage } from '../../simulator/scenarios/scenario.ts';
import type { AppCheck } from '../../src/model/index.ts';
import { withheld } from '../support/withheld.ts';
import type { Kind } from './support/closers.ts';
import { simulated } from './support/simulated.ts';
import { gateOf } from './support/walked.ts';

type Story = {
  readonly name: string;
  readonly kind: Kind;
  readonly flow: ScenarioFlow;
  readonly breaks: (stage: Stage) => void;
};

const stories: readonly Story[] = [
  { name: 'nothing is wrong', kind: 'connected-app', flow: 'jwt', breaks: () => undefined },
  { name: 'the app is blocked', kind: 'connected-app', flow: 'jwt', breaks: ({ act, app }) => blockApp(act(), app) },
  {
    name: 'the app is switched off',
    kind: 'external-client-app',
    flow: 'jwt',
    breaks: ({ app }) => void (app.disabled = true),
  },
  {
    name: 'the user is frozen and not assigned',
    kind: 'external-client-app',
    flow: 'jwt',
    breaks: ({ act, user, access }) => {
      freezeUser(act(), user);
      removeAssignment(act(), user, access);
    },
  },
  {
    name: 'the run-as user is gone',
    kind: 'external-client-app',
    flow: 'client-credentials',
    breaks: ({ act, app }) => setClientCredentials(act(), app, true),
  },
  {
    name: 'the run-as user is gone',
    kind: 'connected-app',
    flow: 'client-credentials',
    breaks: ({ act, app }) => setClientCredentials(act(), app, true),
  },
  {
    name: 'the user is not assigned',
    kind: 'connected-app',
    flow: 'jwt',
    breaks: ({ act, user, access }) => removeAssignment(act(), user, access),
  },
  {
    name: 'the app is only authorised, by others',
    kind: 'connected-app',
    flow: 'refresh-token',
    breaks: ({ org, app, admin, grant, clock }) => {
      createGrant(org, { userId: admin.id, appId: app.id, createdAt: clock.now() });
      grant!.revoked = true;
      app.origin = 'only-authorised';
    },
  },
];

/** Takes permissions away from everyone who looks, while `use` runs. */
const without = async <T>(stage: Stage, deny: readonly string[], use: () => Promise<T>): Promise<T> => {
  const holders = [...stage.org.profiles, ...stage.org.permissionSets].filter(({ id }) => id !== stage.profile.id);
  const before = holders.map(({ permissions }) => [...permissions]);
  for (const { permissions } of holders) for (const name of deny) permissions.delete(name);
  try {
    return await use();
  } finally {
    for (const [at, { permissions }] of holders.entries()) for (const name of before[at] ?? []) permissions.add(name);
  }
};

/** What is not seen is neither open nor closed: no gate stands otherwise than it does to one who sees all. */
const agree = (blind: AppCheck, whole: AppCheck, what: string): void => {
  for (const { gate, state } of blind.gates) {
    const truth = gateOf(whole, gate).state;
    if (state === 'closed') expect(truth, `${gate} ${what}`).to.equal('closed');
    if (truth === 'closed') expect(state, `${gate} ${what}`).to.be.oneOf(['closed', 'not-seen']);
  }
  if (whole.outcome === 'cause-found') expect(blind.outcome, what).to.not.equal('healthy');
};

describe('the gates, seen without some permissions', function () {
  this.timeout(120_000);
  for (const { name, kind, flow, breaks } of stories) {
    it(`${name} (${kind}): a shorter answer is never taken for the whole`, () =>
      simulated({ kind, flow }, async ({ stage, check }) => {
        breaks(stage);
        const whole = await check();
        for (const deny of withheld) {
          const blind = await without(stage, deny, () => check());
          agree(blind, whole, `without ${deny.join(' and ')}`);
        }
      }));
  }
});
