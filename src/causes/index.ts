// Written by `npm run generate` from the names of the files: change those, not this.
import type { Cause } from '../model/index.ts';
import apiAccessControl from './api-access-control.ts';
import apiDisabledForUserOrEdition from './api-disabled-for-user-or-edition.ts';
import apiVersionRetired from './api-version-retired.ts';
import appBlockedOrUninstalled from './app-blocked-or-uninstalled.ts';
import appHandlerRefuses from './app-handler-refuses.ts';
import appNotFoundOrPropagating from './app-not-found-or-propagating.ts';
import appNotInstalled from './app-not-installed.ts';
import appRequiresSecret from './app-requires-secret.ts';
import appWrongConsumerKey from './app-wrong-consumer-key.ts';
import appWrongSecret from './app-wrong-secret.ts';
import authCodeExpiredOrReused from './auth-code-expired-or-reused.ts';
import callbackUrlMissing from './callback-url-missing.ts';
import cliBug from './cli-bug.ts';
import clientCredentialsNoRunAsUser from './client-credentials-no-run-as-user.ts';
import clientRequestMalformed from './client-request-malformed.ts';
import delegatedAuthentication from './delegated-authentication.ts';
import flowBlockedOrgWide from './flow-blocked-org-wide.ts';
import flowNotEnabled from './flow-not-enabled.ts';
import fullScope from './full-scope.ts';
import ipRestricted from './ip-restricted.ts';
import jwtCertExpired from './jwt-cert-expired.ts';
import jwtExpiredOrClockSkew from './jwt-expired-or-clock-skew.ts';
import jwtKeyFileUnreadable from './jwt-key-file-unreadable.ts';
import jwtMalformed from './jwt-malformed.ts';
import jwtWrongAudience from './jwt-wrong-audience.ts';
import jwtWrongKeyOrCert from './jwt-wrong-key-or-cert.ts';
import jwtWrongSubject from './jwt-wrong-subject.ts';
import localCredentialStore from './local-credential-store.ts';
import loginHours from './login-hours.ts';
import mfaRequired from './mfa-required.ts';
import missingScope from './missing-scope.ts';
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
import refreshTokenRevokedOrExpired from './refresh-token-revoked-or-expired.ts';
import refreshTokenRotated from './refresh-token-rotated.ts';
import samlAssertionRefused from './saml-assertion-refused.ts';
import sessionInvalidNotOauth from './session-invalid-not-oauth.ts';
import soapLoginDisabled from './soap-login-disabled.ts';
import sourceAddressRotates from './source-address-rotates.ts';
import tlsOrCertificate from './tls-or-certificate.ts';
import transactionSecurityPolicy from './transaction-security-policy.ts';
import userFrozen from './user-frozen.ts';
import userInactive from './user-inactive.ts';
import userLockedOut from './user-locked-out.ts';
import userNotApproved from './user-not-approved.ts';
import userNotPreauthorized from './user-not-preauthorized.ts';
import usersSelfAuthorize from './users-self-authorize.ts';
import wrongEndpoint from './wrong-endpoint.ts';
import wrongTokenType from './wrong-token-type.ts';
import wrongUsernameOrPassword from './wrong-username-or-password.ts';

/** The catalogue: every root cause, sorted by id. */
export const causes: readonly Cause[] = [
  apiAccessControl,
  apiDisabledForUserOrEdition,
  apiVersionRetired,
  appBlockedOrUninstalled,
  appHandlerRefuses,
  appNotFoundOrPropagating,
  appNotInstalled,
  appRequiresSecret,
  appWrongConsumerKey,
  appWrongSecret,
  authCodeExpiredOrReused,
  callbackUrlMissing,
  cliBug,
  clientCredentialsNoRunAsUser,
  clientRequestMalformed,
  delegatedAuthentication,
  flowBlockedOrgWide,
  flowNotEnabled,
  fullScope,
  ipRestricted,
  jwtCertExpired,
  jwtExpiredOrClockSkew,
  jwtKeyFileUnreadable,
  jwtMalformed,
  jwtWrongAudience,
  jwtWrongKeyOrCert,
  jwtWrongSubject,
  localCredentialStore,
  loginHours,
  mfaRequired,
  missingScope,
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
  refreshTokenRevokedOrExpired,
  refreshTokenRotated,
  samlAssertionRefused,
  sessionInvalidNotOauth,
  soapLoginDisabled,
  sourceAddressRotates,
  tlsOrCertificate,
  transactionSecurityPolicy,
  userFrozen,
  userInactive,
  userLockedOut,
  userNotApproved,
  userNotPreauthorized,
  usersSelfAuthorize,
  wrongEndpoint,
  wrongTokenType,
  wrongUsernameOrPassword,
];
