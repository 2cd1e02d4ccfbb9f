import { defined } from '../../model/index.ts';
import type { StatusRow } from './row.ts';

const row = (code: string, value?: string): Pick<StatusRow, 'code' | 'value' | 'evidence'> => ({
  code,
  ...defined({ value }),
  evidence: 'documented',
});

/** What was wrong with a SAML assertion, or with what the org was set up to expect of it. */
const saml = (code: `LOGIN_SAML_${string}`, value?: string): StatusRow => ({
  ...row(code, value),
  decides: 'saml-assertion-refused',
});

/**
 * Further LOGIN_STATUS codes of the event log, with their labels where a page gives one.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login_status.htm
 */
export const eventLogRows: readonly StatusRow[] = [
  { ...row('LOGIN_END_SESSION_TXN_SECURITY_POLICY'), decides: 'transaction-security-policy' },
  { ...row('LOGIN_ERROR_CLIENT_NO_ACCESS'), suspects: ['api-access-control', 'client-request-malformed'] },
  { ...row('LOGIN_ERROR_CLIENT_REQ_UPDATE', 'Failed: Client update required'), suspects: ['cli-bug'] },
  { ...row('LOGIN_ERROR_CSS_FROZEN'), decides: 'user-frozen' },
  { ...row('LOGIN_ERROR_CSS_PW_LOCKOUT'), decides: 'user-locked-out' },
  { ...row('LOGIN_ERROR_DUPLICATE_USERNAME'), suspects: ['wrong-username-or-password'] },
  { ...row('LOGIN_ERROR_EXPORT_RESTRICTED', 'Restricted country'), decides: 'ip-restricted' },
  // Two codes have this label: the org lets nobody in but by its My Domain, and an address that Salesforce itself blocks.
  { value: 'Restricted domain', suspects: ['wrong-endpoint', 'ip-restricted'], evidence: 'documented' },
  { ...row('LOGIN_ERROR_GLOBAL_BLOCK_DOMAIN'), suspects: ['ip-restricted'] },
  { ...row('LOGIN_ERROR_HTP_METHD_INVALID', 'Failed: Invalid HTTP method'), decides: 'client-request-malformed' },
  { ...row('LOGIN_ERROR_INSECURE_LOGIN', 'Failed: Login over insecure channel'), decides: 'wrong-endpoint' },
  { ...row('LOGIN_ERROR_INVALID_GATEWAY', 'Invalid gateway'), suspects: ['wrong-username-or-password'] },
  { ...row('LOGIN_ERROR_INVALID_USERNAME', 'Invalid login'), decides: 'wrong-username-or-password', common: true },
  { ...row('LOGIN_ERROR_LOGINS_EXCEEDED', 'Maximum logins exceeded'), decides: 'rate-limited' },
  {
    ...row('LOGIN_ERROR_MUTUAL_AUTHENTICATION', 'Mutual authentication failed'),
    decides: 'mutual-tls-required',
  },
  {
    ...row('LOGIN_ERROR_NETWORK_INACTIVE', 'Invalid - Experience Cloud site offline'),
    suspects: ['wrong-endpoint', 'org-maintenance-or-read-only'],
  },
  { ...row('LOGIN_ERROR_NO_NETWORK_ACCESS', 'No Experience Cloud site access'), suspects: ['wrong-endpoint'] },
  { ...row('LOGIN_ERROR_NO_PORTAL_ACCESS', 'Invalid profile association'), suspects: ['wrong-endpoint'] },
  { ...row('LOGIN_ERROR_ORG_CLOSED', 'Organization closed'), decides: 'org-inactive-or-deleted' },
  { ...row('LOGIN_ERROR_ORG_DOMAIN_ONLY'), decides: 'wrong-endpoint' },
  {
    ...row('LOGIN_ERROR_ORG_IN_MAINTENANCE', 'Organization is in maintenance'),
    decides: 'org-maintenance-or-read-only',
  },
  { ...row('LOGIN_ERROR_ORG_INACTIVE', 'Organization is inactive'), decides: 'org-inactive-or-deleted' },
  {
    ...row('LOGIN_ERROR_ORG_IS_DOT_ORG', 'Organization is a DOT'),
    suspects: ['org-inactive-or-deleted', 'wrong-endpoint'],
  },
  { ...row('LOGIN_ERROR_ORG_LOCKOUT', 'Organization locked'), decides: 'org-inactive-or-deleted' },
  { ...row('LOGIN_ERROR_ORG_SIGNING_UP'), decides: 'org-maintenance-or-read-only' },
  { ...row('LOGIN_ERROR_ORG_SUSPENDED', 'Organization suspended'), decides: 'org-inactive-or-deleted' },
  {
    ...row('LOGIN_ERROR_PASSWORD_EMPTY'),
    decides: 'client-request-malformed',
    suspects: ['wrong-username-or-password'],
  },
  { ...row('LOGIN_ERROR_PORTAL_INACTIVE', 'Invalid - Portal disabled'), suspects: ['wrong-endpoint'] },
  { ...row('LOGIN_ERROR_SESSION_TIMEOUT'), decides: 'session-invalid-not-oauth' },
  { ...row('LOGIN_ERROR_SSO_PWD_INVALID'), decides: 'delegated-authentication' },
  {
    ...row('LOGIN_ERROR_SSO_SVC_DOWN', "Your company's authentication service is down"),
    decides: 'delegated-authentication',
  },
  {
    ...row('LOGIN_ERROR_SSO_URL_INVALID', 'The Single Sign-On Gateway URL is invalid'),
    decides: 'delegated-authentication',
  },
  { ...row('LOGIN_ERROR_SWITCH_SFDC_INSTANCE'), decides: 'wrong-endpoint' },
  { ...row('LOGIN_ERROR_SYNCOFFLINE_DISBLD', 'Failed: Mobile disabled') },
  { ...row('LOGIN_ERROR_SYSTEM_DOWN'), decides: 'org-maintenance-or-read-only' },
  { ...row('LOGIN_ERROR_UNKNOWN_ERROR', 'Login invalid'), common: true },
  {
    ...row('LOGIN_ERROR_USERNAME_EMPTY'),
    decides: 'client-request-malformed',
    suspects: ['wrong-username-or-password'],
  },
  { ...row('LOGIN_LIGHTNING_LOGIN', 'Lightning Login required'), decides: 'mfa-required' },
  {
    ...row('LOGIN_OAUTH_DS_NOT_EXPECTED', 'Failed: Activation secret not expected'),
    suspects: ['client-request-malformed'],
  },
  {
    ...row('LOGIN_OAUTH_INVALID_CODE_CHALLENGE', 'Failed: Invalid Code Challenge'),
    decides: 'pkce-required-or-bad-verifier',
  },
  {
    ...row('LOGIN_OAUTH_INVALID_CODE_VERIFIER', 'Failed: Invalid Code Verifier'),
    decides: 'pkce-required-or-bad-verifier',
  },
  {
    ...row('LOGIN_OAUTH_INVALID_DEVICE', 'Failed: Device Id missing or not registered'),
    suspects: ['client-request-malformed'],
  },
  {
    ...row('LOGIN_OAUTH_INVALID_DS', 'Failed: Activation secret invalid'),
    suspects: ['refresh-token-revoked-or-expired'],
  },
  {
    ...row('LOGIN_OAUTH_INVALID_DSIG', 'Failed: Signature Invalid'),
    suspects: ['jwt-wrong-key-or-cert', 'client-request-malformed'],
  },
  { ...row('LOGIN_OAUTH_MISSING_DS', 'Activation secret missing'), suspects: ['client-request-malformed'] },
  {
    ...row('LOGIN_OAUTH_PACKAGE_MISSING', 'Package for this consumer is not installed in your organization'),
    decides: 'app-not-installed',
  },
  {
    ...row('LOGIN_OAUTH_PACKAGE_OLD', 'Installed package for this consumer is out of date'),
    suspects: ['app-not-installed'],
  },
  { ...row('LOGIN_OAUTH_UNEXPECTED_PARAM', 'Failed: Unexpected parameter'), decides: 'client-request-malformed' },
  { ...row('LOGIN_ORG_TRIAL_EXP', 'Trial Expired'), decides: 'org-inactive-or-deleted' },
  { ...row('LOGIN_READONLY_CANNOT_VALIDATE'), decides: 'org-maintenance-or-read-only' },
  saml('LOGIN_SAML_INVALID_AUDIENCE', 'Failed: Audience Invalid'),
  saml('LOGIN_SAML_INVALID_CONFIG', 'Failed: Configuration Error/Perm Disabled'),
  saml('LOGIN_SAML_INVALID_FORMAT', 'Failed: Assertion Invalid'),
  saml('LOGIN_SAML_INVALID_IN_RES_TO', 'Failed: InResponseTo Invalid'),
  saml('LOGIN_SAML_INVALID_ISSUER', 'Failed: Issuer Mismatched'),
  saml('LOGIN_SAML_INVALID_ORG_ID', 'Failed: Invalid Organization Id'),
  saml('LOGIN_SAML_INVALID_PORTAL_ID', 'Failed: Invalid Portal Id'),
  saml('LOGIN_SAML_INVALID_RECIPIENT', 'Failed: Recipient Mismatched'),
  saml('LOGIN_SAML_INVALID_SESSION_LEVEL'),
  saml('LOGIN_SAML_INVALID_SIGNATURE'),
  saml('LOGIN_SAML_INVALID_SITE_URL', 'Failed: Invalid Site URL'),
  saml('LOGIN_SAML_INVALID_STATUS', 'Failed: Status Invalid'),
  saml('LOGIN_SAML_INVALID_SUB_CONFIRM', 'Failed: Subject Confirmation Error'),
  saml('LOGIN_SAML_INVALID_TIMESTAMP', 'Failed: Assertion Expired'),
  saml('LOGIN_SAML_INVALID_USERNAME', 'Failed: Username Or SSO Id Invalid'),
  saml('LOGIN_SAML_INVALID_VERSION'),
  saml('LOGIN_SAML_MISMATCH_CERT', 'Failed: Signature Invalid/Configured Certificate Mismatch'),
  saml('LOGIN_SAML_MISSING_ORG_ID', 'Failed: Missing Organization Id for Portal login'),
  saml('LOGIN_SAML_MISSING_PORTAL_ID', 'Failed: Missing Portal Id'),
  saml('LOGIN_SAML_PROVISION_ERROR', 'Failed: SAML Provision Error'),
  saml('LOGIN_SAML_REPLAY_ATTEMPTED', 'Failed: Replay Detected'),
  saml('LOGIN_SAML_SITE_INACTIVE', 'Failed: Specified Site is Inactive'),
  ...[
    'LOGIN_DATA_DOWNLOAD_ONLY',
    'LOGIN_ERROR_APPEXCHANGE_DOWN',
    'LOGIN_ERROR_ASYNC_USER_CREATE',
    'LOGIN_ERROR_AVANTGO_DISABLED',
    'LOGIN_ERROR_AVANTGO_TRIAL_EXP',
    'LOGIN_ERROR_HT_DOWN',
    'LOGIN_ERROR_INVALID_ID_FIELD',
    'LOGIN_ERROR_NO_HT_ACCESS',
    'LOGIN_ERROR_NO_NETWORK_INFO',
    'LOGIN_ERROR_NO_SET_COOKIES',
    'LOGIN_ERROR_OFFLINE_DISABLED',
    'LOGIN_ERROR_OFFLINE_TRIAL_EXP',
    'LOGIN_ERROR_OUTLOOK_DISABLED',
    'LOGIN_ERROR_PAGE_REQUIRES_LOGIN',
    'LOGIN_ERROR_STORE',
    'LOGIN_ERROR_STORE_DOWN',
    'LOGIN_ERROR_SWITCH_SFDC_LOGIN',
    'LOGIN_ERROR_USER_STORE_ACCESS',
    'LOGIN_ERROR_WIRELESS_DISABLED',
    'LOGIN_ERROR_WIRELESS_TRIAL_EXP',
  ].map((code) => row(code)),
];
