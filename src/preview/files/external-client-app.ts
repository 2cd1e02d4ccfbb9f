import type { Alteration, AppSwitch, Edit } from '../../model/index.ts';
import { externalPolicy } from '../../evidence/org/app-policy.ts';
import { certificateIs, secretsOf, sessionLevelIs, untoldOfApp, urlsIn } from './connected-app.ts';
import { absentIn } from './absent.ts';
import { byElement, byTruth, editAt, words, type Component, type Reader } from './component.ts';
import { at, childrenOf, rangesIn, textAt, type Element } from './element.ts';

/** Every part names the app that it belongs to. */
const appOf = ({ root, fullName }: Component): string => textAt(root, 'externalClientApplication') ?? fullName;

/**
 * The scopes stand in one element, as words.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthsettings.htm
 */
export const oauthSettings: Reader = (component) => {
  const { root } = component;
  const app = appOf(component);
  return [
    ...byElement(root, ['commaSeparatedOauthScopes'], (text) => ({
      set: 'scopes',
      app,
      value: words(text.toLowerCase()),
    })),
    ...absentIn(root, app, { scopes: 'commaSeparatedOauthScopes' }),
    ...byElement(root, ['trustedIpRanges'], () => untoldOfApp(app, 'app-ip-ranges', ['web', 'refresh-token'])),
    ...byElement(root, ['clientAssertionCertificate'], () => untoldOfApp(app, 'client-proof')),
  ];
};

const switches: Readonly<Record<string, AppSwitch>> = {
  isClientCredentialsFlowEnabled: 'clientCredentialsEnabled',
  isDeviceFlowEnabled: 'deviceFlowEnabled',
  isTokenExchangeEnabled: 'tokenExchangeEnabled',
  isPkceRequired: 'pkceRequired',
  isSecretRequiredForRefreshToken: 'secretRequiredForRefresh',
  isConsumerSecretOptional: 'secretOptional',
  isRefreshTokenRotationEnabled: 'refreshTokenRotation',
};

const onlyWhereOn =
  (setting: Alteration) =>
  (value: boolean): Alteration | undefined =>
    value ? setting : undefined;

/** Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappglobaloauthsettings.htm */
export const globalOauthSettings: Reader = (component) => {
  const { root } = component;
  const app = appOf(component);
  return [
    ...byElement(root, ['certificate'], (text) => certificateIs(app, text)),
    ...absentIn(root, app, {
      certificate: 'certificate',
      clientCredentialsAllowed: 'isClientCredentialsFlowEnabled',
      deviceFlow: 'isDeviceFlowEnabled',
      tokenExchange: 'isTokenExchangeEnabled',
      secretForRefresh: 'isSecretRequiredForRefreshToken',
      secretOptional: 'isConsumerSecretOptional',
    }),
    ...byElement(root, ['callbackUrl'], (text) => ({ set: 'callback-urls', app, value: urlsIn(text) })),
    ...byElement(root, ['consumerKey'], (value) => ({ set: 'consumer-key', app, value })),
    ...Object.entries(switches).flatMap(([element, name]) =>
      byTruth(root, [element], (value) => ({ set: 'app-switch', app, name, value })),
    ),
    ...secretsOf(root, app),
    ...['isMtlsEnabled', 'isDPopEnabled'].flatMap((name) =>
      byTruth(root, [name], onlyWhereOn(untoldOfApp(app, 'client-proof'))),
    ),
    ...['shouldRotateConsumerKey', 'shouldRotateConsumerSecret'].flatMap((name) =>
      byTruth(root, [name], onlyWhereOn(untoldOfApp(app, 'key-rotation'))),
    ),
  ];
};

const refreshPolicyOf = (root: Element, app: string): readonly Edit[] =>
  byElement(root, ['refreshTokenPolicyType'], (text) => {
    const value = externalPolicy({
      RefreshTokenPolicyType: text,
      RefreshTokenValidityPeriod: textAt(root, 'refreshTokenValidityPeriod'),
      RefreshTokenValidityUnit: textAt(root, 'refreshTokenValidityUnit'),
    }).refreshTokenPolicy;
    return value === undefined ? untoldOfApp(app, 'not-documented') : { set: 'refresh-token-policy', app, value };
  });

const isSetId = (word: string): boolean => /^0PS[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?$/u.test(word);

const listed = (element: Element | undefined): readonly string[] =>
  (element?.text ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));

/** Permission sets stand there by their ids, which another org does not share. */
const carriersOf = (root: Element, app: string): readonly Edit[] => {
  const [profiles, sets] = [at(root, 'commaSeparatedProfile'), at(root, 'commaSeparatedPermissionSet')];
  const first = profiles ?? sets;
  if (first === undefined) return absentIn(root, app, { carriers: 'commaSeparatedPermissionSet' });
  const words = listed(sets);
  return [
    editAt(first.name, first.at, {
      set: 'app-carriers',
      app,
      profiles: listed(profiles),
      sets: words.filter((word) => !isSetId(word)),
      setIds: words.filter(isSetId),
    }),
  ];
};

/** Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthconfigurablepolicies.htm */
export const oauthPolicies: Reader = (component) => {
  const { root } = component;
  const app = appOf(component);
  return [
    ...byElement(root, ['permittedUsersPolicyType'], (text) => {
      const value = externalPolicy({ PermittedUsersPolicyType: text }).permittedUsers;
      return value === undefined ? untoldOfApp(app, 'not-documented') : { set: 'permitted-users', app, value };
    }),
    ...byElement(root, ['ipRelaxationPolicyType'], (text) => {
      const value = externalPolicy({ IpRelaxationPolicyType: text }).ipRelaxation;
      return value === undefined ? untoldOfApp(app, 'not-documented') : { set: 'ip-relaxation', app, value };
    }),
    ...refreshPolicyOf(root, app),
    ...carriersOf(root, app),
    ...absentIn(root, app, {
      permittedUsers: 'permittedUsersPolicyType',
      ipRelaxation: 'ipRelaxationPolicyType',
      clientCredentials: 'isClientCredentialsFlowEnabled',
      runAs: 'clientCredentialsFlowUser',
    }),
    ...byElement(root, ['requiredSessionLevel'], (text) => sessionLevelIs(app, text)),
    ...byTruth(root, ['isClientCredentialsFlowEnabled'], (value) => ({ set: 'client-credentials', app, value })),
    ...byElement(root, ['clientCredentialsFlowUser'], (value) => ({ set: 'run-as', app, value })),
    ...byTruth(root, ['isTokenExchangeFlowEnabled'], (value) =>
      value ? undefined : untoldOfApp(app, 'token-exchange-policy', ['token-exchange']),
    ),
    ...byElement(root, ['apexHandler'], (text) => (text === '' ? undefined : untoldOfApp(app, 'app-handler'))),
  ];
};

/**
 * Where the app is off, all of it is, whatever the switch of its OAuth part says, and the other way round.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappconfigurablepolicies.htm
 */
export const policies: Reader = (component) => {
  const { root } = component;
  const app = appOf(component);
  return [
    ...absentIn(root, app, { enabled: 'isEnabled', oauthEnabled: 'isOauthPluginEnabled' }),
    ...byTruth(root, ['isEnabled'], (value) => ({ set: 'app-enabled', app, value })),
    ...byTruth(root, ['isOauthPluginEnabled'], (value) => ({ set: 'app-oauth-enabled', app, value })),
  ];
};

export const oauthSecurity: Reader = (component) => {
  const { root } = component;
  const ranges = childrenOf(root, 'tokenIpRanges');
  const [first] = ranges;
  if (first === undefined) return [];
  const value = rangesIn(ranges, { start: 'startIpAddress', end: 'endIpAddress' });
  return [editAt('tokenIpRanges', first.at, { set: 'token-ranges', app: appOf(component), value })];
};
