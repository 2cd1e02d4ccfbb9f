import { createClock } from '../../../simulator/frame/clock.ts';
import type { Clock, Simulator } from '../../../simulator/index.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { attempt, type Client, type Told } from '../../../simulator/scenarios/client.ts';
import { crowd } from '../../../simulator/scenarios/variations/crowd.ts';
import { createApp, createGrant } from '../../../simulator/state/apps.ts';
import { privateKeyFor, selfSigned } from '../../../simulator/state/certificate.ts';
import { appById, profileOf, userById } from '../../../simulator/state/lookup.ts';
import {
  assignPermissionSet,
  assignPermissionSetGroup,
  createPermissionSet,
  createPermissionSetGroup,
  createProfile,
  createUser,
} from '../../../simulator/state/people.ts';
import { addLoginRow } from '../../../simulator/state/rows.ts';
import type { App, Org, PermissionSet, Profile, User, World } from '../../../simulator/state/types.ts';
import { createWorld } from '../../../simulator/state/world.ts';

const day = 24 * 3600 * 1000;

/** Found anew each time: a reset org has other objects. */
export type Member = {
  readonly org: Org;
  readonly client: Client;
  readonly user: User;
  readonly profile: Profile;
  readonly set: PermissionSet;
  /** Undefined: login() goes through none. */
  readonly app: App | undefined;
  /** It logged in at many hours of the day, of which the next login is but one. */
  readonly atAllHours: boolean;
};

export type Crowd = {
  readonly sim: Simulator;
  readonly org: Org;
  readonly clock: Clock;
  readonly admin: User;
  readonly members: readonly Member[];
  readonly logIn: (member: Member) => Promise<Told>;
  /** All is again as it was when everybody had logged in. */
  readonly reset: () => void;
};

type Kind = { readonly flow: Client['flow']; readonly kind: App['kind']; readonly permitted: App['permittedUsers'] };

/** Every flow by every kind of app that has it. */
const kinds: readonly Kind[] = [
  { flow: 'jwt', kind: 'connected-app', permitted: 'admin-approved' },
  { flow: 'jwt', kind: 'external-client-app', permitted: 'admin-approved' },
  { flow: 'jwt', kind: 'connected-app', permitted: 'self-authorized' },
  { flow: 'refresh-token', kind: 'connected-app', permitted: 'self-authorized' },
  { flow: 'refresh-token', kind: 'external-client-app', permitted: 'admin-approved' },
  { flow: 'client-credentials', kind: 'connected-app', permitted: 'admin-approved' },
  { flow: 'client-credentials', kind: 'external-client-app', permitted: 'self-authorized' },
  { flow: 'password', kind: 'connected-app', permitted: 'admin-approved' },
  { flow: 'soap-login', kind: 'connected-app', permitted: 'self-authorized' },
];

/** One of each. */
export const members = kinds.length;

/** The host that every org shares takes login() as long as nobody says otherwise. */
const hostOf = (flow: Client['flow']): Client['loginHost'] => (flow === 'soap-login' ? 'login' : 'my-domain');

type MemberIds = {
  readonly client: Client;
  readonly userId: string;
  readonly setId: string;
  readonly appId?: string | undefined;
  readonly atAllHours?: boolean;
};

const memberOf = (org: Org, { client, userId, setId, appId, atAllHours = false }: MemberIds): Member => ({
  org,
  client,
  atAllHours,
  get user() {
    return userById(org, userId);
  },
  get profile() {
    return profileOf(org, userById(org, userId));
  },
  get set() {
    return org.permissionSets.find(({ id }) => id === setId)!;
  },
  get app() {
    return appId === undefined ? undefined : appById(org, appId);
  },
});

type Configured = Pick<Client, 'flow'> & Partial<Client>;

const clientOf = (user: User, app: App | undefined, over: Configured): Client => ({
  username: user.username,
  consumerKey: app?.consumerKey ?? '',
  clientSecret: app?.consumerSecret ?? '',
  loginHost: hostOf(over.flow),
  privateKey: '',
  password: user.password,
  securityToken: user.securityToken,
  refreshToken: '',
  redirectUri: '',
  browserSession: '',
  ...over,
});

/** Some have their permission from a group. */
const createProfileOf = (org: Org, at: number): Profile =>
  createProfile(org, {
    name: `Integration ${at}`,
    permissions: new Set([
      ...(at % 4 === 1 ? [] : ['ApiEnabled']),
      'PasswordNeverExpires',
      'UseAnyApiAuth',
      'ApiUserOnly',
    ]),
  });

const inGroup = (org: Org, at: number, userId: string): void => {
  const set = createPermissionSet(org, { name: `Api_${at}`, permissions: new Set(['ApiEnabled']) });
  const group = createPermissionSetGroup(org, { developerName: `Team_${at}`, permissionSetIds: [set.id] });
  assignPermissionSetGroup(org, userId, group.id);
};

const createMember = (org: Org, at: number, now: number): Member => {
  const { flow, kind, permitted } = kinds[at % kinds.length]!;
  const user = createUser(org, { username: `integration.${at}@acme.com`, profileId: createProfileOf(org, at).id });
  const set = createPermissionSet(org, { name: `Access_${at}` });
  assignPermissionSet(org, user.id, set.id);
  if (at % 4 === 1) inGroup(org, at, user.id);
  const privateKey = privateKeyFor(`crowd ${at % kinds.length}`);
  const app =
    flow === 'soap-login'
      ? undefined
      : createApp(org, {
          name: `App ${at}`,
          kind,
          permittedUsers: permitted,
          permissionSetIds: permitted === 'admin-approved' ? [set.id] : [],
          clientCredentials: { enabled: flow === 'client-credentials', runAsUserId: user.id },
          createdAt: now - 300 * day,
          changedAt: now - 200 * day,
          knownFrom: now - 300 * day,
          ...(flow === 'jwt'
            ? {
                certificate: selfSigned({
                  privateKey,
                  commonName: `App ${at}`,
                  from: now - 200 * day,
                  to: now + 530 * day,
                }),
              }
            : {}),
        });
  const approval = { userId: user.id, createdAt: now - 10 * day, lastUsedAt: now - day };
  const grant =
    app === undefined || flow === 'client-credentials' || flow === 'password'
      ? undefined
      : createGrant(org, { ...approval, appId: app.id });
  const sourceIp = `203.0.113.${10 + (at % 200)}`;
  const client = clientOf(user, app, { flow, privateKey, refreshToken: grant?.refreshToken ?? '', sourceIp });
  return memberOf(org, { client, userId: user.id, setId: set.id, appId: app?.id });
};

/** What the grown org has besides: the integration that it stands round, and the other apps of that one's user. */
const createGrown = (world: World, clock: Clock): readonly Member[] => {
  const org = world.orgs[0]!;
  const { userId, appId, adminId, privateKey } = world.integration;
  const [user, app] = [userById(org, userId), appById(org, appId)];
  crowd({ org, user, profile: profileOf(org, user), app, admin: userById(org, adminId), clock });
  const [setId = ''] = app.permissionSetIds;
  const sourceIp = world.sourceIp;
  const own = clientOf(user, app, { flow: 'jwt', privateKey, sourceIp });
  const others = org.grants.filter((grant) => grant.userId === userId && grant.appId !== appId);
  return [
    memberOf(org, { client: own, userId, setId, appId, atAllHours: true }),
    ...others.map(({ appId: other, refreshToken }) => {
      const client = clientOf(user, appById(org, other), { flow: 'refresh-token', refreshToken, sourceIp });
      return memberOf(org, { client, userId, setId, appId: other, atAllHours: true });
    }),
  ];
};

/** Login History's sub-type of each flow; none is known for JWT. */
const subTypes: Partial<Record<Client['flow'], string>> = {
  'refresh-token': 'OauthRefreshToken',
  'client-credentials': 'OauthClientCredentials',
  password: 'OauthUsernamePassword',
};

const writeRow = (org: Org, { user, app, client }: Member, at: number): void => {
  const loginSubType = subTypes[client.flow];
  addLoginRow(org, {
    at,
    userId: user.id,
    status: 'Success',
    sourceIp: client.sourceIp ?? '',
    ...(app === undefined ? {} : { application: app.name }),
    ...(client.flow === 'soap-login' ? { loginType: 'Other Apex API', loginSubType: 'SoapApiLogin' } : {}),
    ...(loginSubType === undefined ? {} : { loginSubType }),
  });
};

/** Puts an org back to what it is now. */
const resetter = (org: Org, members: readonly Member[], clock: Clock): (() => void) => {
  const [kept, tokens] = [structuredClone(org), members.map(({ client }) => client.refreshToken)];
  return () => {
    for (const key of Object.keys(org)) Reflect.deleteProperty(org, key);
    Object.assign(org, structuredClone(kept));
    for (const [at, { client }] of members.entries()) client.refreshToken = tokens[at] ?? '';
    clock.set(Date.now() - behind);
  };
};

/** A preview looks by the clock of this machine: what is deployed and logged in later still lies before that. */
const behind = 3_600_000;

type Options = {
  /** Rows of logins in the place of logins: for crowds that are too big to wait for. */
  readonly byRows?: boolean;
  /** In a grown org: `--world crowded` of the simulator. */
  readonly isGrown?: boolean;
};

/** An org with so many integrations, each of which has logged in. `use` has it while it runs. */
export const withCrowd = async <T>(
  count: number,
  use: (crowd: Crowd) => Promise<T>,
  { byRows = false, isGrown = false }: Options = {},
): Promise<T> => {
  const clock = createClock({ at: Date.now() - behind });
  const world: World = createWorld(clock);
  const org = world.orgs[0]!;
  org.settings.passwordFlowBlocked = false;
  org.settings.apiAccessControl = false;
  const adminId = world.integration.adminId;
  profileOf(org, userById(org, adminId)).permissions.add('ViewClientSecret').add('UseAnyApiClient');
  const own = Array.from({ length: count }, (_none, at) => createMember(org, at, clock.now()));
  const all = isGrown ? [...own, ...createGrown(world, clock)] : own;
  const sim = await startSimulator({ world, clock });
  try {
    const logIn = async ({ client }: Member): Promise<Told> => {
      const told = await attempt(client, sim.urls, clock.now());
      if (told.refreshToken !== undefined) client.refreshToken = told.refreshToken;
      return told;
    };
    for (const member of byRows ? [] : all) {
      const told = await logIn(member);
      if (!told.granted) throw new Error(`${member.client.username} by ${member.client.flow}: ${told.body}`);
    }
    if (byRows) for (const member of all) writeRow(org, member, clock.now() - behind);
    const reset = resetter(org, all, clock);
    return await use({
      sim,
      org,
      clock,
      members: all,
      logIn,
      reset,
      get admin() {
        return userById(org, adminId);
      },
    });
  } finally {
    await sim.stop();
  }
};
