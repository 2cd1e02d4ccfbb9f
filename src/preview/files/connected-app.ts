import type { Alteration, AppSwitch, Edit, Flow, UntoldWhy } from '../../model/index.ts';
import { appFlows } from '../../clues/flows.ts';
import { defined, valueOf } from '../../model/index.ts';
import { connectedAppOauth } from '../../evidence/org/app-oauth-read.ts';
import { connectedPolicy } from '../../evidence/org/app-policy.ts';
import { absentIn } from './absent.ts';
import { byElement, byTruth, editAt, type Component, type Reader } from './component.ts';
import { at, childrenOf, type Element } from './element.ts';

const source = { place: 'asked' } as const;

/** What the org's own answer would be read as, one element at a time. */
const policyOf = (component: Readonly<Record<string, unknown>>) =>
  connectedPolicy(component, { kind: 'connected-app', id: '', name: '' });

const switches: Readonly<Record<string, AppSwitch>> = {
  isDeviceFlowEnabled: 'deviceFlowEnabled',
  isTokenExchangeEnabled: 'tokenExchangeEnabled',
  isPkceRequired: 'pkceRequired',
  isSecretRequiredForRefreshToken: 'secretRequiredForRefresh',
  isConsumerSecretOptional: 'secretOptional',
  isRefreshTokenRotationEnabled: 'refreshTokenRotation',
};

export const untoldOfApp = (app: string, why: UntoldWhy, flows?: readonly Flow[]): Alteration => ({
  set: 'untold',
  about: { of: 'app', app },
  why,
  ...defined({ flows }),
});

const levels: ReadonlyMap<string, boolean> = new Map([
  ['HIGH_ASSURANCE', true],
  ['STANDARD', false],
  ['LOW', false],
]);

export const sessionLevelIs = (app: string, text: string): Alteration => {
  const value = levels.get(text.toUpperCase());
  return value === undefined ? untoldOfApp(app, 'not-documented') : { set: 'high-assurance', app, value };
};

/** A certificate as an app holds it: bare base64, or PEM. An element without any says nothing. */
export const certificateIs = (app: string, text: string): Alteration | undefined => {
  if (text === '') return undefined;
  const certificate = valueOf(connectedAppOauth({ certificate: text }, source))?.certificate;
  return certificate === undefined
    ? untoldOfApp(app, 'certificate-unreadable', ['jwt'])
    : { set: 'certificate', app, value: certificate };
};

export const urlsIn = (text: string): readonly string[] => text.split(/\s+/u).filter((url) => url !== '');

const scopesOf = ({ root }: Component, app: string): readonly Edit[] => {
  const config = at(root, 'oauthConfig');
  const scopes = config === undefined ? [] : childrenOf(config, 'scopes');
  const [first] = scopes;
  if (first === undefined) return [];
  const value = scopes.map(({ text }) => text.toLowerCase());
  return [editAt('oauthConfig.scopes', first.at, { set: 'scopes', app, value })];
};

/**
 * Whether a deployment assigns the profiles and permission sets that stand here, or takes others away, is not documented; that it
 * leaves permission sets out was seen: https://github.com/forcedotcom/cli/issues/634
 */
const carriersOf = ({ root }: Component, app: string): readonly Edit[] => {
  const [profiles, sets] = [childrenOf(root, 'profileName'), childrenOf(root, 'permissionSetName')];
  const first = [...profiles, ...sets].toSorted((a, b) => a.at.line - b.at.line)[0];
  if (first === undefined) return absentIn(root, app, { carriers: 'permissionSetName' });
  const names = { profiles: profiles.map(({ text }) => text), sets: sets.map(({ text }) => text) };
  return [editAt(first.name, first.at, { set: 'app-carriers', app, ...names })];
};

/** Where a file has no OAuth settings at all, nobody can say whether a deployment takes all away. */
const oauthOf = ({ root }: Component, app: string): readonly Edit[] =>
  at(root, 'oauthConfig') === undefined
    ? [editAt(root.name, root.at, untoldOfApp(app, 'oauth-absent'))]
    : absentIn(root, app, {
        permittedUsers: 'oauthConfig.isAdminApproved',
        scopes: 'oauthConfig.scopes',
        certificate: 'oauthConfig.certificate',
        clientCredentials: 'oauthConfig.isClientCredentialEnabled',
        runAs: 'oauthConfig.oauthClientCredentialUser',
        deviceFlow: 'oauthConfig.isDeviceFlowEnabled',
        tokenExchange: 'oauthConfig.isTokenExchangeEnabled',
        secretForRefresh: 'oauthConfig.isSecretRequiredForRefreshToken',
        secretOptional: 'oauthConfig.isConsumerSecretOptional',
      });

/** Which flows send a consumer secret, or may. */
const withSecret: readonly Flow[] = appFlows.filter((flow) => flow !== 'jwt');

/** A secret that a file holds may take the place of the client's; that one is asked for in the token exchange is read nowhere. */
export const secretsOf = (root: Element, app: string, path: readonly string[] = []): readonly Edit[] => [
  ...byElement(root, [...path, 'consumerSecret'], (text) =>
    text === '' ? undefined : untoldOfApp(app, 'consumer-secret', withSecret),
  ),
  ...byTruth(root, [...path, 'isSecretRequiredForTokenExchange'], (value) =>
    value ? untoldOfApp(app, 'secret-for-exchange', ['token-exchange']) : undefined,
  ),
];

/** Source: https://developer.salesforce.com/docs/platform/api-metadata/references/meta-types/metadata-connectedapp.html */
export const connectedApp: Reader = (component) => {
  const { root, fullName: app } = component;
  const policy = (name: string, setting: (text: string) => Alteration | undefined): readonly Edit[] =>
    byElement(root, ['oauthPolicy', name], setting);
  return [
    ...byTruth(root, ['oauthConfig', 'isAdminApproved'], (value) => ({
      set: 'permitted-users',
      app,
      value: value ? 'admin-approved' : 'self-authorized',
    })),
    ...scopesOf(component, app),
    ...byElement(root, ['oauthConfig', 'certificate'], (text) => certificateIs(app, text)),
    ...oauthOf(component, app),
    ...absentIn(root, app, { ipRelaxation: 'oauthPolicy.ipRelaxation' }),
    ...carriersOf(component, app),
    ...byElement(root, ['oauthConfig', 'callbackUrl'], (text) => ({ set: 'callback-urls', app, value: urlsIn(text) })),
    ...byElement(root, ['oauthConfig', 'consumerKey'], (value) => ({ set: 'consumer-key', app, value })),
    ...byTruth(root, ['oauthConfig', 'isClientCredentialEnabled'], (value) => ({
      set: 'client-credentials',
      app,
      value,
    })),
    ...byElement(root, ['oauthConfig', 'oauthClientCredentialUser'], (value) => ({ set: 'run-as', app, value })),
    ...Object.entries(switches).flatMap(([element, name]) =>
      byTruth(root, ['oauthConfig', element], (value) => ({ set: 'app-switch', app, name, value })),
    ),
    ...secretsOf(root, app, ['oauthConfig']),
    ...policy('ipRelaxation', (text) => {
      const value = policyOf({ oauthPolicy: { ipRelaxation: text } }).ipRelaxation;
      return value === undefined ? untoldOfApp(app, 'not-documented') : { set: 'ip-relaxation', app, value };
    }),
    ...policy('refreshTokenPolicy', (text) => {
      const value = policyOf({ oauthPolicy: { refreshTokenPolicy: text } }).refreshTokenPolicy;
      return value === undefined ? untoldOfApp(app, 'not-documented') : { set: 'refresh-token-policy', app, value };
    }),
    ...byElement(root, ['sessionPolicy', 'sessionLevel'], (text) => sessionLevelIs(app, text)),
    ...byElement(root, ['ipRanges'], () => untoldOfApp(app, 'app-ip-ranges', ['web', 'refresh-token'])),
    ...byElement(root, ['plugin'], (text) => (text === '' ? undefined : untoldOfApp(app, 'app-handler'))),
  ];
};
