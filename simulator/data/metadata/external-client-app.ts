import type { App, Org } from '../../state/types.ts';
import {
  externalClientApps,
  ipRelaxationWord,
  oauthLink,
  orgScopedName,
  refreshWords,
  unitWord,
} from '../tables/external-client-apps.ts';
import { sisterId } from '../tables/row.ts';
import type { Component, Elements } from './component.ts';
import { bareCertificate } from './connected-app.ts';

const application = (org: Org, app: App): Elements => ({
  contactEmail: org.users[0]?.email ?? 'admin@example.com',
  distributionState: app.distribution,
  isProtected: false,
  label: app.name,
  orgScopedExternalApp: orgScopedName(org, app),
});

const scopeWord = (scope: string): string => (scope === 'SFAP' ? 'SFApiPlatform' : scope);

const settings = (org: Org, app: App): Elements => ({
  commaSeparatedOauthScopes: app.scopes.map(scopeWord).join(', '),
  externalClientApplication: app.developerName,
  isFirstPartyAppEnabled: false,
  label: `${app.name} OAuth Settings`,
  oauthLink: oauthLink(org, app),
});

/** Never the consumer secret. */
const globalSettings = (_org: Org, app: App): Elements => ({
  callbackUrl: app.callbackUrls.join('\n'),
  certificate: bareCertificate(app.certificate),
  consumerKey: app.consumerKey,
  externalClientApplication: app.developerName,
  isClientCredentialsFlowEnabled: app.clientCredentials.enabled,
  isCodeCredFlowEnabled: false,
  isCodeCredPostOnly: false,
  isConsumerSecretOptional: app.secretOptionalForWeb,
  isDeviceFlowEnabled: app.deviceFlow,
  isIntrospectAllTokens: false,
  isNamedUserJwtEnabled: false,
  isPkceRequired: app.pkceRequired,
  isRefreshTokenRotationEnabled: app.rotation,
  isSecretRequiredForRefreshToken: app.secretRequiredForRefresh,
  isSecretRequiredForTokenExchange: false,
  isTokenExchangeEnabled: app.tokenExchange,
  label: `${app.name} Global OAuth`,
  shouldRotateConsumerKey: false,
  shouldRotateConsumerSecret: false,
});

const joined = (names: string[]): string | undefined => (names.length === 0 ? undefined : names.join(', '));

const oauthPolicies = (org: Org, app: App): Elements => ({
  clientCredentialsFlowUser: org.users.find(({ id }) => id === app.clientCredentials.runAsUserId)?.username,
  commaSeparatedPermissionSet: joined(app.permissionSetIds),
  commaSeparatedProfile: joined(org.profiles.filter(({ id }) => app.profileIds.includes(id)).map(({ name }) => name)),
  externalClientApplication: app.developerName,
  ipRelaxationPolicyType: ipRelaxationWord[app.ipRelaxation],
  isClientCredentialsFlowEnabled: app.clientCredentials.enabled,
  isGuestCodeCredFlowEnabled: false,
  isTokenExchangeFlowEnabled: app.tokenExchange,
  label: `${app.name} OAuth Policies`,
  permittedUsersPolicyType:
    app.permittedUsers === 'admin-approved' ? 'AdminApprovedPreAuthorized' : 'AllSelfAuthorized',
  policyAction: app.requiresHighAssurance ? 'Block' : undefined,
  refreshTokenPolicyType: refreshWords[app.refreshPolicy.kind],
  ...('period' in app.refreshPolicy
    ? {
        refreshTokenValidityPeriod: app.refreshPolicy.period,
        refreshTokenValidityUnit: unitWord(app.refreshPolicy.unit),
      }
    : {}),
  requiredSessionLevel: app.requiresHighAssurance ? 'HIGH_ASSURANCE' : 'STANDARD',
});

const policies = (_org: Org, app: App): Elements => {
  const on = app.disabled !== true && !app.blocked;
  return {
    externalClientApplication: app.developerName,
    isEnabled: on,
    isOauthPluginEnabled: on && app.oauthPluginOff !== true,
    label: `${app.name} Policies`,
    startPage: 'None',
  };
};

type Part = { suffix: string; prefix: string; make: (org: Org, app: App) => Elements; ownedOnly: boolean };

/** The parts of an external client app, and how this org names them. Policies may be read for installed apps too. */
const parts: Record<string, Part> = {
  ExternalClientApplication: { suffix: '', prefix: '0xI', make: application, ownedOnly: false },
  ExtlClntAppOauthSettings: { suffix: '_oauth', prefix: '3SN', make: settings, ownedOnly: false },
  ExtlClntAppGlobalOauthSettings: { suffix: '_glbloauth', prefix: '888', make: globalSettings, ownedOnly: true },
  ExtlClntAppOauthConfigurablePolicies: { suffix: '_oauthPlcy', prefix: '0yO', make: oauthPolicies, ownedOnly: false },
  ExtlClntAppConfigurablePolicies: { suffix: '_plcy', prefix: '196', make: policies, ownedOnly: false },
};

export const externalClientAppTypes: readonly string[] = Object.keys(parts);

export const externalClientAppComponents = (org: Org, type: string): Component[] => {
  const part = parts[type];
  if (part === undefined) return [];
  return externalClientApps(org)
    .filter((app) => !part.ownedOnly || app.origin === 'owned')
    .map((app) => ({
      type,
      fullName: app.partNames?.[type] ?? `${app.developerName}${part.suffix}`,
      id: sisterId(part.prefix, app.id),
      value: part.make(org, app),
      createdAt: app.createdAt,
      changedAt: app.changedAt,
      readable: true,
    }));
};
