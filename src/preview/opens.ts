import { valueOf } from '../model/index.ts';
import type { Alteration, AppSwitch, CountingPermission, Evidence, Fact, IpRange, Path } from '../model/index.ts';
import { mayBePath } from './person.ts';

/** The value with which a switch takes away what can refuse a login. */
const openSwitches: Readonly<Record<AppSwitch, boolean>> = {
  clientCredentialsEnabled: true,
  deviceFlowEnabled: true,
  tokenExchangeEnabled: true,
  pkceRequired: false,
  secretRequiredForRefresh: false,
  secretOptional: true,
  refreshTokenRotation: false,
};

/** Both values of the two that are not here can refuse somebody. */
const openPermissions: Readonly<Partial<Record<CountingPermission, boolean>>> = {
  ApiEnabled: true,
  TwoFactorApi: false,
  PasswordNeverExpires: true,
  UseAnyApiAuth: true,
  UseAnyApiClient: true,
  CanApproveUninstalledApps: true,
};

const openSettings: ReadonlyMap<Alteration['set'], boolean> = new Map<Alteration['set'], boolean>([
  ['app-enabled', true],
  ['app-oauth-enabled', true],
  ['app-blocked', false],
  ['high-assurance', false],
  ['client-credentials', true],
  ['app-in-carrier', true],
  ['password-flow-blocked', false],
  ['user-agent-flow-blocked', false],
  ['pkce-for-all', false],
  ['approved-apps-only', false],
  ['api-login-by-my-domain', false],
]);

const roadsOf: Readonly<Record<CountingPermission, (evidence: Evidence) => readonly Path[] | undefined>> = {
  ApiEnabled: ({ userPermissions }) => valueOf(userPermissions)?.apiEnabled,
  ApiUserOnly: ({ userPermissions }) => valueOf(userPermissions)?.apiUserOnly,
  TwoFactorApi: ({ userPermissions }) => valueOf(userPermissions)?.twoFactorApi,
  PasswordNeverExpires: ({ userPermissions }) => valueOf(userPermissions)?.passwordNeverExpires,
  IsSsoEnabled: ({ singleSignOn }) => valueOf(singleSignOn),
  UseAnyApiAuth: ({ anyApiAuth }) => valueOf(anyApiAuth),
  UseAnyApiClient: ({ anyApiClient }) => valueOf(anyApiClient),
  CanApproveUninstalledApps: ({ approveUninstalled }) => valueOf(approveUninstalled),
};

/** The user has it by another road, and keeps it. */
const isHeldElsewhere = (evidence: Evidence, name: CountingPermission, path: Path): boolean =>
  roadsOf[name](evidence)?.some((road) => !mayBePath(road, path)) === true;

/** Nothing that was there is missing; what nobody saw may be. */
const holdsAll = (before: readonly string[] | undefined, after: readonly string[]): boolean =>
  before?.every((one) => after.includes(one)) === true;

const textsOf = (ranges: readonly IpRange[]): readonly string[] => ranges.map(({ start, end }) => `${start}-${end}`);

/** No range: every address. */
const isWider = (before: Fact<readonly IpRange[]>, after: readonly IpRange[]): boolean => {
  const ranges = valueOf(before);
  return after.length === 0 || (ranges !== undefined && ranges.length > 0 && holdsAll(textsOf(ranges), textsOf(after)));
};

/** Whether a setting only takes away what can refuse a login: then nobody need know anything more to say that it refuses none. */
export const opens = (evidence: Evidence, setting: Alteration): boolean => {
  const { set } = setting;
  const { appOauth, loginIpRanges, tokenIpRanges } = evidence;
  if (set === 'callback-urls') return holdsAll(valueOf(appOauth)?.callbackUrls, setting.value);
  if (set === 'scopes') return holdsAll(valueOf(appOauth)?.scopes, setting.value);
  if (set === 'login-ranges') return isWider(loginIpRanges, setting.value);
  if (set === 'token-ranges') return isWider(tokenIpRanges, setting.value);
  if (set === 'ip-relaxation') return setting.value === 'bypass';
  if (set === 'refresh-token-policy') return setting.value.kind === 'infinite';
  if (set === 'app-switch') return openSwitches[setting.name] === setting.value;
  if (set === 'permission') {
    const { name, path, value } = setting;
    return openPermissions[name] === value || isHeldElsewhere(evidence, name, path);
  }
  return 'value' in setting && openSettings.has(set) && openSettings.get(set) === setting.value;
};
