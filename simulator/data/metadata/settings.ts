import type { Org } from '../../state/types.ts';
import { metadataTypes } from '../schema/metadata.ts';
import { sisterId } from '../tables/row.ts';
import type { Component, Elements } from './component.ts';
import { withKept } from './kept.ts';
import { attemptsWord, expirationWord, lockoutWord, sessionTimeoutWord } from './settings-words.ts';

const passwordPolicies = ({ settings }: Org): Elements => ({
  complexity: 'SpecialCharacters',
  expiration: expirationWord(settings.passwordExpiresAfterDays),
  historyRestriction: '3',
  lockoutInterval: lockoutWord(settings.lockoutInterval),
  maxLoginAttempts: attemptsWord(settings.maxLoginAttempts),
  minimumPasswordLength: '8',
  minimumPasswordLifetime: false,
  obscureSecretAnswer: false,
  questionRestriction: 'DoesNotContainPassword',
});

/** What no scenario turns: as an org of 2024 has it. */
const plainSessionSettings: Elements = {
  allowUserAuthenticationByCertificate: false,
  allowUserCertBasedAuthenticationWithOcspValidation: false,
  canConfirmEmailChangeInLightningCommunities: true,
  canConfirmIdentityBySmsOnly: true,
  disableTimeoutWarning: false,
  enableBuiltInAuthenticator: false,
  enableCSPOnEmail: true,
  enableCSRFOnGet: true,
  enableCSRFOnPost: true,
  enableCacheAndAutocomplete: true,
  enableClickjackNonsetupSFDC: true,
  enableClickjackNonsetupUser: true,
  enableClickjackNonsetupUserHeaderless: true,
  enableClickjackSetup: true,
  enableCoepHeader: false,
  enableContentSniffingProtection: true,
  enableCoopHeader: false,
  enableLightningLogin: true,
  enableLightningLoginOnlyWithUserPerm: false,
  enableMFADirectUILoginOptIn: true,
  enableOauthCorsPolicy: false,
  enablePostForSessions: false,
  enableSMSIdentity: true,
  enableU2F: false,
  enforceUserDeviceRevoked: false,
  forceLogoutOnSessionTimeout: true,
  forceRelogin: false,
  hasRetainedLoginHints: false,
  hasUserSwitching: true,
  identityConfirmationOnEmailChange: false,
  identityConfirmationOnTwoFactorRegistrationEnabled: true,
  lockSessionsToDomain: true,
  lockerServiceCSP: false,
  lockerServiceNext: false,
  lockerServiceNextControl: false,
  redirectBlockModeEnabled: false,
  redirectionWarning: false,
  referrerPolicy: true,
  requireHttpOnly: true,
  sidToken3rdPartyAuraApp: false,
  useLocalStorageForLogoutUrl: false,
};

const sessionSettings = ({ settings }: Org): Elements => ({
  ...plainSessionSettings,
  enforceIpRangesEveryRequest: settings.enforceIpRangesEveryRequest,
  lockSessionsToIp: settings.lockSessionsToIp,
  sessionTimeout: sessionTimeoutWord(settings.sessionMinutes),
});

const security = (org: Org): Elements => ({
  canUsersGrantLoginAccess: true,
  enableAdminLoginAsAnyUser: true,
  enableAuditFieldsInactiveOwner: true,
  enableAuraSecureEvalPref: true,
  enableCoepHeader: false,
  enableCoopHeader: false,
  enableRequireHttpsConnection: true,
  networkAccess: {
    ipRanges: org.settings.trustedIpRanges.map(({ start, end, description }) => ({ description, end, start })),
  },
  passwordPolicies: passwordPolicies(org),
  redirectBlockModeEnabled: false,
  sessionSettings: sessionSettings(org),
  singleSignOnSettings: {
    enableCaseInsensitiveFederationID: false,
    enableForceDelegatedCallout: false,
    enableMultipleSamlConfigs: true,
    enableSamlJitProvisioning: false,
    enableSamlLogin: false,
    isLoginWithSalesforceCredentialsDisabled: false,
  },
});

/** Where API Access Control was never given to the org, its elements are absent, not false. */
const connectedApp = ({ settings }: Org): Elements => ({
  enableAdminApprovedAppsOnly: settings.apiAccessControl,
  enableAdminApprovedAppsOnlyForExternalUser: settings.apiAccessControl === undefined ? undefined : false,
  enableSkipUserProvisioningWizardWelcomePage: false,
});

const myDomain = (org: Org): Elements => ({
  canOnlyLoginWithMyDomainUrl: org.settings.onlyLoginWithMyDomain,
  doesApiLoginRequireOrgDomain: org.settings.apiLoginRequiresMyDomain,
  domainPartition: org.isSandbox ? 'sandbox' : 'none',
  isInstancedApiTrafficBlocked: false,
  logRedirections: false,
  myDomainName: org.myDomainName,
  myDomainSuffix: 'MySalesforce',
  redirectForceComSiteUrls: true,
  redirectPriorMyDomain: true,
  useEdge: true,
  useEnhancedDomainsInSandbox: true,
});

const values: Record<string, (org: Org) => Elements> = {
  SecuritySettings: security,
  OauthOidcSettings: ({ settings }) => ({
    blockOAuthUnPwFlow: settings.passwordFlowBlocked,
    blockOAuthUsrAgtFlow: settings.userAgentFlowBlocked,
    isPkceRequired: settings.pkceRequired,
    oAuthCdCrdtFlowEnable: false,
  }),
  ConnectedAppSettings: connectedApp,
  ExternalClientAppSettings: () => ({
    enableClientSecretInRestApiAccess: false,
    enableConsumerSecretApiAccess: true,
    enablePackageEcaOauthFromDevOrg: false,
  }),
  IdentityProviderSettings: () => ({ certificateName: '', enableIdentityProvider: false }),
  MyDomainSettings: myDomain,
  UserManagementSettings: () => ({
    enableNewProfileUI: true,
    enableProfileFiltering: false,
    psaExpirationUIEnabled: true,
  }),
};

const members = new Map(metadataTypes.flatMap(({ name, member }) => (member === undefined ? [] : [[name, member]])));

/** The one component of a settings type. */
export const settingsComponents = (org: Org, type: string): Component[] => {
  const member = members.get(type);
  const make = values[type];
  if (member === undefined || make === undefined) return [];
  return [
    {
      type,
      fullName: member,
      id: sisterId('0HE', org.id),
      value: make(org),
      createdAt: org.createdAt,
      changedAt: org.createdAt,
      readable: true,
    },
  ];
};

/** The settings that hang inside SecuritySettings, which Tooling shows as objects of their own. */
export const partOfSecurity = (
  org: Org,
  part: 'passwordPolicies' | 'sessionSettings' | 'singleSignOnSettings',
): Elements => withKept(org, 'SecuritySettings', 'Security', security(org))[part] as Elements;
