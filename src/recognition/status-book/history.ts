import type { StatusRow } from './row.ts';

/**
 * LoginHistory.Status as documented or seen in real rows. Sources: the object reference of LoginHistory and of the LOGIN_STATUS
 * field of EventLogFile Login, https://salesforce.stackexchange.com/q/146422, and the help page on OAuth error codes
 * (https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_errorcodes.htm). Values that only secondary lists have
 * ("Invalid Username or Password", "Source IP restricted", "Challenge Issued" ...) are left out: they are not recognised.
 */
export const historyRows: readonly StatusRow[] = [
  { value: 'Success', code: 'LOGIN_NO_ERROR', evidence: 'documented', common: true },
  {
    value: 'Invalid Password',
    code: 'LOGIN_ERROR_INVALID_PASSWORD',
    decides: 'wrong-username-or-password',
    // Delegated authentication has the same label: LOGIN_ERROR_SSO_PWD_INVALID.
    suspects: ['missing-security-token', 'delegated-authentication'],
    evidence: 'observed',
    common: true,
  },
  {
    value: 'Password Lockout',
    code: 'LOGIN_ERROR_PASSWORD_LOCKOUT',
    decides: 'user-locked-out',
    evidence: 'observed',
  },
  {
    value: 'User is Inactive',
    code: 'LOGIN_ERROR_USER_INACTIVE',
    decides: 'user-inactive',
    evidence: 'observed',
    common: true,
  },
  { value: 'User Is Frozen', code: 'LOGIN_ERROR_USER_FROZEN', decides: 'user-frozen', evidence: 'observed' },
  { value: 'Restricted IP', code: 'LOGIN_ERROR_RESTRICTED_DOMAIN', decides: 'ip-restricted', evidence: 'observed' },
  { value: 'Restricted Time', code: 'LOGIN_ERROR_RESTRICTED_TIME', decides: 'login-hours', evidence: 'documented' },
  {
    value: 'Failed: Computer activation required',
    code: 'LOGIN_CHALLENGE_ISSUED',
    suspects: ['mfa-required', 'missing-security-token'],
    evidence: 'observed',
  },
  {
    value: 'Failed: Computer activation pending',
    code: 'LOGIN_CHALLENGE_PENDING',
    suspects: ['mfa-required', 'missing-security-token'],
    evidence: 'documented',
  },
  {
    value: 'Failed: API security token required',
    variants: ['Failed: Security token required'],
    code: 'LOGIN_ERROR_MUST_USE_API_TOKEN',
    decides: 'missing-security-token',
    evidence: 'observed',
  },
  { value: 'Failed: Mobile License Required', code: 'LOGIN_ERROR_USER_NON_MOBILE', evidence: 'observed' },
  {
    value: 'Failed: Not approved for access',
    suspects: ['user-not-preauthorized', 'user-not-approved', 'app-handler-refuses'],
    evidence: 'documented',
  },
  { value: 'Username-Password Flow Disabled', decides: 'flow-blocked-org-wide', evidence: 'observed' },
  {
    value: 'Failed: Token request is already being processed',
    suspects: ['refresh-token-rotated', 'client-request-malformed'],
    evidence: 'documented',
    common: true,
  },
  {
    value: 'Failed: Invalid Nonce',
    code: 'LOGIN_OAUTH_INVALID_NONCE',
    decides: 'auth-code-expired-or-reused',
    evidence: 'observed',
  },
  {
    value: 'Failed: Missing Consumer Key Parameter',
    code: 'LOGIN_OAUTH_NO_CONSUMER',
    suspects: ['app-not-found-or-propagating', 'client-request-malformed', 'app-wrong-consumer-key'],
    evidence: 'observed',
  },
  {
    value: 'Login Rate Exceeded',
    code: 'LOGIN_ERROR_RATE_EXCEEDED',
    decides: 'rate-limited',
    evidence: 'observed',
    common: true,
  },
  {
    value: 'Multi-factor required',
    variants: ['Two-factor required', 'Multi-factor (formerly called two-factor) is required'],
    code: 'LOGIN_TWOFACTOR_REQ',
    decides: 'mfa-required',
    evidence: 'observed',
  },
  { value: 'Failed: API-only user', code: 'LOGIN_ERROR_USER_API_ONLY', evidence: 'documented' },
  {
    value: 'Failed: API Version Removed',
    code: 'LOGIN_ERROR_API_TOO_OLD',
    decides: 'api-version-retired',
    evidence: 'documented',
    prefix: true,
  },
  {
    value: 'Failed: OAuth API Access Disabled',
    code: 'LOGIN_OAUTH_API_DISABLED',
    decides: 'api-disabled-for-user-or-edition',
    evidence: 'documented',
  },
  {
    value: 'Failed: Consumer Deleted',
    code: 'LOGIN_OAUTH_CONSUMER_DELETED',
    decides: 'app-not-found-or-propagating',
    evidence: 'documented',
  },
  {
    value: 'Failed: Get Access Token Limit Exceeded',
    code: 'LOGIN_OAUTH_EXCEED_GET_AT_LMT',
    decides: 'rate-limited',
    evidence: 'documented',
  },
  {
    value: 'Failed: IP Address Not Allowed',
    code: 'LOGIN_OAUTH_INVALID_IP',
    suspects: ['ip-restricted', 'login-hours'],
    evidence: 'documented',
  },
  { value: 'Failed: Invalid Timestamp', code: 'LOGIN_OAUTH_INVALID_TIMESTAMP', evidence: 'documented' },
  {
    value: 'Failed: Invalid Access Token',
    variants: ['Failed: Invalid Token'],
    code: 'LOGIN_OAUTH_INVALID_TOKEN',
    suspects: ['session-invalid-not-oauth', 'refresh-token-revoked-or-expired'],
    evidence: 'documented',
    common: true,
  },
  { value: 'Failed: Invalid Verifier', code: 'LOGIN_OAUTH_INVALID_VERIFIER', evidence: 'documented' },
  { value: 'Failed: Version Not Supported', code: 'LOGIN_OAUTH_INVALID_VERSION', evidence: 'documented', common: true },
  { value: 'Failed: Invalid Signature Method', code: 'LOGIN_OAUTH_INVALID_SIG_METHOD', evidence: 'documented' },
  {
    value: 'Failed: Invalid Callback URL',
    code: 'LOGIN_OAUTH_NO_CALLBACK_URL',
    suspects: ['redirect-uri-mismatch', 'callback-url-missing'],
    evidence: 'documented',
  },
  {
    value: 'Failed: Missing OAuth Token Parameter',
    code: 'LOGIN_OAUTH_NO_TOKEN',
    suspects: ['client-request-malformed'],
    evidence: 'documented',
  },
  { value: 'Failed: Nonce Replay Detected', code: 'LOGIN_OAUTH_NONCE_REPLAY', evidence: 'documented' },
];
