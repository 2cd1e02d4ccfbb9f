import { id15 } from '../../state/ids.ts';
import type { App, IpRelaxation, Org, RefreshPolicy } from '../../state/types.ts';
import { sisterId, stamps, type Row, type Table } from './row.ts';

/** External client apps that this org owns or installed. */
export const externalClientApps = (org: Org): App[] =>
  org.apps.filter((app) => app.kind === 'external-client-app' && !app.deleted && app.origin !== 'only-authorised');

/** The words of external client apps for what connected apps write in upper case. */
export const ipRelaxationWord: Record<IpRelaxation, string> = {
  ENFORCE: 'Enforce',
  BYPASS: 'Bypass',
  BYPASS_2FACTOR: 'Bypass_2factor',
  ENFORCE_RELAXREFRESH: 'Enforce_relaxrefresh',
};

export const refreshWords: Record<RefreshPolicy['kind'], string> = {
  infinite: 'Infinite',
  zero: 'Zero',
  lifetime: 'SpecificLifetime',
  inactivity: 'SpecificInactivity',
};

/** `DAYS` -> `Days` */
export const unitWord = (unit: string): string => unit.slice(0, 1) + unit.slice(1).toLowerCase();

export const orgScopedName = (org: Org, app: App): string => `${id15(org.id)}:${app.developerName}`;

export const oauthLink = (org: Org, app: App): string => `${id15(org.id)}:${id15(sisterId('888', app.id))}`;

/** Metadata scope word -> column, as far as they are not the same but for case and underlines. */
const scopeColumns: Record<string, string> = {
  basic: 'OauthScopesSSO',
  chatter: 'OauthScopesCHATTER_REST_API',
  visualforce: 'OauthScopesVF',
  customapplications: 'OauthScopesVF',
  wave: 'OauthScopesWAVE_REST_API',
  eclair: 'OauthScopesECLAIR_REST_API',
  pardot: 'OauthScopesPARDOT_API',
};
const scopeColumn = (scope: string): string =>
  scopeColumns[scope.toLowerCase()] ??
  `OauthScopes${scope
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace('OPEN_ID', 'OPENID')}`;

const named = (org: Org, app: App, suffix: string): Row => ({
  ...stamps(org, app.createdAt, app.changedAt, app.changedBy),
  DeveloperName: `${app.developerName}${suffix}`,
  MasterLabel: `${app.name}${suffix.replaceAll('_', ' ')}`,
  Language: 'en_US',
  ExternalClientApplicationId: app.id,
});

const rows =
  (row: (org: Org, app: App) => Row): Table =>
  ({ org }) =>
    externalClientApps(org).map((app) => row(org, app));

export const applications = rows((org, app) => ({
  ...named(org, app, ''),
  Id: app.id,
  MasterLabel: app.name,
  ContactEmail: org.users[0]?.email,
  DistributionState: app.distribution,
  ManagedType: 'Local',
  OrgScopedExternalApp: orgScopedName(org, app),
  Version: '1',
}));

const period = (policy: RefreshPolicy): Row =>
  'period' in policy
    ? { RefreshTokenValidityPeriod: policy.period, RefreshTokenValidityUnit: unitWord(policy.unit) }
    : {};

export const oauthPolicies = rows((org, app) => ({
  ...named(org, app, '_oauthPlcy'),
  ...period(app.refreshPolicy),
  Id: sisterId('0yO', app.id),
  ExtlClntAppOauthSettingsId: sisterId('3SN', app.id),
  RefreshTokenPolicyType: refreshWords[app.refreshPolicy.kind],
  IpRelaxationPolicyType: ipRelaxationWord[app.ipRelaxation],
  PermittedUsersPolicyType:
    app.permittedUsers === 'admin-approved' ? 'AdminApprovedPreAuthorized' : 'AllSelfAuthorized',
  RequiredSessionLevel: app.requiresHighAssurance ? 'HIGH_ASSURANCE' : 'STANDARD',
  PolicyAction: app.requiresHighAssurance ? 'Block' : null,
  IsClientCredentialsFlowEnabled: app.clientCredentials.enabled,
  ClientCredentialsFlowUser: org.users.find(({ id }) => id === app.clientCredentials.runAsUserId)?.username,
  IsTokenExchangeFlowEnabled: app.tokenExchange,
  ApexHandlerId: app.handler === undefined ? null : sisterId('01p', app.id),
}));

export const oauthSettings = rows((org, app) => ({
  ...named(org, app, '_oauth'),
  ...Object.fromEntries(app.scopes.map((scope) => [scopeColumn(scope), true])),
  Id: sisterId('3SN', app.id),
  OauthLink: oauthLink(org, app),
}));

export const policies = rows((org, app) => {
  const on = app.disabled !== true && !app.blocked;
  return {
    ...named(org, app, '_plcy'),
    Id: sisterId('196', app.id),
    IsEnabled: on,
    OauthPluginStatus: on && app.oauthPluginOff !== true ? 'Enabled' : 'Disabled',
    StartPage: 'None',
  };
});

export const consumers = rows((org, app) => ({
  ...named(org, app, '_consumer'),
  Id: sisterId('888', app.id),
  ExtlClntAppOauthSettingsId: sisterId('3SN', app.id),
}));
