import fc from 'fast-check';
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

/** A flow of the app as a retrieved file has it; a change names it anew. */
const flowOf = (element: string, isOn: boolean, config: string): string =>
  config.includes(`<${element}>`) ? '' : `<${element}>${isOn}</${element}>`;

/** A connected app is deployed with what it needs, and with the certificate and the flows that it has: without them nobody could tell. */
const connectedApp = ({ app }: Member, config: string, more = ''): ChangeFile => {
  const certificate = app!.certificate?.replaceAll(/-----[A-Z ]+-----|\s/gu, '');
  const kept = [
    certificate === undefined || config.includes('<certificate>') ? '' : `<certificate>${certificate}</certificate>`,
    flowOf('isClientCredentialEnabled', app!.clientCredentials.enabled, config),
    flowOf('isDeviceFlowEnabled', app!.deviceFlow, config),
    flowOf('isTokenExchangeEnabled', app!.tokenExchange, config),
  ].join('');
  return file(
    'ConnectedApp',
    app!.developerName,
    `<contactEmail>admin@acme.com</contactEmail><label>${app!.name}</label><oauthConfig>${kept}${config}</oauthConfig>${more}`,
  );
};

const policies = ({ app }: Member, inside: string): ChangeFile =>
  file(
    'ExtlClntAppOauthConfigurablePolicies',
    `${app!.developerName}_oauthPlcy`,
    `<externalClientApplication>${app!.developerName}</externalClientApplication><label>${app!.name} OAuth Policies</label>${inside}`,
  );

const enabled = ({ app }: Member, on: boolean): ChangeFile =>
  file(
    'ExtlClntAppConfigurablePolicies',
    `${app!.developerName}_plcy`,
    `<externalClientApplication>${app!.developerName}</externalClientApplication><isEnabled>${String(on)}</isEnabled><label>${app!.name} Policies</label>`,
  );

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
    file: (member) => connectedApp(member, '<isAdminApproved>true</isAdminApproved>'),
  },
  {
    id: 'self-authorized',
    fits: isConnected,
    file: (member) => connectedApp(member, '<isAdminApproved>false</isAdminApproved>'),
  },
  { id: 'scopes without API', fits: isConnected, file: (member) => connectedApp(member, '<scopes>Basic</scopes>') },
  {
    id: 'scopes with API',
    fits: isConnected,
    file: (member) => connectedApp(member, '<scopes>Api</scopes><scopes>RefreshToken</scopes>'),
  },
  {
    id: 'relaxed',
    fits: isConnected,
    file: (member) => connectedApp(member, '', '<oauthPolicy><ipRelaxation>BYPASS</ipRelaxation></oauthPolicy>'),
  },
  {
    id: 'tokens end at once',
    fits: isConnected,
    file: (member) =>
      connectedApp(member, '', '<oauthPolicy><refreshTokenPolicy>zero</refreshTokenPolicy></oauthPolicy>'),
  },
  {
    id: 'tokens of a day',
    fits: isConnected,
    file: (member) =>
      connectedApp(
        member,
        '',
        '<oauthPolicy><refreshTokenPolicy>specific_lifetime:1:DAYS</refreshTokenPolicy></oauthPolicy>',
      ),
  },
  {
    id: 'another certificate',
    fits: ({ app, client }) => app?.kind === 'connected-app' && client.flow === 'jwt',
    file: (member) => connectedApp(member, `<certificate>${otherCertificate(member)}</certificate>`),
  },
  {
    id: 'client credentials off',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'connected-app',
    file: (member) => connectedApp(member, '<isClientCredentialEnabled>false</isClientCredentialEnabled>'),
  },
  {
    id: 'client credentials on',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'connected-app',
    file: (member) => connectedApp(member, '<isClientCredentialEnabled>true</isClientCredentialEnabled>'),
  },
  {
    id: 'external: admin-approved',
    fits: isExternal,
    file: (member) =>
      policies(member, '<permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>'),
  },
  {
    id: 'external: client credentials off',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'external-client-app',
    file: (member) => policies(member, '<isClientCredentialsFlowEnabled>false</isClientCredentialsFlowEnabled>'),
  },
  {
    id: 'external: client credentials on',
    fits: ({ client, app }) => client.flow === 'client-credentials' && app?.kind === 'external-client-app',
    file: (member) => policies(member, '<isClientCredentialsFlowEnabled>true</isClientCredentialsFlowEnabled>'),
  },
  {
    id: 'external: self-authorized',
    fits: isExternal,
    file: (member) => policies(member, '<permittedUsersPolicyType>AllSelfAuthorized</permittedUsersPolicyType>'),
  },
  { id: 'external: switched off', fits: isExternal, file: (member) => enabled(member, false) },
  { id: 'external: switched on', fits: isExternal, file: (member) => enabled(member, true) },
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
