import { deleteApp, insertApp } from '../../../../state/admin.ts';
import type { Act } from '../../../../state/admin.ts';
import type { App, IpRelaxation, Org, RefreshPolicy } from '../../../../state/types.ts';
import { connectedApps } from '../../../tables/apps.ts';
import type { Elements } from '../../component.ts';
import { changeApp, permittedUsers, urlsIn } from '../app-changes.ts';
import { flagAt, partAt, textAt, textsAt } from '../given.ts';
import { DeployProblem, missing, noSuch, notSimulated } from '../problem.ts';
import { profileNamed } from '../taker.ts';
import type { Delivery, Taker } from '../taker.ts';

const relaxations: readonly IpRelaxation[] = ['ENFORCE', 'BYPASS', 'BYPASS_2FACTOR', 'ENFORCE_RELAXREFRESH'];

export const relaxationOf = (word: string | undefined): IpRelaxation | undefined => {
  if (word === undefined) return undefined;
  const found = relaxations.find((one) => one === word.toUpperCase());
  if (found === undefined) throw new DeployProblem(`'${word}' is not a valid value for the IP relaxation`);
  return found;
};

const unitOf = (word: string | undefined): 'HOURS' | 'DAYS' | 'MONTHS' | undefined =>
  (['HOURS', 'DAYS', 'MONTHS'] as const).find((unit) => unit === word);

/** `infinite`, `zero`, `specific_lifetime:1:DAYS`, `specific_inactivity:30:DAYS` */
const refreshPolicyOf = (text: string | undefined): RefreshPolicy | undefined => {
  if (text === undefined) return undefined;
  if (text === 'infinite' || text === 'zero') return { kind: text };
  const [, kind, period, word] = /^specific_(lifetime|inactivity):(\d+):(\w+)$/.exec(text) ?? [];
  const unit = unitOf(word);
  if ((kind !== 'lifetime' && kind !== 'inactivity') || unit === undefined)
    throw new DeployProblem(`'${text}' is not a valid refresh token policy`);
  return { kind, period: Number(period), unit };
};

const idsOf = (
  names: string[] | undefined,
  find: (name: string) => { id: string } | undefined,
  [field, what]: readonly [string, string],
): string[] | undefined =>
  names?.map((name) => {
    const found = find(name);
    if (found === undefined) throw noSuch(field, what, name);
    return found.id;
  });

const sessionLevel = (given: Elements): boolean | undefined => {
  if (partAt(given, 'sessionPolicy') === undefined) return undefined;
  const [level, action] = [textAt(given, 'sessionPolicy.sessionLevel'), textAt(given, 'sessionPolicy.policyAction')];
  if (level === 'HIGH_ASSURANCE' && action !== 'Block') throw notSimulated('sessionPolicy without the action Block');
  return level === 'HIGH_ASSURANCE';
};

const existing = (org: Org, fullName: string): App | undefined =>
  connectedApps(org).find(({ developerName }) => developerName === fullName);

/** Off in every org since Spring '26; Salesforce Support switches it on. */
const refuseNewApps = ({ settings }: Org): void => {
  if (settings.connectedAppCreation !== true)
    throw new DeployProblem('Connected apps cannot be created in this org: the creation of connected apps is off.');
};

const created = ({ act, fullName, given }: Delivery): App => {
  refuseNewApps(act.org);
  const [name, email] = [textAt(given, 'label'), textAt(given, 'contactEmail')];
  if (name === undefined) throw missing('label');
  if (email === undefined) throw missing('contactEmail');
  const [consumerKey, consumerSecret] = [
    textAt(given, 'oauthConfig.consumerKey'),
    textAt(given, 'oauthConfig.consumerSecret'),
  ];
  if (consumerKey !== undefined && act.org.apps.some((one) => one.consumerKey === consumerKey))
    throw new DeployProblem('The consumer key is already taken.');
  return insertApp(act, {
    name,
    developerName: fullName,
    ...(consumerKey === undefined ? {} : { consumerKey }),
    ...(consumerSecret === undefined ? {} : { consumerSecret }),
  });
};

/** Another org's app is known here by its policies alone, and its key is what makes it this app. */
const changeable = (app: App, given: Elements): App => {
  if (app.origin !== 'owned') throw notSimulated('A connected app that another org owns');
  const key = textAt(given, 'oauthConfig.consumerKey');
  if (key !== undefined && key !== app.consumerKey) throw notSimulated('A consumer key other than the app has');
  if (textAt(given, 'oauthConfig.consumerSecret') !== undefined) throw notSimulated('A consumer secret of an app');
  return app;
};

const take = (delivery: Delivery): void => {
  const { act, fullName, given } = delivery;
  const { org } = act;
  const known = existing(org, fullName);
  const app = known === undefined ? created(delivery) : changeable(known, given);
  changeApp(act, app, {
    name: textAt(given, 'label'),
    callbackUrls: urlsIn(textAt(given, 'oauthConfig.callbackUrl')),
    certificate: textAt(given, 'oauthConfig.certificate'),
    scopes: textsAt(given, 'oauthConfig.scopes'),
    permittedUsers: permittedUsers(flagAt(given, 'oauthConfig.isAdminApproved')),
    profileIds: idsOf(textsAt(given, 'profileName'), (name) => profileNamed(org, name), ['profileName', 'Profile']),
    permissionSetIds: idsOf(
      textsAt(given, 'permissionSetName'),
      (name) => org.permissionSets.find((one) => one.name === name),
      ['permissionSetName', 'PermissionSet'],
    ),
    ipRelaxation: relaxationOf(textAt(given, 'oauthPolicy.ipRelaxation')),
    refreshPolicy: refreshPolicyOf(textAt(given, 'oauthPolicy.refreshTokenPolicy')),
    rotation: flagAt(given, 'oauthConfig.isRefreshTokenRotationEnabled'),
    pkceRequired: flagAt(given, 'oauthConfig.isPkceRequired'),
    secretRequiredForRefresh: flagAt(given, 'oauthConfig.isSecretRequiredForRefreshToken'),
    secretOptionalForWeb: flagAt(given, 'oauthConfig.isConsumerSecretOptional'),
    deviceFlow: flagAt(given, 'oauthConfig.isDeviceFlowEnabled'),
    tokenExchange: flagAt(given, 'oauthConfig.isTokenExchangeEnabled'),
    requiresHighAssurance: sessionLevel(given),
    clientCredentials: flagAt(given, 'oauthConfig.isClientCredentialEnabled'),
    runAs: textAt(given, 'oauthConfig.oauthClientCredentialUser'),
  });
};

const remove = (act: Act, fullName: string): void => {
  const app = existing(act.org, fullName);
  if (app !== undefined) deleteApp(act, app);
};

export const connectedApp: Taker = {
  type: 'ConnectedApp',
  heeds: [
    'label',
    'oauthConfig.callbackUrl',
    'oauthConfig.certificate',
    'oauthConfig.consumerKey',
    'oauthConfig.consumerSecret',
    'oauthConfig.scopes',
    'oauthConfig.isAdminApproved',
    'oauthConfig.isClientCredentialEnabled',
    'oauthConfig.oauthClientCredentialUser',
    'oauthConfig.isConsumerSecretOptional',
    'oauthConfig.isDeviceFlowEnabled',
    'oauthConfig.isPkceRequired',
    'oauthConfig.isRefreshTokenRotationEnabled',
    'oauthConfig.isSecretRequiredForRefreshToken',
    'oauthConfig.isTokenExchangeEnabled',
    'oauthPolicy.ipRelaxation',
    'oauthPolicy.refreshTokenPolicy',
    'permissionSetName',
    'profileName',
    'sessionPolicy.policyAction',
    'sessionPolicy.sessionLevel',
  ],
  keeps: [
    'contactEmail',
    'contactPhone',
    'description',
    'iconUrl',
    'infoUrl',
    'logoUrl',
    'mobileStartUrl',
    'oauthConfig.idTokenConfig',
    'startUrl',
  ],
  take,
  remove,
};
