import { expect } from 'chai';
import { loginUrlOf } from '../../simulator/scenarios/client.ts';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { startScenario } from '../../simulator/scenarios/start.ts';
import { checkApp } from '../../src/look/app-check.ts';
import { flows } from '../../src/model/index.ts';
import type { AppCheck, Gate } from '../../src/model/index.ts';
import { inHome } from '../support/home.ts';
import { plainly } from './support/closers.ts';
import { gateOf } from './support/walked.ts';

/**
 * The gate that each cause closes without a word of the failure: by the state of the org, or by what the org recorded of it. Of the others
 * nothing is sure where nobody shows the failure: they lie with the client or on the way.
 */
const closes: Readonly<Record<string, Gate>> = {
  'api-disabled-for-user-or-edition': 'api-access',
  'api-version-retired': 'flow',
  'app-blocked-or-uninstalled': 'app',
  'app-not-found-or-propagating': 'propagated',
  'app-not-installed': 'app',
  'app-wrong-consumer-key': 'app',
  'auth-code-expired-or-reused': 'assertion',
  'client-credentials-no-run-as-user': 'run-as-user',
  'delegated-authentication': 'user',
  'flow-blocked-org-wide': 'flow',
  'flow-not-enabled': 'flow',
  'ip-restricted': 'ip',
  'jwt-cert-expired': 'certificate',
  'jwt-key-file-unreadable': 'certificate',
  'jwt-wrong-key-or-cert': 'certificate',
  'jwt-wrong-subject': 'user',
  'login-hours': 'login-hours',
  'mfa-required': 'mfa',
  'missing-scope': 'scopes',
  'missing-security-token': 'security-token',
  'mutual-tls-required': 'user',
  'org-maintenance-or-read-only': 'host',
  'password-expired': 'user-state',
  'rate-limited': 'api-access',
  'refresh-token-policy-expired': 'refresh-token',
  'user-frozen': 'user-state',
  'user-inactive': 'user-state',
  'user-locked-out': 'user-state',
  'user-not-approved': 'permitted-users',
  'user-not-preauthorized': 'permitted-users',
  'wrong-endpoint': 'host',
  'wrong-username-or-password': 'user',
};

/** Whether the client follows where it is sent, only the failure shows. */
const notSure: ReadonlySet<string> = new Set(['wrong-endpoint.renamed']);

const closedIn = (id: string, cause = ''): Gate | undefined => (notSure.has(id) ? undefined : closes[cause]);

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
          client: plainly,
        },
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
    const gate = closedIn(id, cause);
    it(`${id}: ${gate ?? 'none'}`, async () => {
      const check = await checked(id);
      expect(check.decidingGate).to.equal(gate);
      if (gate !== undefined) expect(gateOf(check, gate).closedBy.map((one) => one.cause)).to.include(cause);
      expect(check.cost.orgRoundTrips).to.be.at.most(3);
      if (leaves === undefined) expect(check.outcome).to.equal('healthy');
    });
  }
});
