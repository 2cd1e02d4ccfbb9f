import fc from 'fast-check';
import { flows, permissionsThatCount } from '../../src/model/index.ts';
import type { Alteration, AppSwitch, FactName, Facts, Flow, LoginRow, Path } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { access, profile, working } from './support.ts';

const app = 'Marketing_Sync';
const other: Path = { via: 'permission-set', name: 'Other' };
const { certificate } = healthy.appOauth!;

const ranges = [[], [{ start: '203.0.113.0', end: '203.0.113.255' }], [{ start: '198.51.100.0', end: '198.51.100.9' }]];
const policies = [
  { kind: 'infinite' },
  { kind: 'zero' },
  { kind: 'lifetime', period: 1, unit: 'hours' },
  { kind: 'inactivity', period: 12, unit: 'hours' },
  { kind: 'inactivity', period: 90, unit: 'days' },
] as const;
const callbacks = [
  ['https://sync.example/callback'],
  ['https://sync.example/callback', 'https://other/cb'],
  ['https://other/cb'],
  [],
];
const scopes = [['api', 'refreshtoken'], ['api'], ['openid'], ['api', 'refreshtoken', 'web']];
const certificates = [certificate, { ...certificate!, spki: 'bb22' }, undefined];
const relaxations = ['enforce', 'bypass', 'enforce-relax-refresh', 'bypass-2factor'] as const;
const carriers = [profile, access, other];

const oneOf = <T>(all: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...all);

/** Mostly what lets a login in: a login that is refused today tells little. */
const mostly = <T>(usual: T, all: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: oneOf(all) });
const roads = oneOf([[], [profile], [access], [profile, access]]);

const switches: readonly AppSwitch[] = [
  'clientCredentialsEnabled',
  'deviceFlowEnabled',
  'tokenExchangeEnabled',
  'pkceRequired',
  'secretRequiredForRefresh',
  'secretOptional',
  'refreshTokenRotation',
];

/** Every kind of setting, of the login's own app, profile and set, and of others. */
export const settings: fc.Arbitrary<Alteration> = fc.oneof(
  fc.record({ set: fc.constant('app-gone' as const), app: fc.constant(app) }),
  ...(['app-enabled', 'app-oauth-enabled', 'app-blocked', 'high-assurance', 'client-credentials'] as const).map((set) =>
    fc.record({ set: fc.constant(set), app: fc.constant(app), value: fc.boolean() }),
  ),
  fc.record({
    set: fc.constant('permitted-users' as const),
    app: fc.constant(app),
    value: oneOf(['admin-approved', 'self-authorized'] as const),
  }),
  fc.record({ set: fc.constant('refresh-token-policy' as const), app: fc.constant(app), value: oneOf(policies) }),
  fc.record({ set: fc.constant('ip-relaxation' as const), app: fc.constant(app), value: oneOf(relaxations) }),
  fc.record({
    set: fc.constant('run-as' as const),
    app: fc.constant(app),
    value: oneOf(['integration@acme.example', 'other@acme.example']),
  }),
  fc.record({ set: fc.constant('scopes' as const), app: fc.constant(app), value: oneOf(scopes) }),
  fc.record({ set: fc.constant('callback-urls' as const), app: fc.constant(app), value: oneOf(callbacks) }),
  fc.record({ set: fc.constant('certificate' as const), app: fc.constant(app), value: oneOf(certificates) }),
  fc.record({
    set: fc.constant('app-switch' as const),
    app: fc.constant(app),
    name: oneOf(switches),
    value: fc.boolean(),
  }),
  fc.record({ set: fc.constant('token-ranges' as const), app: fc.constant(app), value: oneOf(ranges) }),
  fc.record({
    set: fc.constant('app-in-carrier' as const),
    app: fc.constant(app),
    path: oneOf(carriers),
    value: fc.boolean(),
  }),
  fc.record({
    set: fc.constant('login-ranges' as const),
    profile: oneOf([profile.name, 'Admin', 'Other']),
    value: oneOf(ranges),
  }),
  fc.record({
    set: fc.constant('permission' as const),
    path: oneOf(carriers),
    name: oneOf(permissionsThatCount),
    value: fc.boolean(),
  }),
  fc.record({ set: fc.constant('trusted-ranges' as const), value: oneOf(ranges) }),
  ...(
    [
      'password-flow-blocked',
      'user-agent-flow-blocked',
      'pkce-for-all',
      'approved-apps-only',
      'api-login-by-my-domain',
    ] as const
  ).map((set) => fc.record({ set: fc.constant(set), value: fc.boolean() })),
);

const subTypes: Readonly<Partial<Record<Flow, string>>> = {
  'refresh-token': 'OauthRefreshToken',
  'client-credentials': 'OauthClientCredentials',
  password: 'OauthUsernamePassword',
  web: 'OauthWebServer',
  'token-exchange': 'OauthTokenExchange',
  'soap-login': 'SoapApi',
};

/** The row that a login by that flow leaves. */
const rowOf = (flow: Flow): LoginRow => {
  const { application, ...row } = healthy.loginRows[0]!;
  const loginSubType = subTypes[flow];
  return {
    ...row,
    ...(loginSubType === undefined ? {} : { loginSubType }),
    ...(flow === 'soap-login' ? { loginType: 'Other Apex API', application: 'N/A' } : { application: application! }),
  };
};

const clients = fc.record(
  {
    needs: fc.constant([]),
    sends: oneOf([['secret', 'pkce'], ['secret'], ['pkce'], ['nothing']] as const),
    callbackUrl: oneOf(['https://sync.example/callback', 'https://other/cb']),
  },
  { requiredKeys: ['needs'] },
);

const maybe = <T extends object>(on: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(on, { nil: undefined });

const oauths = fc
  .record({
    callbackUrls: mostly(callbacks[1]!, callbacks),
    scopes: mostly(scopes[3]!, scopes),
    certificate: mostly(certificates[0], certificates),
    clientCredentialsEnabled: mostly(true, [false]),
    deviceFlowEnabled: mostly(true, [false]),
    tokenExchangeEnabled: mostly(true, [false]),
    pkceRequired: fc.boolean(),
    secretRequiredForRefresh: fc.boolean(),
    secretOptional: fc.boolean(),
    refreshTokenRotation: fc.boolean(),
  })
  .map(({ certificate: held, ...oauth }) => ({
    ...healthy.appOauth!,
    ...oauth,
    ...(held === undefined ? {} : { certificate: held }),
  }));

const apps = fc
  .record({
    permittedUsers: oneOf(['admin-approved', 'self-authorized'] as const),
    requiresHighAssurance: mostly(false, [true]),
    refreshTokenPolicy: mostly<(typeof policies)[number]>(policies[0], policies),
    isOn: mostly(true, [false]),
  })
  .map(({ isOn, ...one }) => ({
    ...working.app!,
    ...one,
    clientCredentials: { enabled: isOn, runAs: 'integration@acme.example' },
  }));

const permissions = fc.record({
  apiEnabled: oneOf([[profile], [access], [profile, access]]),
  apiUserOnly: roads,
  twoFactorApi: mostly<readonly Path[]>([], [[profile], [access]]),
  passwordNeverExpires: roads,
});

const runAs = permissions.map(({ apiEnabled, apiUserOnly }) => ({
  username: 'integration@acme.example',
  isActive: true,
  isFrozen: false,
  apiEnabled,
  apiUserOnly,
  paths: [access],
}));

const profileNames = oneOf([profile.name, 'System Administrator', 'Other']);

/** A login seen whole, and its client with it: as nobody ever sees one. */
export const wholeWorlds: fc.Arbitrary<Facts> = fc
  .record({
    flow: oneOf(flows),
    client: maybe(clients),
    app: apps,
    appOauth: oauths,
    ipRelaxation: oneOf(relaxations),
    tokenIpRanges: mostly(ranges[1]!, ranges),
    loginIpRanges: mostly(ranges[1]!, ranges),
    userPermissions: permissions,
    profileName: profileNames,
    runAs,
    appAccess: mostly<readonly Path[]>([access], [[], [profile], [access, profile]]).map((paths) => ({
      paths,
      carriers: [access, profile],
    })),
    singleSignOn: roads,
    anyApiAuth: mostly<readonly Path[]>([access], [[], [profile]]),
    approveUninstalled: roads,
    trustedIpRanges: oneOf(ranges),
    grants: oneOf([
      [],
      [{ appName: 'Marketing Sync', createdAt: '2026-09-01T00:00:00Z', lastUsedAt: '2026-11-23T01:00:00Z' }],
    ]),
    passwordExpiresAt: mostly<string | undefined>(undefined, ['2027-06-01T00:00:00Z', '2026-10-01T00:00:00Z']),
    oauthSettings: fc.record({
      passwordFlowBlocked: mostly(false, [true]),
      userAgentFlowBlocked: fc.boolean(),
      pkceRequired: fc.boolean(),
    }),
  })
  .map(({ flow, client, profileName, ...facts }) => ({
    ...working,
    ...facts,
    user: { ...healthy.user!, profileName, userType: 'Standard' },
    loginRows: [rowOf(flow)],
    integration: { ...working.integration, flow, ...(client === undefined ? {} : { client }) },
  }));

/** What may not have been seen of a login. */
export type Unseen = {
  readonly facts: readonly FactName[];
  readonly flow: boolean;
  readonly client: boolean;
  readonly developerName: boolean;
  readonly profileName: boolean;
};

export const unseen: fc.Arbitrary<Unseen> = fc.record({
  facts: fc.subarray([
    'app',
    'appOauth',
    'appAccess',
    'appState',
    'ipRelaxation',
    'tokenIpRanges',
    'loginIpRanges',
    'user',
    'userPermissions',
    'passwordExpiresAt',
    'singleSignOn',
    'anyApiAuth',
    'approveUninstalled',
    'trustedIpRanges',
    'apiAccess',
    'myDomain',
    'oauthSettings',
    'grants',
    'groupMembers',
    'keyFile',
    'runAs',
    'loginRows',
  ]),
  flow: fc.boolean(),
  client: fc.boolean(),
  developerName: fc.boolean(),
  profileName: fc.boolean(),
});
