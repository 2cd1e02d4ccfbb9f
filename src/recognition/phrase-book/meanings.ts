/**
 * Words of one meaning, parted by `|`. Clients and vendors word Salesforce's refusals anew; they use these.
 * Case, quoting and `_` do not matter; camel case counts as several words.
 */
export const meanings = {
  user: 'user | username | account | user account | service account | integration user | login | users | integration users | connected user',
  password:
    'password | passwords | credentials | credential | login credentials | username and password | username/password',
  locked: 'locked | locked out | lockout | lock out | is locked | temporarily locked | was locked | lock',
  frozen: 'frozen',
  inactive:
    'inactive | deactivated | not active | no longer active | user disabled | account disabled | has been disabled in salesforce | been deactivated | no longer an active | deactivate',
  expired:
    'expired | has expired | is expired | must be changed | must be reset | must change | needs to be reset | has lapsed',
  wrong:
    "invalid | incorrect | wrong | not valid | not correct | bad | not recognized | does not recognize | does not recognise | doesn't recognize | not recognised | do not match | does not match | doesn't match | mismatch | not accepted | failed to validate | not a valid | rejected | were rejected | was rejected | refused | unsuccessful | could not be verified | cannot be verified | verification failed | not verified | not right | not match",
  missing:
    'missing | required | not provided | must add | append | is empty | null or empty | null/empty | not set | not specified | cannot be blank | cannot be empty | must be provided | must be specified',
  notAccessible: 'not accessible | inaccessible | not visible | is not readable | is not editable | is not writeable',
  mustLogIn:
    'you must be connected to | you have to log in | you must log in | you need to log in | you must be logged in | must be logged in | need to be logged in | you are not logged in | not logged in | please log in | please login | login required',
  unset:
    'must be specified | must be provided | must be supplied | must be set | must be configured | must be defined | must be given | not specified | was not specified | has not been set | was not provided | no value for | is undefined | not defined | is unset | has to be specified | must include the following | missing required option | missing required argument | missing required setting | required option is missing',
  empty:
    'empty | null or empty | null/empty | is null | is blank | is undefined | was not set | cannot be blank | cannot be null | must not be null | not configured | is not set | cannot be empty | was empty',
  secret: 'client secret | consumer secret | app secret | clientSecret',
  consumerKey: 'client id | consumer key | client identifier | app id | application id',
  securityToken: 'security token | api token | security tokens',
  bareToken:
    'supply token | supply a token | supply the token | supply your token | append token | append the token | append your token | token to your password | token to the password | token to my password | token to the end of your password | token to the end of the password | token after your password | token after the password',
  ip: 'ip | ip address | ip addresses | ip range | ip ranges | ip restrictions | ip restriction | source ip | trusted ip | ips | trusted ip ranges | ip allowlist | ip whitelist',
  blocked:
    'blocked | restricted | not allowed | not permitted | denied | outside | not whitelisted | not in the allowed | restriction | restrictions | whitelist | allowlist | not trusted | disallowed | refused | blocking | blocks | not in your | not in the | not on the | not on your | not within | not listed | not allowlisted | is not trusted | denied access',
  loginHours: 'login hours | restricted time | restricted hours | outside of hours | business hours',
  mfa: 'multi-factor | multi factor authentication | multi-factor authentication | mfa | two-factor | two-factor authentication | 2fa | identity verification | verify your identity | verification code | high assurance | high-assurance | one-time password | phishing-resistant | salesforce authenticator | authenticator app | device activation | computer activation',
  demanded:
    'required | needed | must | enforced | requires | needs | enabled | pending | necessary | demand | verify | asking for | asks for | ask for | prompted for | prompts for',
  refreshToken: 'refresh token | refresh tokens | refresh_token | refresh-token',
  dead: 'revoked | expired | no longer valid | invalid | not valid | not found | rejected | invalidated | is dead | has been revoked | unauthorized',
  used: 'already used | already been used | rotated | rotation | reused | used once | used only once | used twice | replayed',
  idle: 'policy | inactivity | idle | unused | not used for | expire immediately | expires immediately | immediately expire | set to expire',
  five: 'limit of five | five | maximum number | too many | limit exceeded | more than five | limit reached | maximum of five | limit of 5 | maximum of 5',
  accessToken:
    'access token | session | session id | sessionId | bearer token | token | tokens | access tokens | oauth token | oauth tokens | session token',
  authCode: 'authorization code | authorisation code | auth code | access code | authorization request',
  shortCode: 'code',
  late: 'expired | already used | already been used | used twice | reused | redeemed | no longer valid',
  redirect: 'redirect uri | redirect url | redirection uri | callback url | callback uri | redirect_uri | callback',
  unmatched:
    "mismatch | must match | does not match | do not match | not match | doesn't match | not registered | invalid | not whitelisted | not configured | not valid | missing | mismatched",
  pkce: 'pkce | code challenge | code verifier | code_challenge | code_verifier | proof key',
  scope: 'scope | scopes | oauth scope | oauth scopes',
  lacking:
    'not allowed | missing | invalid | insufficient | not granted | required | does not have | lacks | not included | not selected | disallowed | unsupported | unknown | not enough | insufficient scope',
  api: 'api | rest api | soap api | bulk api | metadata api | api access | api enabled | web services api | api permission',
  off: "disabled | not enabled | not available | no access | turned off | not supported | is off | does not have access | not have | lacks | deactivated | isn't enabled | doesn't have | does not have | don't have | do not have | doesn't include | does not include | not included | without | has been disabled | switched off | does not support | doesn't support | not support",
  edition: 'edition | professional edition | group edition | essentials',
  quota:
    'quota | limit | limits | api limit | rate limit | maximum number of concurrent | maximum concurrent | request limit | api calls | api requests | requests | logins | login requests | login attempts | usage | api call',
  exceeded:
    'exceeded | exhausted | reached | too many | used up | throttled | threshold | exceeds | exceed | over | quota used | depleted | hit',
  throttled:
    'rate limited | rate limit exceeded | rate limiting | throttled | throttling | rate-limited | rate limit reached',
  org: 'org | organization | organisation | sandbox | scratch org | trial | trial org | developer org | instance | orgs',
  gone: 'expired | deleted | does not exist | no longer exists | suspended | closed | inactive | not found | been removed | refreshed | terminated | locked | cannot be found | no longer active | no longer available | was refreshed | was deleted | has been deleted',
  maintenance:
    'maintenance | read-only | read only | unavailable | outage | temporarily unavailable | downtime | is down | not available right now | service disruption | disruption | incident | outages | degraded | performance degradation | currently unavailable',
  app: 'connected app | external client app | oauth app | app | application | client application | managed package | package',
  notInstalled:
    "not installed | uninstalled | must be installed | not been installed | install the | isn't installed | needs to install | need to install | must install | install it | install this | install and approve | to install the",
  byAdmin: 'blocked | blocked by admin | blocked by the administrator | disabled by admin | unblock',
  notApproved:
    "not approved | hasn't approved | has not approved | not authorized | not authorised | not been approved | not been authorized | not granted by | was not granted | not been granted | declined | denied | consent | rejected | approval",
  preAuthorized:
    'admin approved | admin-approved | pre-authorized | preauthorized | pre-authorised | permission set | permitted users | admin approval',
  absent:
    "not found | does not exist | deleted | unknown | could not be found | cannot be found | doesn't exist | no such",
  flow: 'flow | grant type | grant | oauth flow | device flow | client credentials flow | jwt bearer flow | web server flow | grant_type | client credentials | token exchange',
  passwordFlow: 'username-password flow | username password flow | password flow | password grant | user-agent flow',
  runAs: 'run as user | run-as user | run as | execution user | runas user | run-as',
  jwt: 'jwt | assertion | jwt assertion | bearer assertion | json web token | jwt token | jwt bearer',
  signature: 'signature | certificate | public key | key pair | signing key | digital signature | signed | cert',
  audience: 'audience | aud | aud claim',
  subject: 'subject | sub | sub claim | prn',
  clock:
    'clock | system time | clock skew | time skew | in the future | not yet valid | exp claim | exp | iat | timestamp | server time',
  shape: 'malformed | not a valid jwt | base64 | segments | structure | format',
  tls: 'tls | ssl | certificate | handshake | cipher',
  tlsTrouble:
    'untrusted | not trusted | self-signed | self signed | verify | verification failed | unsupported | outdated | version | disabled | expired | deprecated | failed | trust',
  network: 'network | proxy | firewall | vpn | dns | host | hostname | connection | connect | server | reach',
  unreachable:
    "unreachable | could not connect | cannot connect | unable to connect | couldn't connect | can't connect | not connect | cannot reach | could not reach | couldn't reach | can't reach | could not be reached | unable to reach | timed out | timeout | refused | unknown host | not resolve | could not be resolved | cannot be reached | unable to resolve | lost | dropped | connection error | not reachable | while establishing the connection | error establishing | failed to establish | could not establish",
  dns: 'dns | dns lookup | name resolution | host lookup',
  failed: 'failed | failure | fails | failing | error | unable to | could not | cannot | was not successful',
  host: 'login url | instance url | login host | my domain | endpoint | domain | login endpoint | server url | environment | instance_url | service endpoint | url | host | login.salesforce.com | test.salesforce.com | lightning.force.com | login page',
  keyFile: 'private key | key file | pem | keystore | pem file | rsa key | jks | server key',
  unreadable:
    'parse | read | load | decode | invalid | not found | corrupt | format | malformed | cannot open | decrypt | passphrase | does not exist | no such file | missing | unsupported',
  store:
    'keychain | credential store | auth file | key json | auth files | secure storage | keyring | stored credentials',
  soapLogin:
    'soap login | soap api login | login() call | login() method | login() operation | login() of the soap api | login call',
  request: 'request | parameter | parameters | payload | request body | header',
  badlyMade:
    'malformed | missing | not provided | could not be parsed | unexpected | not specified | cannot be parsed | incomplete',
  apiVersion: 'api version | version of the api',
  retired: 'retired | removed | no longer supported | not supported any more',
  opaque: 'opaque | jwt format | jwt-based | token format | wrong token type | token type',
  failedLogins:
    'failed login attempts | failed attempts | invalid login attempts | failed logins | unsuccessful login attempts | incorrect attempts | failed log in attempts',
  grantWord: 'authorization | authorisation | access | connection | integration | grant | permission | approval',
  revoked: 'revoked | has been revoked | was revoked | been revoked | withdrawn | invalidated',
  lapsed: 'expired | has expired | disconnected | is no longer valid | no longer valid | broken | invalid',
  reconnect:
    'reconnect | re-connect | reauthenticate | re-authenticate | reauthorize | re-authorize | reauthorise | authenticate again | authorize again | log in again | sign in again | log back in',
  cannotRefresh:
    "unable to refresh | could not refresh | cannot refresh | failed to refresh | refresh failed | error refreshing | not be refreshed | can't be refreshed | couldn't refresh | refresh error",
  ofFive: 'five | oldest | sixth | limit of five | maximum of five',
  noAccess:
    'does not have access | do not have access | no access to | not assigned | lacks access | not granted access | not been granted access | is not allowed to use | not permitted to use | cannot use',
  soon: 'up to 10 minutes | up to 30 minutes | 10 minutes | few minutes | take effect | propagate | propagation | propagating | propagated | replicate',
  admin: 'admin | admins | administrator | administrators',
  approve: 'approve | approval | approved | approves',
  enable:
    'enable | must be enabled | turn on | switch on | needs to be enabled | should be enabled | has to be enabled | is required to be enabled | turned on | tick',
  apiPermission: 'api enabled | api permission | api enabled permission | api access | use the api | access the api',
  given:
    "grant | assign | add | check | give | missing | doesn't have | does not have | lacks | needs | required | must have",
  noCallback:
    'no callback url | without a callback url | callback url is missing | callback url is empty | callback url is required',
  session: 'session | sessions | session id',
  ended:
    'timed out | expiration | expiry | expired | invalid | ended | logged out | not valid | has expired | no longer valid | terminated',
  loggedOut: 'logged out | logged you out | signed out | signed you out',
  config:
    'configuration | config | config file | .env | env file | environment variable | environment variables | env | variable | setting | settings | config file',
  data: 'object | objects | field | fields | record | records | sobject | entity | field-level security',
  permission:
    'permission | permissions | privilege | privileges | access rights | access | read access | edit access | write access | rights | prevents | visible',
  lacks:
    "insufficient | missing | lacks | lack | does not have | doesn't have | do not have | don't have | denied | prevents | not enough | no | without | required",
  production: 'production | prod',
  sandbox: 'sandbox | sandboxes',
  instead: 'instead of | rather than | instead',
  htmlAnswer:
    'html content | html page | html response | got html | received html | html instead | returned html | text/html | html document',
  badUrl:
    'must include a scheme | missing scheme | scheme and host | must start with https | must start with http | is not a valid url | not a valid uri | url malformed | malformed url | only absolute urls | absolute url | no scheme supplied | invalid url | unsupported protocol scheme | malformed uri | invalid uri',
  signing:
    'signing failed | failed to sign | could not sign | unable to sign | cannot sign | error signing | error while signing',
  noCode:
    'no authorization code | authorization code not found | missing authorization code | authorization code is missing | no auth code | no code received | did not receive an authorization code',
  authorizing:
    'authorization failed | authorization with | failed to authorize | unable to authorize | could not authorize | authorization error | authorisation failed',
  badRequest:
    'invalid request | parameters are invalid | parameter is invalid | invalid parameters | invalid parameter | request is invalid | request was invalid',
  justIssued: 'just issued | newly issued | freshly issued',
  turnedAway: 'rejected | refused | not accepted | does not accept | did not accept',
  integrationCredentials:
    'credentials used to connect | API credentials | integration credentials | connection credentials | stored credentials | configured credentials | provided credentials | credentials provided | credentials for Salesforce | Salesforce credentials',
  credential: 'credential | credentials | token | tokens',
  notInAnswer:
    'missing from response | missing from the response | not in the response | missing in response | missing in the response | not returned | not found in response | not found in the response | no access token in | was not returned | did not return | did not contain | does not contain | response contained no',
  disconnected: 'disconnected | has been disconnected | got disconnected',
  check:
    'check | be sure | provide valid | provide a valid | verify | confirm | make sure | double-check | enter a valid | please enter',
  notForApi:
    "isn't allowed for use | is not allowed for use | not valid for use | cannot be used with | can't be used with | not allowed for rest",
  unreadableToken: 'JWS | JWE | header segment | not a JWT | not a valid JWT | JWT header',
  absentField: 'is missing | missing | is required | not provided | cannot be null',
  fetchToken:
    'get | getting | fetch | fetching | obtain | obtaining | retrieve | retrieving | acquire | acquiring | request | requesting | generate | generating | exchange | exchanging | issue',
  oauth: 'oauth | oauth2 | oauth 2.0',
  signIn:
    'login | log in | logging in | logon | sign in | sign-in | signing in | authentication | authenticating | authenticate | oauth | token request | access token | token | authorize | authorization | jwt bearer flow',
  overdue:
    'did not complete in | did not complete within | did not finish in | did not finish within | not completed in time | not completed within | not complete within | not finish within | took too long | taking too long | did not respond in time | did not respond within | not respond within | no response within | no response from | no answer within | gave no answer | no answer after | no response after | deadline exceeded | aborted after | cancelled after | canceled after | gave up after | timed out | timed out after | timed out waiting | timeout after | timeout of | timeout while | timeout exceeded | hung for',
  loginFailed:
    'login failed | authentication failed | failed to log in | failed to login | unable to log in | unable to login | could not log in | unable to authenticate | failed to authenticate | could not authenticate | authentication error | login error | authentication was unsuccessful | logon failed | cannot log in | cannot login | login attempt failed',
} as const;

export type Meaning = keyof typeof meanings;
