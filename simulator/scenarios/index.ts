// Written by `npm run generate` from the names of the files: change those, not this.
import apiAccessControl from './api-access-control.ts';
import apiDisabledForUserOrEdition from './api-disabled-for-user-or-edition.ts';
import apiVersionRetired from './api-version-retired.ts';
import appBlockedOrUninstalled from './app-blocked-or-uninstalled.ts';
import appBlockedOrUninstalledOauthPlugin from './app-blocked-or-uninstalled.oauth-plugin.ts';
import appHandlerRefuses from './app-handler-refuses.ts';
import appNotFoundOrPropagating from './app-not-found-or-propagating.ts';
import appNotInstalled from './app-not-installed.ts';
import appRequiresSecret from './app-requires-secret.ts';
import appWrongConsumerKey from './app-wrong-consumer-key.ts';
import appWrongConsumerKeyEventLog from './app-wrong-consumer-key.event-log.ts';
import appWrongSecret from './app-wrong-secret.ts';
import authCodeExpiredOrReused from './auth-code-expired-or-reused.ts';
import callbackUrlMissing from './callback-url-missing.ts';
import cliBug from './cli-bug.ts';
import clientCredentialsNoRunAsUser from './client-credentials-no-run-as-user.ts';
import clientRequestMalformed from './client-request-malformed.ts';
import delegatedAuthentication from './delegated-authentication.ts';
import flowBlockedOrgWide from './flow-blocked-org-wide.ts';
import flowNotEnabled from './flow-not-enabled.ts';
import flowNotEnabledEca from './flow-not-enabled.eca.ts';
import fullScope from './full-scope.ts';
import healthy from './healthy.ts';
import ipRestricted from './ip-restricted.ts';
import ipRestrictedEca from './ip-restricted.eca.ts';
import ipRestrictedEveryRequest from './ip-restricted.every-request.ts';
import jwtCertExpired from './jwt-cert-expired.ts';
import jwtExpiredOrClockSkew from './jwt-expired-or-clock-skew.ts';
import jwtKeyFileUnreadable from './jwt-key-file-unreadable.ts';
import jwtMalformed from './jwt-malformed.ts';
import jwtWrongAudience from './jwt-wrong-audience.ts';
import jwtWrongKeyOrCert from './jwt-wrong-key-or-cert.ts';
import jwtWrongKeyOrCertEca from './jwt-wrong-key-or-cert.eca.ts';
import jwtWrongSubject from './jwt-wrong-subject.ts';
import jwtWrongSubjectSandbox from './jwt-wrong-subject.sandbox.ts';
import localCredentialStore from './local-credential-store.ts';
import localCredentialStoreAuthUrl from './local-credential-store.auth-url.ts';
import loginHours from './login-hours.ts';
import mfaRequired from './mfa-required.ts';
import missingScope from './missing-scope.ts';
import missingScopeEca from './missing-scope.eca.ts';
import missingSecurityToken from './missing-security-token.ts';
import mutualTlsRequired from './mutual-tls-required.ts';
import networkOrProxy from './network-or-proxy.ts';
import notAuthentication from './not-authentication.ts';
import notSalesforce from './not-salesforce.ts';
import orgInactiveOrDeleted from './org-inactive-or-deleted.ts';
import orgMaintenanceOrReadOnly from './org-maintenance-or-read-only.ts';
import passwordCanExpire from './password-can-expire.ts';
import passwordExpired from './password-expired.ts';
import personAsIntegrationUser from './person-as-integration-user.ts';
import pkceRequiredOrBadVerifier from './pkce-required-or-bad-verifier.ts';
import rateLimited from './rate-limited.ts';
import redirectUriMismatch from './redirect-uri-mismatch.ts';
import refreshTokenLimitExceeded from './refresh-token-limit-exceeded.ts';
import refreshTokenPolicyExpired from './refresh-token-policy-expired.ts';
import refreshTokenPolicyExpiredEca from './refresh-token-policy-expired.eca.ts';
import refreshTokenRevokedOrExpired from './refresh-token-revoked-or-expired.ts';
import refreshTokenRevokedOrExpiredSandbox from './refresh-token-revoked-or-expired.sandbox.ts';
import refreshTokenRotated from './refresh-token-rotated.ts';
import samlAssertionRefused from './saml-assertion-refused.ts';
import sessionInvalidNotOauth from './session-invalid-not-oauth.ts';
import sessionInvalidNotOauthEnded from './session-invalid-not-oauth.ended.ts';
import sessionInvalidNotOauthLocked from './session-invalid-not-oauth.locked.ts';
import soapLoginDisabled from './soap-login-disabled.ts';
import sourceAddressRotates from './source-address-rotates.ts';
import tlsOrCertificate from './tls-or-certificate.ts';
import transactionSecurityPolicy from './transaction-security-policy.ts';
import userFrozen from './user-frozen.ts';
import userFrozenRunAs from './user-frozen.run-as.ts';
import userInactive from './user-inactive.ts';
import userInactiveSite from './user-inactive.site.ts';
import userLockedOut from './user-locked-out.ts';
import userNotApproved from './user-not-approved.ts';
import userNotPreauthorized from './user-not-preauthorized.ts';
import userNotPreauthorizedEca from './user-not-preauthorized.eca.ts';
import userNotPreauthorizedExpired from './user-not-preauthorized.expired.ts';
import usersSelfAuthorize from './users-self-authorize.ts';
import wrongEndpoint from './wrong-endpoint.ts';
import wrongEndpointRenamed from './wrong-endpoint.renamed.ts';
import wrongTokenType from './wrong-token-type.ts';
import wrongUsernameOrPassword from './wrong-username-or-password.ts';
import wrongUsernameOrPasswordUnknownUser from './wrong-username-or-password.unknown-user.ts';
import type { Scenario } from './scenario.ts';

/** Every scenario, by id. */
export const scenarios: readonly Scenario[] = [
  apiAccessControl,
  apiDisabledForUserOrEdition,
  apiVersionRetired,
  appBlockedOrUninstalled,
  appBlockedOrUninstalledOauthPlugin,
  appHandlerRefuses,
  appNotFoundOrPropagating,
  appNotInstalled,
  appRequiresSecret,
  appWrongConsumerKey,
  appWrongConsumerKeyEventLog,
  appWrongSecret,
  authCodeExpiredOrReused,
  callbackUrlMissing,
  cliBug,
  clientCredentialsNoRunAsUser,
  clientRequestMalformed,
  delegatedAuthentication,
  flowBlockedOrgWide,
  flowNotEnabled,
  flowNotEnabledEca,
  fullScope,
  healthy,
  ipRestricted,
  ipRestrictedEca,
  ipRestrictedEveryRequest,
  jwtCertExpired,
  jwtExpiredOrClockSkew,
  jwtKeyFileUnreadable,
  jwtMalformed,
  jwtWrongAudience,
  jwtWrongKeyOrCert,
  jwtWrongKeyOrCertEca,
  jwtWrongSubject,
  jwtWrongSubjectSandbox,
  localCredentialStore,
  localCredentialStoreAuthUrl,
  loginHours,
  mfaRequired,
  missingScope,
  missingScopeEca,
  missingSecurityToken,
  mutualTlsRequired,
  networkOrProxy,
  notAuthentication,
  notSalesforce,
  orgInactiveOrDeleted,
  orgMaintenanceOrReadOnly,
  passwordCanExpire,
  passwordExpired,
  personAsIntegrationUser,
  pkceRequiredOrBadVerifier,
  rateLimited,
  redirectUriMismatch,
  refreshTokenLimitExceeded,
  refreshTokenPolicyExpired,
  refreshTokenPolicyExpiredEca,
  refreshTokenRevokedOrExpired,
  refreshTokenRevokedOrExpiredSandbox,
  refreshTokenRotated,
  samlAssertionRefused,
  sessionInvalidNotOauth,
  sessionInvalidNotOauthEnded,
  sessionInvalidNotOauthLocked,
  soapLoginDisabled,
  sourceAddressRotates,
  tlsOrCertificate,
  transactionSecurityPolicy,
  userFrozen,
  userFrozenRunAs,
  userInactive,
  userInactiveSite,
  userLockedOut,
  userNotApproved,
  userNotPreauthorized,
  userNotPreauthorizedEca,
  userNotPreauthorizedExpired,
  usersSelfAuthorize,
  wrongEndpoint,
  wrongEndpointRenamed,
  wrongTokenType,
  wrongUsernameOrPassword,
  wrongUsernameOrPasswordUnknownUser,
];

export const scenarioIds: readonly string[] = scenarios.map(({ id }) => id);

export const scenarioNamed = (id: string): Scenario | undefined => scenarios.find((one) => one.id === id);
