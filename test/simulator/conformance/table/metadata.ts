import { createApp, createPermissionSet, createProfile, createSession } from '../../../../simulator/index.ts';
import type { App } from '../../../../simulator/index.ts';
import { noon } from '../../auth/support.ts';
import type { Stage } from '../../auth/support.ts';
import { soap, tokenOf } from '../data.ts';
import type { Replay, Reply, Table } from '../replay.ts';

const read = (stage: Stage, type: string, name: string, version = '64.0'): Promise<Reply> =>
  soap(
    stage,
    `m/${version}`,
    `<readMetadata><type>${type}</type><fullNames>${name}</fullNames></readMetadata>`,
    tokenOf(stage),
  );

/** Every text that an element of this name holds. */
const component = (
  situation: string,
  ask: Replay['ask'],
  without: string[] = [],
  check: Replay['check'] = 'elements',
): Replay => ({
  situation,
  ask,
  check,
  without,
});

const readsApp = (situation: string, given: Partial<App>, without: string[] = []): Replay =>
  component(
    situation,
    (stage) => {
      createApp(stage.sim.org, { name: 'Replayed', ...given });
      return read(stage, 'ConnectedApp', 'Replayed');
    },
    // The root element of a component file is the `records` element of an answer.
    ['ConnectedApp', ...without],
  );

const readsExternal = (type: string, suffix: string, without: string[] = []): Replay =>
  component(
    `${type} of an external client app`,
    (stage) => {
      stage.sim.org.profiles[0]!.permissions.add('ViewClientSecret');
      createApp(stage.sim.org, {
        name: 'Eca',
        kind: 'external-client-app',
        refreshPolicy: { kind: 'lifetime', period: 365, unit: 'DAYS' },
      });
      return read(stage, type, `Eca${suffix}`);
    },
    [type, ...without],
  );

/** The elements of a file, as they stand in an answer: the declaration and the root give way. */
const inside =
  (type: string, member: string): Replay['swap'] =>
  () => [
    ['<?xml version="1.0" encoding="UTF-8"?>\n', ''],
    [
      `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">`,
      `<soapenv:Envelope><soapenv:Body><readMetadataResponse><result><records xsi:type="${type}"><fullName>${member}</fullName>`,
    ],
    [`</${type}>`, '</records></result></readMetadataResponse></soapenv:Body></soapenv:Envelope>'],
  ];

const accessControl = (situation: string, value: boolean | undefined): Replay => ({
  situation,
  ask: (stage) => {
    const { settings } = stage.sim.org;
    if (value !== undefined) settings.apiAccessControl = value;
    const { integration } = stage.sim.world;
    const { token } = createSession(stage.sim.org, { userId: integration.adminId, createdAt: noon, flow: 'browser' });
    return soap(
      stage,
      'm/64.0',
      '<readMetadata><type>ConnectedAppSettings</type><fullNames>ConnectedApp</fullNames></readMetadata>',
      token,
    );
  },
  check: 'xml',
  ...swapOf(inside('ConnectedAppSettings', 'ConnectedApp')),
});

const swapOf = (swap: Replay['swap']): { swap?: NonNullable<Replay['swap']> } => (swap === undefined ? {} : { swap });

const blank = 'XMLCHECK';
const list = (type: string): string =>
  `<listMetadata><queries><type>${type}</type></queries><asOfVersion>64.0</asOfVersion></listMetadata>`;

export const metadataTable: Table = {
  'md-list-none': {
    situation: 'a type of which there is none',
    ask: (stage) => soap(stage, 'm/64.0', list('ProfilePasswordPolicy'), tokenOf(stage)),
    check: 'xml',
  },
  'md-list': component(
    'a list of components (apps for objects)',
    (stage) => soap(stage, 'm/64.0', list('ConnectedApp'), tokenOf(stage)),
    ['namespacePrefix'],
  ),
  'md-read-permset': component(
    'a permission set (which has no field permissions here)',
    (stage) => {
      createPermissionSet(stage.sim.org, { name: 'IntegrationCustomFieldVisibility' });
      return read(stage, 'PermissionSet', 'IntegrationCustomFieldVisibility');
    },
    ['fieldPermissions', 'editable', 'field', 'readable'],
  ),
  'md-read-not-found': component('a name that is not there', (stage) => read(stage, 'ConnectedApp', blank), [], 'text'),
  'md-connectedapp-jwt': readsApp(
    'an app with a certificate and a profile',
    { certificate: 'MIIREDACTED', profileIds: [], permittedUsers: 'admin-approved' },
    ['profileName'],
  ),
  'md-connectedapp-clientcred': readsApp('an app with client credentials', { clientCredentials: { enabled: true } }),
  'md-connectedapp-clientcred-user': component(
    'an app with client credentials, a run-as user and two callbacks',
    (stage) => {
      createApp(stage.sim.org, {
        name: 'Replayed',
        clientCredentials: { enabled: true, runAsUserId: stage.user.id },
        callbackUrls: ['https://app.example.com/callback', 'https://www.app.example.com/callback'],
        permissionSetIds: [stage.sim.org.permissionSets[0]!.id],
        profileIds: [stage.sim.org.profiles[0]!.id],
      });
      return read(stage, 'ConnectedApp', 'Replayed');
    },
    ['ConnectedApp', 'description'],
  ),
  'md-connectedapp-lifetime': readsApp(
    'an app whose refresh tokens live a day',
    { refreshPolicy: { kind: 'lifetime', period: 1, unit: 'DAYS' } },
    ['description', 'logoUrl', 'profileName'],
  ),
  'md-connectedapp-bare': { not: 'every simulated app has OAuth' },
  'md-eca': readsExternal('ExternalClientApplication', '', ['description']),
  'md-eca-global-oauth': readsExternal('ExtlClntAppGlobalOauthSettings', '_glbloauth'),
  'md-eca-oauth-policies': readsExternal('ExtlClntAppOauthConfigurablePolicies', '_oauthPlcy', [
    'isNamedUserJwtEnabled',
  ]),
  'md-eca-oauth-settings': readsExternal('ExtlClntAppOauthSettings', '_oauth'),
  'md-oauthoidc': {
    situation: 'OAuth and OpenID Connect settings',
    ask: (stage) => {
      stage.sim.org.settings.userAgentFlowBlocked = false;
      return read(stage, 'OauthOidcSettings', 'OauthOidc');
    },
    check: 'xml',
    ...swapOf(inside('OauthOidcSettings', 'OauthOidc')),
  },
  'md-oauthoidc-2': { not: 'has an element of an older API version that the references no longer know' },
  'md-connectedappsettings-api-control-off': accessControl('API Access Control given, and off', false),
  'md-connectedappsettings-api-control-on': accessControl('API Access Control on', true),
  'md-connectedappsettings-api-control-absent': accessControl('API Access Control never given', undefined),
  'md-securitysettings': component(
    'security settings',
    (stage) => {
      stage.sim.org.settings.trustedIpRanges = [{ start: '198.51.100.96', end: '198.51.100.110' }];
      return read(stage, 'SecuritySettings', 'Security');
    },
    ['SecuritySettings', 'enableXssProtection'],
  ),
  'md-profile-hours-ip': component(
    'a profile with login hours and an address range',
    (stage) => {
      const open = { start: 480, end: 1080 };
      const shut = { start: 0, end: 0 };
      createProfile(stage.sim.org, {
        name: 'Support',
        loginHours: {
          monday: open,
          tuesday: open,
          wednesday: open,
          thursday: open,
          friday: open,
          saturday: shut,
          sunday: shut,
        },
        loginIpRanges: [{ start: '198.51.100.0', end: '198.51.100.255', description: 'Office' }],
      });
      return read(stage, 'Profile', 'Support');
    },
    ['Profile'],
  ),
  'md-doc-connectedapp': { not: 'a sample of the documentation with every element there is' },
  'md-doc-eca-policies': { not: 'a sample of the documentation, not well-formed' },
  'md-doc-eca-oauthsettings': {
    not: 'a sample of the documentation with address ranges, which simulated apps have none of',
  },
  'md-fault-session': component(
    'a dead session',
    (stage) => soap(stage, 'm/64.0', list('Profile'), '00DXXXXXXXXXXXX!dead'),
    [],
    'text',
  ),
  'md-fault-access': component(
    'a user who may not modify metadata',
    (stage) => {
      for (const name of ['ModifyMetadata', 'ModifyAllData']) stage.sim.org.profiles[0]!.permissions.delete(name);
      return read(stage, 'Profile', 'Admin');
    },
    [],
    'text',
  ),
  'md-fault-access-xref': { not: 'no component here fails a call for all' },
  'md-fault-type': component('a type that is none', (stage) => read(stage, 'Nothing', 'x'), [], 'text'),
  'md-fault-unknown': { not: 'the exact wording is not known' },
};
