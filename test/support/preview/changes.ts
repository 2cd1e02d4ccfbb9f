import fc from 'fast-check';
import type { Component } from '../../../simulator/data/metadata/component.ts';
import { componentsOf } from '../../../simulator/data/metadata/components.ts';
import { elementsXml } from '../../../simulator/data/metadata/xml.ts';
import type { MetadataElements, MetadataValue } from '../../../simulator/state/types.ts';
import { privateKeyFor, selfSigned } from '../../../simulator/state/certificate.ts';
import { xml } from '../../preview/files/support.ts';
import type { Member } from './crowd.ts';

/** One file of a deployment, as metadata format has it. */
export type ChangeFile = {
  readonly type: string;
  readonly fullName: string;
  readonly path: string;
  readonly xml: string;
};

type Folder = readonly [folder: string, suffix: string];

const folders: Readonly<Record<string, Folder>> = {
  ConnectedApp: ['connectedApps', '.connectedApp'],
  Profile: ['profiles', '.profile'],
  PermissionSet: ['permissionsets', '.permissionset'],
  Settings: ['settings', '.settings'],
  ExtlClntAppOauthConfigurablePolicies: ['extlClntAppOauthPolicies', '.ecaOauthPlcy'],
  ExtlClntAppConfigurablePolicies: ['extlClntAppPolicies', '.ecaPlcy'],
};

const file = (type: string, fullName: string, inside: string, root = type): ChangeFile => {
  const [folder, suffix] = folders[type]!;
  return { type, fullName, path: `${folder}/${fullName}${suffix}`, xml: xml(root, inside) };
};

const isElements = (value: MetadataValue | undefined): value is MetadataElements =>
  typeof value === 'object' && !Array.isArray(value);

const laidOver = (value: MetadataElements, over: MetadataElements): MetadataElements => {
  const changed = Object.entries(over).map(([name, one]) => {
    const before = value[name];
    return [name, isElements(before) && isElements(one) ? laidOver(before, one) : one] as const;
  });
  return { ...value, ...Object.fromEntries(changed) };
};

/** A file as it is retrieved, but for what is changed in it: of what a file leaves out nobody could tell what a deployment does. */
const retrieved = ({ org, app }: Member, type: string, over: MetadataElements): ChangeFile => {
  const isOfApp = ({ fullName, value }: Component): boolean =>
    [fullName, value.externalClientApplication].includes(app!.developerName);
  const { fullName, value } = componentsOf(org, type).find(isOfApp)!;
  return file(type, fullName, elementsXml(laidOver(value, over)));
};

const connectedApp = (member: Member, over: MetadataElements): ChangeFile => retrieved(member, 'ConnectedApp', over);

const oauth = (member: Member, over: MetadataElements): ChangeFile => connectedApp(member, { oauthConfig: over });

const policies = (member: Member, over: MetadataElements): ChangeFile =>
  retrieved(member, 'ExtlClntAppOauthConfigurablePolicies', over);

const enabled = (member: Member, on: boolean): ChangeFile =>
  retrieved(member, 'ExtlClntAppConfigurablePolicies', { isEnabled: on, isOauthPluginEnabled: on });

const range = (start: string, end: string): string =>
  `<loginIpRanges><endAddress>${end}</endAddress><startAddress>${start}</startAddress></loginIpRanges>`;

const grant = (name: string, on: boolean): string =>
  `<userPermissions><enabled>${String(on)}</enabled><name>${name}</name></userPermissions>`;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const hours = (start: number, end: number): string =>
  `<loginHours>${days.map((day) => `<${day}End>${end}</${day}End><${day}Start>${start}</${day}Start>`).join('')}</loginHours>`;

const isConnected = ({ app }: Member): boolean => app?.kind === 'connected-app';
const isExternal = ({ app }: Member): boolean => app?.kind === 'external-client-app';

const otherCertificate = ({ app }: Member): string =>
  selfSigned({
    privateKey: privateKeyFor('another'),
    commonName: app!.name,
    from: Date.now() - 1000 * 60 * 60,
    to: Date.now() + 1000 * 60 * 60 * 24 * 300,
  }).replaceAll(/-----[A-Z ]+-----|\s/gu, '');

const myDomain = (inside: string): ChangeFile => file('Settings', 'MyDomain', inside, 'MyDomainSettings');

const passwordFlow = (blocked: string): ChangeFile =>
  file('Settings', 'OauthOidc', `<blockOAuthUnPwFlow>${blocked}</blockOAuthUnPwFlow>`, 'OauthOidcSettings');

type Kind = {
  readonly id: string;
  readonly fits: (member: Member) => boolean;
  readonly file: (member: Member) => ChangeFile;
};

const any = (): boolean => true;

/** What a deployment may do to one member of the crowd. */
export const kinds: readonly Kind[] = [
  {
    id: 'range elsewhere',
    fits: any,
    file: ({ profile }) => file('Profile', profile.name, range('10.0.0.1', '10.0.0.9')),
  },
  {
    id: 'range around',
    fits: any,
    file: ({ profile }) => file('Profile', profile.name, range('203.0.113.0', '203.0.113.255')),
  },
  {
    id: 'hours shut',
    fits: any,
    file: ({ profile }) => file('Profile', profile.name, hours(0, 0)),
  },
  {
    id: 'hours of the day',
    fits: any,
    file: ({ profile }) => file('Profile', profile.name, hours(480, 1080)),
  },
  { id: 'no hours', fits: any, file: ({ profile }) => file('Profile', profile.name, '<loginHours/>') },
  { id: 'API', fits: any, file: ({ profile }) => file('Profile', profile.name, grant('ApiEnabled', true)) },
  { id: 'no API', fits: any, file: ({ profile }) => file('Profile', profile.name, grant('ApiEnabled', false)) },
  {
    id: 'MFA for API',
    fits: any,
    file: ({ set }) => file('PermissionSet', set.name, `<label>${set.label}</label>${grant('TwoFactorApi', true)}`),
  },
  {
    id: 'the set as it is',
    fits: any,
    file: ({ set }) => file('PermissionSet', set.name, `<label>${set.label}</label>`),
  },
  {
    id: 'admin-approved',
    fits: isConnected,
    file: (member) => oauth(member, { isAdminApproved: true }),
  },
  {
    id: 'self-authorized',
    fits: isConnected,
    file: (member) => oauth(member, { isAdminApproved: false }),
  },
  { id: 'scopes without API', fits: isConnected, file: (member) => oauth(member, { scopes: ['Basic'] }) },
  {
    id: 'scopes with API',
    fits: isConnected,
    file: (member) => oauth(member, { scopes: ['Api', 'RefreshToken'] }),
  },
  {
    id: 'relaxed',
    fits: isConnected,
    file: (member) => connectedApp(member, { oauthPolicy: { ipRelaxation: 'BYPASS' } }),
  },
  {
    id: 'tokens end at once',
    fits: isConnected,
    file: (member) => connectedApp(member, { oauthPolicy: { refreshTokenPolicy: 'zero' } }),
  },
  {
    id: 'tokens of a day',
    fits: isConnected,
    file: (member) => connectedApp(member, { oauthPolicy: { refreshTokenPolicy: 'specific_lifetime:1:DAYS' } }),
  },
  {
    id: 'another certificate',
    fits: ({ app, client }) => app?.kind === 'connected-app' && client.flow === 'jwt',
    file: (member) => oauth(member, { certificate: otherCertificate(member) }),
  },
  {
    id: 'client credentials off',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'connected-app',
    file: (member) => oauth(member, { isClientCredentialEnabled: false }),
  },
  {
    id: 'client credentials on',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'connected-app',
    file: (member) => oauth(member, { isClientCredentialEnabled: true }),
  },
  {
    id: 'external: admin-approved',
    fits: isExternal,
    file: (member) => policies(member, { permittedUsersPolicyType: 'AdminApprovedPreAuthorized' }),
  },
  {
    id: 'external: client credentials off',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'external-client-app',
    file: (member) => policies(member, { isClientCredentialsFlowEnabled: false }),
  },
  {
    id: 'external: client credentials on',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'external-client-app',
    file: (member) => policies(member, { isClientCredentialsFlowEnabled: true }),
  },
  {
    id: 'external: self-authorized',
    fits: isExternal,
    file: (member) => policies(member, { permittedUsersPolicyType: 'AllSelfAuthorized' }),
  },
  { id: 'external: switched off', fits: isExternal, file: (member) => enabled(member, false) },
  { id: 'external: switched on', fits: isExternal, file: (member) => enabled(member, true) },
  {
    id: 'external: OAuth part switched off',
    fits: isExternal,
    file: (member) => retrieved(member, 'ExtlClntAppConfigurablePolicies', { isOauthPluginEnabled: false }),
  },
  {
    id: 'a file without the flow',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'connected-app',
    file: (member) => oauth(member, { isClientCredentialEnabled: undefined }),
  },
  {
    id: 'API by My Domain alone',
    fits: any,
    file: () => myDomain('<doesApiLoginRequireOrgDomain>true</doesApiLoginRequireOrgDomain>'),
  },
  {
    id: 'API by any host',
    fits: any,
    file: () => myDomain('<doesApiLoginRequireOrgDomain>false</doesApiLoginRequireOrgDomain>'),
  },
  { id: 'password flow blocked', fits: any, file: () => passwordFlow('true') },
  { id: 'password flow allowed', fits: any, file: () => passwordFlow('false') },
];

export type Change = { readonly kind: Kind; readonly member: number };

/** What one kind of change does to everybody whom it can touch, each file once. */
export const filesFor = ({ fits, file: fileFor }: Kind, members: readonly Member[]): readonly ChangeFile[] => [
  ...new Map(members.filter(fits).map((member) => [fileFor(member).path, fileFor(member)] as const)).values(),
];

/** One to three things that a deployment does to members of a crowd, each file once. */
export const randomChange = (members: readonly Member[]): fc.Arbitrary<readonly Change[]> =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        member: fc.nat({ max: members.length - 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) =>
      changes.filter(
        ({ kind, member }, at) =>
          kind.fits(members[member]!) &&
          changes.findIndex((other) => pathOf(other, members) === pathOf({ kind, member }, members)) === at,
      ),
    )
    .filter((changes) => changes.length > 0);

const pathOf = ({ kind, member }: Change, members: readonly Member[]): string | undefined =>
  kind.fits(members[member]!) ? kind.file(members[member]!).path : undefined;

export const nameOf = (changes: readonly Change[]): string =>
  changes.map(({ kind, member }) => `${kind.id} of ${member}`).join(', ');

export const filesOf = (changes: readonly Change[], members: readonly Member[]): readonly ChangeFile[] =>
  changes.map(({ kind, member }) => kind.file(members[member]!));
