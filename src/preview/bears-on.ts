import { appFlows, passwordFlows } from '../clues/flows.ts';
import type { Alteration, AppSwitch, Cause, CauseId, CountingPermission, Edit, Flow } from '../model/index.ts';
import type { Way } from './way.ts';

/** What a setting can do to a login. */
type Bearing = {
  /** The causes by which it can refuse it; absent: whichever reads what it changes. None: no cause knows it. */
  readonly causes?: readonly CauseId[];
  /** The only flows in which it can; a login whose flow is not known may be by any. Absent: all. */
  readonly flows?: readonly Flow[];
  /** Whether it can at the login page. */
  readonly page?: true;
  /** Where it bears on logins too, in a way that no cause knows. */
  readonly beyond?: ReadonlyArray<Exclude<Way, undefined>>;
};

const flowNotEnabled = { causes: ['flow-not-enabled'] } as const;
const needsSecret = { causes: ['app-requires-secret'] } as const;
const needsPkce = { causes: ['pkce-required-or-bad-verifier'] } as const;
const notApproved = { causes: ['user-not-preauthorized'] } as const;

const switches: Readonly<Record<AppSwitch, Bearing>> = {
  clientCredentialsEnabled: flowNotEnabled,
  deviceFlowEnabled: flowNotEnabled,
  tokenExchangeEnabled: flowNotEnabled,
  pkceRequired: needsPkce,
  secretRequiredForRefresh: needsSecret,
  secretOptional: needsSecret,
  refreshTokenRotation: { causes: ['refresh-token-rotated', 'refresh-token-revoked-or-expired'] },
};

const permissions: Readonly<Record<Exclude<CountingPermission, 'ApiUserOnly' | 'IsSsoEnabled'>, Bearing>> = {
  ApiEnabled: { causes: ['api-disabled-for-user-or-edition'] },
  TwoFactorApi: { causes: ['mfa-required'], flows: passwordFlows },
  PasswordNeverExpires: { causes: ['password-expired'], flows: passwordFlows },
  UseAnyApiAuth: { causes: ['soap-login-disabled'], flows: ['soap-login'] },
  UseAnyApiClient: { causes: ['api-access-control', 'user-not-preauthorized'], flows: appFlows },
  CanApproveUninstalledApps: { causes: ['app-not-installed'] },
};

/** Where a person stands at the login page, on the way or for its own sake. */
const withAPerson = ['web', 'device', 'page'] as const;

/** A run-as user must have it; whether a person who has it can still log in on the way is not documented. */
const apiUserOnly = (isOn: boolean): Bearing =>
  isOn
    ? { causes: [], flows: [], beyond: withAPerson }
    : { causes: ['client-credentials-no-run-as-user'], flows: ['client-credentials'] };

/** Who has it logs in with a password that Salesforce does not know: who loses it needs one of Salesforce. */
const singleSignOn = (isOn: boolean): Bearing =>
  isOn
    ? { causes: ['delegated-authentication'], flows: passwordFlows, beyond: withAPerson }
    : { causes: [], flows: [], beyond: ['password', 'soap-login', ...withAPerson] };

type Plain = Exclude<Alteration['set'], 'app-switch' | 'permission'>;

const settings: Readonly<Record<Plain, Bearing>> = {
  'app-gone': {},
  'app-enabled': { causes: ['app-blocked-or-uninstalled'] },
  'app-oauth-enabled': { causes: ['app-blocked-or-uninstalled'] },
  'app-blocked': { causes: ['app-blocked-or-uninstalled'] },
  'permitted-users': { causes: ['user-not-preauthorized', 'user-not-approved', 'api-access-control'] },
  'refresh-token-policy': {
    causes: [
      'refresh-token-policy-expired',
      'refresh-token-revoked-or-expired',
      'refresh-token-rotated',
      'refresh-token-limit-exceeded',
    ],
  },
  'ip-relaxation': { causes: ['ip-restricted'] },
  'high-assurance': { causes: ['mfa-required'] },
  'client-credentials': { causes: ['flow-not-enabled', 'client-credentials-no-run-as-user'] },
  'run-as': {
    causes: [
      'client-credentials-no-run-as-user',
      'api-disabled-for-user-or-edition',
      'user-frozen',
      'user-inactive',
      'user-not-preauthorized',
    ],
    flows: ['client-credentials'],
  },
  scopes: { causes: ['missing-scope', 'user-not-approved'], flows: appFlows },
  'callback-urls': { causes: ['callback-url-missing', 'redirect-uri-mismatch', 'flow-not-enabled'] },
  certificate: {
    causes: ['jwt-cert-expired', 'jwt-wrong-key-or-cert', 'jwt-key-file-unreadable', 'flow-not-enabled'],
  },
  'token-ranges': { causes: ['ip-restricted'] },
  'app-in-carrier': notApproved,
  'app-carriers': notApproved,
  'login-ranges': { causes: ['ip-restricted'], page: true },
  'login-hours': { causes: ['login-hours'], page: true },
  'trusted-ranges': { causes: ['missing-security-token'] },
  'password-flow-blocked': { causes: ['flow-blocked-org-wide'] },
  // None of the flows that are judged is the user-agent flow.
  'user-agent-flow-blocked': { causes: [], flows: [] },
  'pkce-for-all': needsPkce,
  /**
   * Users reach the API through an approved app only; login() knows none.
   * Source: https://help.salesforce.com/apex/HTViewHelpDoc?id=xcloud.security_api_access_control_all_users.htm
   */
  'approved-apps-only': { causes: ['api-access-control'], flows: appFlows, beyond: ['soap-login'] },
  'api-login-by-my-domain': { causes: ['wrong-endpoint'] },
  // No fact holds what these change.
  'consumer-key': {},
  'group-members': {},
  'my-domain-name': {},
  untold: {},
};

const bearingOf = (setting: Alteration): Bearing => {
  if (setting.set === 'app-switch') return switches[setting.name];
  if (setting.set !== 'permission') return settings[setting.set];
  if (setting.name === 'ApiUserOnly') return apiUserOnly(setting.value);
  return setting.name === 'IsSsoEnabled' ? singleSignOn(setting.value) : permissions[setting.name];
};

/** Whether a setting bears on logins that come so in a way that no cause knows. */
export const bearsBeyond = (setting: Alteration, way: Way): boolean =>
  way !== undefined && bearingOf(setting).beyond?.includes(way) === true;

/** Whether a setting can refuse logins that come so. What is not known may come in any way. */
export const bearsOnWay = (setting: Alteration, way: Way): boolean => {
  if (way === undefined || bearsBeyond(setting, way)) return true;
  const { flows, page } = bearingOf(setting);
  return way === 'page' ? page === true : flows === undefined || flows.includes(way);
};

/** Whether a setting can refuse a login by that cause. */
export const bearsOn = ({ setting }: Edit, { id }: Pick<Cause, 'id'>): boolean =>
  bearingOf(setting).causes?.includes(id) ?? true;
