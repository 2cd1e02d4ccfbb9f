import { expect } from 'chai';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { checkApp } from '../../src/app-check.ts';
import { flows } from '../../src/model/index.ts';
import type { AppCheck, AppGate } from '../../src/model/index.ts';
import { inHome } from '../support/home.ts';
import { plainly } from './support/closers.ts';
import { gateOf } from './support/walked.ts';

/** Causes that stand in the state of the org and of the app: the gate that they close. The others lie with the client, the host, or the past. */
const closes: Readonly<Record<string, AppGate>> = {
  'api-disabled-for-user-or-edition': 'api-access',
  'app-blocked-or-uninstalled': 'app',
  'app-not-found-or-propagating': 'propagated',
  'app-not-installed': 'app',
  'app-wrong-consumer-key': 'app',
  'client-credentials-no-run-as-user': 'run-as-user',
  'flow-blocked-org-wide': 'flow',
  'flow-not-enabled': 'flow',
  'ip-restricted': 'ip',
  'jwt-cert-expired': 'certificate',
  'jwt-key-file-unreadable': 'certificate',
  'jwt-wrong-key-or-cert': 'certificate',
  'jwt-wrong-subject': 'user-state',
  'mfa-required': 'mfa',
  'missing-scope': 'scopes',
  'password-expired': 'user-state',
  'refresh-token-policy-expired': 'refresh-token',
  'refresh-token-revoked-or-expired': 'refresh-token',
  'user-frozen': 'user-state',
  'user-inactive': 'user-state',
  'user-locked-out': 'user-state',
  'user-not-approved': 'permitted-users',
  'user-not-preauthorized': 'permitted-users',
  'wrong-endpoint': 'propagated',
};

/** By scenario: a rotated token is one that is no more; of a password nobody can see whether it is right, but of a user whether there is one. */
const otherwise: Readonly<Record<string, AppGate>> = {
  'refresh-token-rotated': 'refresh-token',
  'wrong-username-or-password.unknown-user': 'user-state',
};

const expected = (id: string, cause: string | undefined): AppGate | undefined => closes[cause ?? ''] ?? otherwise[id];

const checked = async (id: string): Promise<AppCheck> => {
  const { stage, info, stop } = await startScenario(id);
  try {
    const { client } = stage;
    const flow = flows.find((one) => one === client.flow);
    return await inHome(info.env, () =>
      checkApp({
        integration: {
          username: client.username,
          app: info.app,
          consumerKey: client.consumerKey,
          loginUrl: loginUrlOf(client, stage.sim.urls),
          sourceIps: [client.sourceIp ?? stage.world.sourceIp],
          ...(flow === undefined ? {} : { flow }),
        },
        wanted: plainly,
        ...(info.keyFile === null ? {} : { keyFile: info.keyFile }),
        targetOrg: 'admin',
        offline: false,
        probe: true,
        attempt: false,
      }),
    );
  } finally {
    await stop();
  }
};

describe('the deciding gate in every scenario', function () {
  this.timeout(60_000);
  for (const { id, cause, leaves } of scenarios) {
    it(`${id}: ${expected(id, cause) ?? 'none'}`, async () => {
      const check = await checked(id);
      expect(check.decidingGate).to.equal(expected(id, cause));
      if (cause !== undefined && closes[cause] !== undefined)
        expect(gateOf(check, closes[cause]).closedBy.map((one) => one.cause)).to.include(cause);
      expect(check.cost.orgRoundTrips).to.be.at.most(3);
      // Whether SOAP login() is on in an org nobody can read.
      const nothingClosed = check.integration.flow === 'soap-login' ? 'inconclusive' : 'healthy';
      if (leaves === undefined) expect(check.outcome).to.equal(nothingClosed);
    });
  }
});
