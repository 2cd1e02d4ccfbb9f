import {
  addTrustedIpRange,
  changeLockoutInterval,
  changeMaxLoginAttempts,
  changePasswordExpiry,
  removeTrustedIpRange,
  requireMyDomainForApi,
  requireMyDomainForUsers,
  setApiAccessControl,
  setOauthFlows,
  setSessions,
} from '../../../../state/admin.ts';
import type { Act } from '../../../../state/admin.ts';
import type { IpRange, Org } from '../../../../state/types.ts';
import type { Elements } from '../../component.ts';
import { attemptsOf, expirationOf, lockoutOf, sessionMinutesOf } from '../../settings-words.ts';
import { flagAt, partAt, partsAt, textAt } from '../given.ts';
import { DeployProblem } from '../problem.ts';
import { change } from '../taker.ts';
import type { Delivery, Taker } from '../taker.ts';
import { rangesOf, sameRange } from './people.ts';

/** The ranges of the file take the place of all that were there. */
const replaceTrustedRanges = (act: Act, ranges: IpRange[]): void => {
  const { settings } = act.org;
  for (const { start } of settings.trustedIpRanges.filter((one) => !ranges.some((other) => sameRange(one, other))))
    removeTrustedIpRange(act, start);
  for (const one of ranges.filter((range) => !settings.trustedIpRanges.some((other) => sameRange(range, other))))
    addTrustedIpRange(act, one.start, one.end);
  settings.trustedIpRanges = ranges;
};

/** A word of the metadata in the org's terms; one that Salesforce has not is refused. */
const meant = <T>(given: Elements, path: string, words: (word: string) => { value: T } | undefined): T | undefined => {
  const word = textAt(given, path);
  if (word === undefined) return undefined;
  const found = words(word);
  if (found === undefined) throw new DeployProblem(`'${word}' is not a valid value for ${path}`);
  return found.value;
};

const takePasswords = (act: Act, given: Elements): void => {
  const { settings } = act.org;
  const expiration = textAt(given, 'passwordPolicies.expiration');
  if (expiration !== undefined) {
    const days = meant(given, 'passwordPolicies.expiration', expirationOf);
    if (days !== settings.passwordExpiresAfterDays) changePasswordExpiry(act, days);
  }
  change(meant(given, 'passwordPolicies.lockoutInterval', lockoutOf), settings.lockoutInterval, (value) =>
    changeLockoutInterval(act, value),
  );
  change(meant(given, 'passwordPolicies.maxLoginAttempts', attemptsOf), settings.maxLoginAttempts, (value) =>
    changeMaxLoginAttempts(act, value),
  );
};

const takeSecurity = ({ act, given }: Delivery): void => {
  const { settings } = act.org;
  if (partAt(given, 'networkAccess') !== undefined)
    replaceTrustedRanges(act, rangesOf(partsAt(given, 'networkAccess.ipRanges') ?? [], ['start', 'end']));
  takePasswords(act, given);
  change(meant(given, 'sessionSettings.sessionTimeout', sessionMinutesOf), settings.sessionMinutes, (sessionMinutes) =>
    setSessions(act, { sessionMinutes }),
  );
  change(flagAt(given, 'sessionSettings.lockSessionsToIp'), settings.lockSessionsToIp, (lockSessionsToIp) =>
    setSessions(act, { lockSessionsToIp }),
  );
  change(
    flagAt(given, 'sessionSettings.enforceIpRangesEveryRequest'),
    settings.enforceIpRangesEveryRequest,
    (enforceIpRangesEveryRequest) => setSessions(act, { enforceIpRangesEveryRequest }),
  );
};

const takeOauth = ({ act, given }: Delivery): void => {
  const { settings } = act.org;
  change(flagAt(given, 'blockOAuthUnPwFlow'), settings.passwordFlowBlocked, (passwordFlowBlocked) =>
    setOauthFlows(act, { passwordFlowBlocked }),
  );
  change(flagAt(given, 'blockOAuthUsrAgtFlow'), settings.userAgentFlowBlocked, (userAgentFlowBlocked) =>
    setOauthFlows(act, { userAgentFlowBlocked }),
  );
  change(flagAt(given, 'isPkceRequired'), settings.pkceRequired, (pkceRequired) =>
    setOauthFlows(act, { pkceRequired }),
  );
};

const haveApiAccessControl = ({ settings }: Org): void => {
  if (settings.apiAccessControl === undefined)
    throw new DeployProblem('API Access Control is not enabled for this org: Salesforce Support gives it.');
};

const takeConnectedApps = ({ act, given }: Delivery): void => {
  const on = flagAt(given, 'enableAdminApprovedAppsOnly');
  if (on !== undefined) haveApiAccessControl(act.org);
  change(on, act.org.settings.apiAccessControl, (next) => setApiAccessControl(act, next));
};

const takeMyDomain = ({ act, given }: Delivery): void => {
  const { settings } = act.org;
  change(flagAt(given, 'doesApiLoginRequireOrgDomain'), settings.apiLoginRequiresMyDomain, (on) =>
    requireMyDomainForApi(act, on),
  );
  change(flagAt(given, 'canOnlyLoginWithMyDomainUrl'), settings.onlyLoginWithMyDomain, (on) =>
    requireMyDomainForUsers(act, on),
  );
};

/** A type whose elements the org answers as they always were: a file that says the same is taken. */
const unchanging = (type: string, keeps: readonly string[] = []): Taker => ({
  type,
  heeds: [],
  keeps,
  take: () => undefined,
});

/** Of session settings: what concerns pages in a browser. */
const pages = [
  'disableTimeoutWarning',
  'enableCSPOnEmail',
  'enableCSRFOnGet',
  'enableCSRFOnPost',
  'enableCacheAndAutocomplete',
  'enableClickjackNonsetupSFDC',
  'enableClickjackNonsetupUser',
  'enableClickjackNonsetupUserHeaderless',
  'enableClickjackSetup',
  'enableCoepHeader',
  'enableContentSniffingProtection',
  'enableCoopHeader',
  'enablePermissionsPolicy',
  'grantCameraAccess',
  'grantMicrophoneAccess',
  'lockerServiceCSP',
  'lockerServiceNext',
  'lockerServiceNextControl',
  'logoutURL',
  'redirectBlockModeEnabled',
  'redirectionWarning',
  'referrerPolicy',
  'referrerPolicyDirective',
  'requireHttpOnly',
  'sendCspForUncommonClients',
  'useLocalStorageForLogoutUrl',
].map((name) => `sessionSettings.${name}`);

/** Of password policies: what bears on passwords to come. */
const newPasswords = [
  'apiOnlyUserHomePageURL',
  'complexity',
  'historyRestriction',
  'minimumPasswordLength',
  'minimumPasswordLifetime',
  'obscureSecretAnswer',
  'passwordAssistanceMessage',
  'passwordAssistanceURL',
  'questionRestriction',
].map((name) => `passwordPolicies.${name}`);

export const settingsTakers: readonly Taker[] = [
  {
    type: 'SecuritySettings',
    heeds: [
      'networkAccess',
      'passwordPolicies.expiration',
      'passwordPolicies.lockoutInterval',
      'passwordPolicies.maxLoginAttempts',
      'sessionSettings.enforceIpRangesEveryRequest',
      'sessionSettings.lockSessionsToIp',
      'sessionSettings.sessionTimeout',
    ],
    keeps: [
      'canUsersGrantLoginAccess',
      'enableAdminLoginAsAnyUser',
      'enableAuditFieldsInactiveOwner',
      'enableAuraSecureEvalPref',
      'enableCoepHeader',
      'enableCoopHeader',
      'enableCrossOrgRedirects',
      'enablePermissionsPolicy',
      'redirectBlockModeEnabled',
      'sendCspForUncommonClients',
      ...pages,
      ...newPasswords,
    ],
    take: takeSecurity,
  },
  {
    type: 'OauthOidcSettings',
    heeds: ['blockOAuthUnPwFlow', 'blockOAuthUsrAgtFlow', 'isPkceRequired'],
    keeps: [],
    take: takeOauth,
  },
  {
    type: 'ConnectedAppSettings',
    heeds: ['enableAdminApprovedAppsOnly'],
    keeps: ['enableSkipUserProvisioningWizardWelcomePage'],
    take: takeConnectedApps,
  },
  {
    type: 'MyDomainSettings',
    heeds: ['canOnlyLoginWithMyDomainUrl', 'doesApiLoginRequireOrgDomain'],
    keeps: ['logRedirections'],
    take: takeMyDomain,
  },
  unchanging('ExternalClientAppSettings'),
  unchanging('IdentityProviderSettings'),
  unchanging('UserManagementSettings', ['enableNewProfileUI', 'enhancedPermSetList', 'enhancedUserListView']),
];
