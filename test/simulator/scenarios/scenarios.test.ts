import { expect } from 'chai';
import { scenarioIds, scenarios } from '../../../simulator/scenarios/index.ts';
import { endsWell } from '../../../simulator/scenarios/scenario.ts';
import { startScenario } from '../../../simulator/scenarios/start.ts';
import type { Started } from '../../../simulator/scenarios/start.ts';

type Expected = {
  /** Part of what the integration was told. */
  readonly told: string;
  /** Status of the row that the refusal left; absent: facts know of none, so the newest row is an older success. */
  readonly row?: string;
  /** Action of the newest entry in the Setup Audit Trail; absent: nobody changed anything, or no code is known. */
  readonly change?: string;
};

const deadToken = 'expired access/refresh token';

const expected: Readonly<Record<string, Expected>> = {
  'api-access-control': {
    told: 'not valid for use with the REST API',
    row: 'Success',
    change: 'adminApprovedAppsOnlyOffOn',
  },
  'api-disabled-for-user-or-edition': {
    told: 'API_DISABLED_FOR_ORG',
    row: 'Success',
    change: 'profilePermChangedCustom',
  },
  'app-blocked-or-uninstalled': {
    told: 'OAUTH_APP_BLOCKED: this app is blocked by admin',
    change: 'blockConnectedApplication',
  },
  'app-not-found-or-propagating': { told: 'client identifier invalid', change: 'generateOauthStagedCredential' },
  'app-not-installed': { told: 'app%20must%20be%20installed%20into%20org', change: 'deleteConnectedApplication' },
  'app-requires-secret': {
    told: 'invalid client credentials',
    change: 'changeApplicationSecretRequiredForRefreshToken',
  },
  'app-wrong-consumer-key': { told: 'client identifier invalid' },
  'app-wrong-secret': { told: 'invalid client credentials', change: 'generateOauthStagedCredential' },
  'auth-code-expired-or-reused': { told: 'expired authorization code', row: 'Failed: Invalid Nonce' },
  'callback-url-missing': { told: 'callback URL provided is not valid' },
  'cli-bug': { told: 'Cannot start the OAuth redirect server on port' },
  'client-credentials-no-run-as-user': { told: 'no client credentials user enabled' },
  'client-request-malformed': { told: 'redirect_uri%20not%20provided' },
  'flow-blocked-org-wide': { told: 'authentication failure', row: 'Username-Password Flow Disabled' },
  'flow-not-enabled': {
    told: 'client credentials flow not enabled',
    change: 'changeApplicationClientCredentialEnabled',
  },
  'flow-not-enabled.eca': { told: 'client credentials flow not enabled' },
  'full-scope': { told: '' },
  healthy: { told: '' },
  'ip-restricted': { told: 'ip restricted', row: 'Restricted IP', change: 'loginIpRange' },
  'ip-restricted.eca': { told: 'ip restricted', row: 'Restricted IP', change: 'loginIpRange' },
  'jwt-cert-expired': { told: 'invalid assertion' },
  'jwt-expired-or-clock-skew': { told: 'expired authorization code' },
  'jwt-key-file-unreadable': { told: 'DECODER routines::unsupported' },
  'jwt-malformed': { told: 'invalid assertion' },
  'jwt-wrong-audience': { told: 'audience is invalid' },
  'jwt-wrong-key-or-cert': { told: 'invalid assertion', change: 'changeApplicationCertificate' },
  'jwt-wrong-key-or-cert.eca': { told: 'invalid assertion' },
  'jwt-wrong-subject': { told: "user hasn't approved this consumer", change: 'changedusername' },
  'local-credential-store': { told: 'Unsupported state or unable to authenticate data' },
  'local-credential-store.auth-url': { told: 'Invalid SFDX authorization URL' },
  'login-hours': { told: 'invalid login hours', row: 'Restricted Time', change: 'profileLoginHoursChangedCustom' },
  'mfa-required': { told: 'authentication failure', row: 'Multi-factor required', change: 'PermSetAssign' },
  'missing-scope': { told: 'not valid for use with the REST API', row: 'Success', change: 'changeOauthDefaultScope' },
  'missing-scope.eca': { told: 'not valid for use with the REST API', row: 'Success' },
  'missing-security-token': {
    told: 'authentication failure',
    row: 'Failed: API security token required',
    change: 'deleteIpWhiteList',
  },
  'network-or-proxy': { told: 'connect ECONNREFUSED 127.0.0.1:' },
  'not-authentication': { told: 'INVALID_FIELD', row: 'Success' },
  'not-salesforce': { told: 'Token has been expired or revoked.' },
  'org-inactive-or-deleted': { told: 'inactive organization' },
  'org-maintenance-or-read-only': { told: 'We are down for maintenance.' },
  'password-can-expire': { told: '' },
  'password-expired': { told: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD', row: 'Success' },
  'person-as-integration-user': { told: '' },
  'pkce-required-or-bad-verifier': { told: 'missing required code challenge', change: 'changeApplicationPkceRequired' },
  'rate-limited': { told: 'authentication failure', row: 'Login Rate Exceeded' },
  'redirect-uri-mismatch': { told: 'redirect_uri%20must%20match%20configuration' },
  'refresh-token-limit-exceeded': { told: deadToken },
  'refresh-token-policy-expired': { told: deadToken },
  'refresh-token-policy-expired.eca': { told: deadToken },
  'refresh-token-revoked-or-expired': { told: deadToken },
  'refresh-token-rotated': { told: deadToken },
  'session-invalid-not-oauth': { told: 'Session expired or invalid' },
  'soap-login-disabled': { told: 'SOAP API login() is disabled' },
  'source-address-rotates': { told: '' },
  'tls-or-certificate': { told: 'self-signed certificate' },
  'user-frozen': { told: 'authentication failure', row: 'User Is Frozen', change: 'frozeuser' },
  // The row is one of the run-as user.
  'user-frozen.run-as': { told: 'authentication failure', change: 'frozeuser' },
  'user-inactive': { told: 'inactive user', row: 'User is Inactive', change: 'deactivateduser' },
  'user-locked-out': { told: 'authentication failure', row: 'Password Lockout' },
  'user-not-approved': { told: "user hasn't approved this consumer", change: 'changeUserRuntimeAccessPolicy' },
  'user-not-preauthorized': {
    told: "user hasn't approved this consumer",
    row: 'Failed: Not approved for access',
    change: 'PermSetUnassign',
  },
  'user-not-preauthorized.eca': {
    told: "user hasn't approved this consumer",
    row: 'Failed: Not approved for access',
    change: 'PermSetUnassign',
  },
  'users-self-authorize': { told: '' },
  'wrong-endpoint': { told: 'authentication failure' },
  'wrong-token-type': { told: 'INVALID_JWT_FORMAT', row: 'Success' },
  'wrong-username-or-password': { told: 'authentication failure', row: 'Invalid Password', change: 'changedpassword' },
  'wrong-username-or-password.unknown-user': { told: 'authentication failure' },
};

const minute = 60_000;

/** Rows of the integration user that the failing login left: younger than anything that went before it. */
const newRows = ({ stage }: Started): string[] =>
  stage.org.loginRows
    .filter(({ userId, at }) => userId === stage.user.id && at > Date.now() - minute)
    .map(({ status }) => status);

/** Entries since the story began. */
const changes = ({ stage }: Started): string[] =>
  stage.org.auditRows.filter(({ at }) => at > Date.now() - 5 * 60 * minute).map(({ action }) => action);

describe('the scenarios', () => {
  it('are these, in order', () => {
    expect(scenarioIds).to.deep.equal(Object.keys(expected).sort());
  });

  it('name their cause in their id', () => {
    for (const { id, cause } of scenarios) expect(cause ?? 'healthy').to.equal(id.replace(/\..*$/u, ''));
  });

  for (const [id, { told, row, change }] of Object.entries(expected)) {
    it(`${id}: the integration is told so, and the org wrote down what a real org would`, async () => {
      const started = await startScenario(id);
      await started.stop();

      expect(started.info.errorText).to.include(told);
      const well = endsWell(scenarios.find((one) => one.id === id)!);
      expect(started.info.errorText === '').to.equal(well);
      expect(newRows(started).at(-1)).to.equal(well ? 'Success' : row);
      expect(changes(started).at(-1)).to.equal(change);
    });
  }

  it('hand over a quiet org: an empty log, and an administrator whose session works', async () => {
    const { sim, stage, stop } = await startScenario('user-frozen');
    const { token } = stage.org.sessions.find(({ userId }) => userId === stage.admin.id) ?? { token: '' };
    const logged = sim.log.entries.length;
    const answer = await fetch(`${sim.urls.myDomain}/services/oauth2/userinfo`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await stop();

    expect(logged).to.equal(0);
    expect(answer.status).to.equal(200);
  });

  it('take permissions away from the administrator', async () => {
    const { stage, stop } = await startScenario('user-frozen', { deny: ['ManageUsers'] });
    await stop();

    const profile = stage.org.profiles.find(({ id }) => id === stage.admin.profileId);
    expect(profile?.permissions.has('ManageUsers')).to.equal(false);
    expect(profile?.permissions.has('ViewSetup')).to.equal(true);
  });

  it('put further rows before the story, so that they do not tell another one', async () => {
    const { stage, stop } = await startScenario('user-frozen', { rows: 5000 });
    await stop();

    expect(stage.org.bulkLoginRows?.count).to.equal(5000);
    expect(stage.org.bulkLoginRows?.to).to.be.below(Date.now() - 4 * 60 * minute);
  });
});
