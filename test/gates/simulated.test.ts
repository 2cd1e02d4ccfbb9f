import { expect } from 'chai';
import {
  addAssignment,
  addLoginIpRange,
  blockApp,
  blockPasswordFlow,
  changeScopes,
  freezeUser,
  removeAssignment,
  setClientCredentials,
  setLoginHours,
  setProfilePermission,
} from '../../simulator/state/admin.ts';
import { createPermissionSet } from '../../simulator/state/people.ts';
import type { ScenarioFlow, Setting, Stage } from '../../simulator/scenarios/scenario.ts';
import type { Gate, CauseId } from '../../src/model/index.ts';
import type { Kind } from './support/closers.ts';
import { simulated, type Asked } from './support/simulated.ts';
import { gateOf } from './support/walked.ts';

const shut = { start: 0, end: 0 };
const never = {
  monday: shut,
  tuesday: shut,
  wednesday: shut,
  thursday: shut,
  friday: shut,
  saturday: shut,
  sunday: shut,
};

type Closed = {
  readonly gate: Gate;
  readonly cause: CauseId;
  /** The kind of app and the flow that it is told with. */
  readonly flow: ScenarioFlow;
  readonly only?: Kind;
  readonly prepare?: (setting: Setting) => void;
  readonly close: (stage: Stage) => void;
  readonly asked?: Asked;
  /** The simulated org refuses the login for real: false where what closes it is on the client's side. */
  readonly refused?: false;
};

/** What no trail tells is doubted for a day by a login that went well. */
const nextDay: Asked = { later: 25 * 3600_000 };

const closed: readonly Closed[] = [
  {
    gate: 'app',
    cause: 'app-blocked-or-uninstalled',
    flow: 'jwt',
    only: 'connected-app',
    close: ({ act, app }) => blockApp(act(), app),
  },
  {
    gate: 'app',
    cause: 'app-blocked-or-uninstalled',
    flow: 'jwt',
    only: 'external-client-app',
    close: ({ app }) => void (app.disabled = true),
    asked: nextDay,
  },
  {
    gate: 'propagated',
    cause: 'app-not-found-or-propagating',
    flow: 'jwt',
    close: ({ app, clock }) => {
      app.changedAt = clock.now() - 120_000;
      app.knownFrom = clock.now() + 600_000;
    },
  },
  {
    gate: 'flow',
    cause: 'flow-not-enabled',
    flow: 'client-credentials',
    close: ({ act, app, user }) => setClientCredentials(act(), app, false, user),
  },
  {
    gate: 'flow',
    cause: 'flow-blocked-org-wide',
    flow: 'password',
    only: 'connected-app',
    close: ({ act }) => blockPasswordFlow(act()),
  },
  {
    gate: 'client-authentication',
    cause: 'app-requires-secret',
    flow: 'refresh-token',
    close: () => undefined,
    asked: { wanted: { sends: ['nothing'] } },
    refused: false,
  },
  {
    gate: 'client-authentication',
    cause: 'pkce-required-or-bad-verifier',
    flow: 'jwt',
    close: ({ app }) => void (app.pkceRequired = true),
    asked: { integration: { flow: 'web' }, wanted: { sends: ['secret'] } },
    refused: false,
  },
  {
    gate: 'callback-url',
    cause: 'callback-url-missing',
    flow: 'jwt',
    close: ({ app }) => void (app.callbackUrls = []),
    asked: { integration: { flow: 'web' } },
    refused: false,
  },
  {
    gate: 'certificate',
    cause: 'jwt-key-file-unreadable',
    flow: 'jwt',
    close: () => undefined,
    asked: { keyFile: 'no-such.key' },
    refused: false,
  },
  {
    gate: 'permitted-users',
    cause: 'user-not-preauthorized',
    flow: 'jwt',
    close: ({ act, user, access }) => removeAssignment(act(), user, access),
  },
  { gate: 'user-state', cause: 'user-frozen', flow: 'jwt', close: ({ act, user }) => freezeUser(act(), user) },
  {
    gate: 'login-hours',
    cause: 'login-hours',
    flow: 'jwt',
    close: ({ act, profile }) => setLoginHours(act(), profile, never),
  },
  {
    gate: 'ip',
    cause: 'ip-restricted',
    flow: 'jwt',
    close: ({ act, profile }) => addLoginIpRange(act(), profile, '198.51.100.0', '198.51.100.255'),
  },
  {
    gate: 'mfa',
    cause: 'mfa-required',
    flow: 'jwt',
    close: ({ app }) => void (app.requiresHighAssurance = true),
    asked: nextDay,
  },
  {
    gate: 'mfa',
    cause: 'mfa-required',
    flow: 'password',
    only: 'connected-app',
    prepare: ({ org }) =>
      void createPermissionSet(org, { name: 'MFA', label: 'MFA', permissions: new Set(['TwoFactorApi']) }),
    close: ({ act, org, user }) =>
      addAssignment(
        act(),
        user,
        org.permissionSets.find(({ name }) => name === 'MFA')!,
      ),
  },
  {
    gate: 'api-access',
    cause: 'api-disabled-for-user-or-edition',
    flow: 'jwt',
    close: ({ act, profile }) => setProfilePermission(act(), profile, 'ApiEnabled', 'API Enabled', false),
  },
  {
    gate: 'scopes',
    cause: 'missing-scope',
    flow: 'jwt',
    close: ({ act, app }) => changeScopes(act(), app, ['RefreshToken', 'OpenID']),
  },
  {
    gate: 'refresh-token',
    cause: 'refresh-token-policy-expired',
    flow: 'refresh-token',
    close: ({ app }) => void (app.refreshPolicy = { kind: 'zero' }),
    asked: nextDay,
  },
  {
    gate: 'run-as-user',
    cause: 'client-credentials-no-run-as-user',
    flow: 'client-credentials',
    close: ({ app }) => void (app.clientCredentials = { enabled: true }),
    asked: nextDay,
  },
];

const kinds: readonly Kind[] = ['connected-app', 'external-client-app'];

/** So long ago that it has spread: only the gate about spreading is about spreading. */
const settle = ({ app, clock }: Stage): void => void (app.changedAt = clock.now() - 3 * 3600_000);

const asked = (...all: ReadonlyArray<Asked | undefined>): Asked => ({
  integration: Object.assign({}, ...all.map((one) => one?.integration)) as object,
  wanted: Object.assign({}, ...all.map((one) => one?.wanted)) as object,
  ...all.find((one) => one?.keyFile !== undefined),
  later: Math.max(...all.map((one) => one?.later ?? 0)),
});

describe('the gate walk in a simulated org', function () {
  this.timeout(60_000);

  for (const kind of kinds) {
    it(`${kind}: every gate that applies is open where nothing is wrong, in three round trips at most`, () =>
      simulated({ kind }, async ({ check }) => {
        const { gates, outcome, cost } = await check();
        // What an external client app returns of its certificate was seen here; in a real org it may not be.
        expect(gates.filter(({ state }) => state === 'closed' || state === 'not-seen')).to.deep.equal([]);
        expect(outcome).to.equal('healthy');
        expect(cost.orgRoundTrips).to.be.within(1, 3);
      }));
  }

  for (const one of closed) {
    for (const kind of kinds.filter((each) => one.only === undefined || one.only === each)) {
      it(`${kind}, ${one.flow}: ${one.gate} closed by ${one.cause}`, () =>
        simulated(
          { kind, flow: one.flow, ...(one.prepare === undefined ? {} : { prepare: one.prepare }) },
          async ({ stage, check }) => {
            one.close(stage);
            if (one.gate !== 'propagated') settle(stage);
            const told = await stage.logIn(stage.client);
            if (one.refused !== false) expect(told.granted, 'the org refuses it').to.equal(false);
            const result = await check(one.asked);
            expect(result.decidingGate).to.equal(one.gate);
            expect(gateOf(result, one.gate).closedBy.map(({ cause }) => cause)).to.deep.equal([one.cause]);
            expect(result.outcome).to.equal(one.gate === 'propagated' ? 'transient' : 'cause-found');
            expect(result.cost.orgRoundTrips).to.be.within(1, 3);
          },
        ));
    }
  }

  describe('of two closed gates the earlier one decides', () => {
    const byGate = (gate: Gate, flow: ScenarioFlow): Closed =>
      closed.find((one) => one.gate === gate && one.flow === flow)!;
    const sample: ReadonlyArray<readonly [ScenarioFlow, Gate, Gate]> = [
      ['jwt', 'app', 'permitted-users'],
      ['jwt', 'propagated', 'certificate'],
      ['jwt', 'certificate', 'user-state'],
      ['jwt', 'permitted-users', 'user-state'],
      ['jwt', 'permitted-users', 'ip'],
      ['jwt', 'user-state', 'login-hours'],
      ['jwt', 'login-hours', 'mfa'],
      ['jwt', 'mfa', 'ip'],
      ['jwt', 'ip', 'api-access'],
      ['jwt', 'api-access', 'scopes'],
      ['client-credentials', 'flow', 'run-as-user'],
    ];
    for (const [flow, earlier, later] of sample) {
      it(`${earlier} before ${later}`, () =>
        simulated({ flow }, async ({ stage, check }) => {
          const [first, second] = [byGate(earlier, flow), byGate(later, flow)];
          // The later one first: the order of the admin's deeds is not the order of the gates.
          for (const one of [second, first]) {
            if (one.gate === 'run-as-user') delete stage.app.clientCredentials.runAsUserId;
            else one.close(stage);
          }
          if (earlier === 'flow') stage.app.clientCredentials = { enabled: false };
          if (earlier !== 'propagated') settle(stage);
          const result = await check(asked(first.asked, second.asked));
          expect(result.decidingGate).to.equal(earlier);
          // A flow that is off has no run-as user to look for.
          if (later !== 'run-as-user') expect(gateOf(result, later).state).to.equal('closed');
        }));
    }
  });
});
