import type { App, Org, RefreshPolicy } from '../../state/types.ts';
import { connectedApps } from '../tables/apps.ts';
import type { Component, Elements } from './component.ts';

/** `specific_lifetime:1:DAYS` */
const policyText = (policy: RefreshPolicy): string =>
  'period' in policy ? `specific_${policy.kind}:${policy.period}:${policy.unit}` : policy.kind;

/** One line of base64, without the lines that frame a PEM. */
export const bareCertificate = (pem: string | undefined): string | undefined =>
  pem?.replaceAll(/-----[A-Z ]+-----|\s/g, '');

/** Never the consumer secret: no org gives it back. */
const oauthConfig = (org: Org, app: App): Elements => ({
  callbackUrl: app.callbackUrls.join('\n'),
  certificate: bareCertificate(app.certificate),
  consumerKey: app.consumerKey,
  isAdminApproved: app.permittedUsers === 'admin-approved',
  isClientCredentialEnabled: app.clientCredentials.enabled,
  isCodeCredentialEnabled: false,
  isCodeCredentialPostOnly: false,
  isConsumerSecretOptional: app.secretOptionalForWeb,
  isDeviceFlowEnabled: app.deviceFlow ? true : undefined,
  isIntrospectAllTokens: false,
  isNamedUserJwtEnabled: false,
  isPkceRequired: app.pkceRequired,
  isRefreshTokenRotationEnabled: app.rotation,
  isSecretRequiredForRefreshToken: app.secretRequiredForRefresh,
  isSecretRequiredForTokenExchange: false,
  isTokenExchangeEnabled: app.tokenExchange,
  oauthClientCredentialUser: org.users.find(({ id }) => id === app.clientCredentials.runAsUserId)?.username,
  scopes: app.scopes,
});

const names = (list: string[]): string[] | undefined => (list.length === 0 ? undefined : list);

const appElements = (org: Org, app: App): Elements => ({
  contactEmail: org.users[0]?.email ?? 'admin@example.com',
  label: app.name,
  oauthConfig: oauthConfig(org, app),
  oauthPolicy: {
    ipRelaxation: app.ipRelaxation,
    isTokenExchangeFlowEnabled: app.tokenExchange,
    refreshTokenPolicy: policyText(app.refreshPolicy),
  },
  permissionSetName: names(
    org.permissionSets.filter(({ id }) => app.permissionSetIds.includes(id)).map(({ name }) => name),
  ),
  plugin: app.handler?.apexClass,
  profileName: names(org.profiles.filter(({ id }) => app.profileIds.includes(id)).map(({ name }) => name)),
  sessionPolicy: app.requiresHighAssurance ? { policyAction: 'Block', sessionLevel: 'HIGH_ASSURANCE' } : undefined,
});

export const connectedAppComponents = (org: Org): Component[] =>
  connectedApps(org).map((app) => ({
    type: 'ConnectedApp',
    fullName: app.developerName,
    id: app.id,
    value: appElements(org, app),
    createdAt: app.createdAt,
    changedAt: app.changedAt,
    readable: app.origin === 'owned',
  }));
