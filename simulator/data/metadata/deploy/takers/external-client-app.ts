import { changeQuietly, deleteApp, insertApp } from '../../../../state/admin.ts';
import type { Act } from '../../../../state/admin.ts';
import type { App, Org, RefreshPolicy } from '../../../../state/types.ts';
import { externalClientApps, refreshWords } from '../../../tables/external-client-apps.ts';
import type { Elements } from '../../component.ts';
import { changeApp, urlsIn } from '../app-changes.ts';
import { flagAt, numberAt, textAt } from '../given.ts';
import { DeployProblem, missing, noSuch, notSimulated } from '../problem.ts';
import { profileNamed } from '../taker.ts';
import type { Delivery, Taker } from '../taker.ts';
import { relaxationOf } from './connected-app.ts';

const existing = (org: Org, developerName: string): App | undefined =>
  externalClientApps(org).find((app) => app.developerName === developerName);

const takeApplication = ({ act, fullName, given }: Delivery): void => {
  const name = textAt(given, 'label');
  const app = existing(act.org, fullName);
  if (app !== undefined) {
    changeApp(act, app, { name });
    return;
  }
  if (name === undefined) throw missing('label');
  insertApp(act, { name, developerName: fullName, kind: 'external-client-app' });
};

/** The app that a part belongs to; the part has the name that the file gives it, and keeps it. */
const appOf = ({ act, fullName, given }: Delivery, type: string, usual: string): App => {
  const developerName = textAt(given, 'externalClientApplication');
  if (developerName === undefined) throw missing('externalClientApplication');
  const app = existing(act.org, developerName);
  if (app === undefined) throw noSuch('externalClientApplication', 'ExternalClientApplication', developerName);
  const known = app.partNames?.[type] ?? `${developerName}${usual}`;
  if (known === fullName) return app;
  // An app of this very package has no parts yet: the first file names them.
  if (app.createdAt !== act.at || app.partNames?.[type] !== undefined)
    throw new DeployProblem(`The ${type} of ${developerName} is ${known}: an app has one.`);
  app.partNames = { ...app.partNames, [type]: fullName };
  return app;
};

const listed = (text: string | undefined): string[] | undefined =>
  text
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const takeSettings = (delivery: Delivery): void => {
  const { act, given } = delivery;
  const app = appOf(delivery, 'ExtlClntAppOauthSettings', '_oauth');
  const scopes = listed(textAt(given, 'commaSeparatedOauthScopes'));
  changeApp(act, app, { scopes: scopes?.map((word) => (word === 'SFApiPlatform' ? 'SFAP' : word)) });
};

const takeKey = ({ act }: Delivery, app: App, key: string | undefined): void => {
  if (key === undefined || key === app.consumerKey) return;
  if (app.createdAt !== act.at) throw notSimulated('A consumer key other than the app has');
  if (act.org.apps.some((one) => one.consumerKey === key))
    throw new DeployProblem('The consumer key is already taken.');
  app.consumerKey = key;
};

const takeGlobalSettings = (delivery: Delivery): void => {
  const { act, given } = delivery;
  const app = appOf(delivery, 'ExtlClntAppGlobalOauthSettings', '_glbloauth');
  takeKey(delivery, app, textAt(given, 'consumerKey'));
  changeApp(act, app, {
    callbackUrls: urlsIn(textAt(given, 'callbackUrl')),
    certificate: textAt(given, 'certificate'),
    clientCredentials: flagAt(given, 'isClientCredentialsFlowEnabled'),
    deviceFlow: flagAt(given, 'isDeviceFlowEnabled'),
    pkceRequired: flagAt(given, 'isPkceRequired'),
    rotation: flagAt(given, 'isRefreshTokenRotationEnabled'),
    secretOptionalForWeb: flagAt(given, 'isConsumerSecretOptional'),
    secretRequiredForRefresh: flagAt(given, 'isSecretRequiredForRefreshToken'),
    tokenExchange: flagAt(given, 'isTokenExchangeEnabled'),
  });
};

const kindOf = (word: string): RefreshPolicy['kind'] => {
  const found = (['infinite', 'zero', 'lifetime', 'inactivity'] as const).find((kind) => refreshWords[kind] === word);
  if (found === undefined) throw new DeployProblem(`'${word}' is not a valid value for refreshTokenPolicyType`);
  return found;
};

const units = { Hours: 'HOURS', Days: 'DAYS', Months: 'MONTHS' } as const;

const refreshPolicyOf = (given: Elements): RefreshPolicy | undefined => {
  const word = textAt(given, 'refreshTokenPolicyType');
  if (word === undefined) return undefined;
  const kind = kindOf(word);
  if (kind === 'infinite' || kind === 'zero') return { kind };
  const [period, unitWord] = [numberAt(given, 'refreshTokenValidityPeriod'), textAt(given, 'refreshTokenValidityUnit')];
  const unit = Object.entries(units).find(([name]) => name === unitWord)?.[1];
  if (period === undefined || unit === undefined) throw missing('refreshTokenValidityPeriod, refreshTokenValidityUnit');
  return { kind, period, unit };
};

const permittedUsers = (word: string | undefined): App['permittedUsers'] | undefined => {
  if (word === undefined) return undefined;
  if (word === 'AdminApprovedPreAuthorized') return 'admin-approved';
  if (word === 'AllSelfAuthorized') return 'self-authorized';
  throw new DeployProblem(`'${word}' is not a valid value for permittedUsersPolicyType`);
};

const highAssurance = (given: Elements): boolean | undefined => {
  const level = textAt(given, 'requiredSessionLevel');
  if (level === undefined) return undefined;
  if (level === 'HIGH_ASSURANCE' && textAt(given, 'policyAction') !== 'Block')
    throw notSimulated('requiredSessionLevel without the policyAction Block');
  return level === 'HIGH_ASSURANCE';
};

/** Permission sets stand there by their id or their name. */
const permissionSetIds = (org: Org, words: string[] | undefined): string[] | undefined =>
  words?.map((word) => {
    const found = org.permissionSets.find(({ id, name }) => id === word || name === word);
    if (found === undefined) throw noSuch('commaSeparatedPermissionSet', 'PermissionSet', word);
    return found.id;
  });

const profileIds = (org: Org, words: string[] | undefined): string[] | undefined =>
  words?.map((word) => {
    const found = profileNamed(org, word);
    if (found === undefined) throw noSuch('commaSeparatedProfile', 'Profile', word);
    return found.id;
  });

const takeOauthPolicies = (delivery: Delivery): void => {
  const { act, given } = delivery;
  const app = appOf(delivery, 'ExtlClntAppOauthConfigurablePolicies', '_oauthPlcy');
  changeApp(act, app, {
    clientCredentials: flagAt(given, 'isClientCredentialsFlowEnabled'),
    runAs: textAt(given, 'clientCredentialsFlowUser'),
    ipRelaxation: relaxationOf(textAt(given, 'ipRelaxationPolicyType')),
    permissionSetIds: permissionSetIds(act.org, listed(textAt(given, 'commaSeparatedPermissionSet'))),
    permittedUsers: permittedUsers(textAt(given, 'permittedUsersPolicyType')),
    profileIds: profileIds(act.org, listed(textAt(given, 'commaSeparatedProfile'))),
    refreshPolicy: refreshPolicyOf(given),
    requiresHighAssurance: highAssurance(given),
    tokenExchange: flagAt(given, 'isTokenExchangeFlowEnabled'),
  });
};

const takePolicies = (delivery: Delivery): void => {
  const { act, given } = delivery;
  const app = appOf(delivery, 'ExtlClntAppConfigurablePolicies', '_plcy');
  const [whole, plugin] = [flagAt(given, 'isEnabled'), flagAt(given, 'isOauthPluginEnabled')];
  if (whole !== undefined && whole !== (app.disabled !== true)) changeQuietly(act, app, { disabled: !whole });
  if (plugin !== undefined && plugin !== (app.oauthPluginOff !== true))
    changeQuietly(act, app, { oauthPluginOff: !plugin });
};

const removeApplication = (act: Act, fullName: string): void => {
  const app = existing(act.org, fullName);
  if (app !== undefined) deleteApp(act, app);
};

const link = 'externalClientApplication';

export const externalClientAppTakers: readonly Taker[] = [
  {
    type: 'ExternalClientApplication',
    heeds: ['label', 'distributionState'],
    keeps: ['contactEmail', 'contactPhone', 'description', 'iconUrl', 'infoUrl', 'logoUrl', 'isProtected'],
    take: takeApplication,
    remove: removeApplication,
  },
  {
    type: 'ExtlClntAppOauthSettings',
    heeds: [link, 'commaSeparatedOauthScopes'],
    keeps: ['label'],
    take: takeSettings,
  },
  {
    type: 'ExtlClntAppGlobalOauthSettings',
    heeds: [
      link,
      'callbackUrl',
      'certificate',
      'consumerKey',
      'isClientCredentialsFlowEnabled',
      'isConsumerSecretOptional',
      'isDeviceFlowEnabled',
      'isPkceRequired',
      'isRefreshTokenRotationEnabled',
      'isSecretRequiredForRefreshToken',
      'isTokenExchangeEnabled',
    ],
    keeps: ['label', 'idTokenConfig'],
    take: takeGlobalSettings,
  },
  {
    type: 'ExtlClntAppOauthConfigurablePolicies',
    heeds: [
      link,
      'clientCredentialsFlowUser',
      'commaSeparatedPermissionSet',
      'commaSeparatedProfile',
      'ipRelaxationPolicyType',
      'isClientCredentialsFlowEnabled',
      'isTokenExchangeFlowEnabled',
      'permittedUsersPolicyType',
      'policyAction',
      'refreshTokenPolicyType',
      'refreshTokenValidityPeriod',
      'refreshTokenValidityUnit',
      'requiredSessionLevel',
    ],
    keeps: ['label', 'startUrl'],
    take: takeOauthPolicies,
  },
  {
    type: 'ExtlClntAppConfigurablePolicies',
    heeds: [link, 'isEnabled', 'isOauthPluginEnabled'],
    keeps: ['label', 'startPage', 'startUrl'],
    take: takePolicies,
  },
];
