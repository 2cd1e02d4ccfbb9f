import { createClock } from '../../../simulator/frame/clock.ts';
import type { Clock, Simulator } from '../../../simulator/index.ts';
import { startSimulator } from '../../../simulator/index.ts';
import { attempt, type Client, type Told } from '../../../simulator/scenarios/client.ts';
import { createApp, createGrant } from '../../../simulator/state/apps.ts';
import { privateKeyFor, selfSigned } from '../../../simulator/state/certificate.ts';
import {
  assignPermissionSet,
  createPermissionSet,
  createProfile,
  createUser,
} from '../../../simulator/state/people.ts';
import { addLoginRow } from '../../../simulator/state/rows.ts';
import type { App, Org, PermissionSet, Profile, User, World } from '../../../simulator/state/types.ts';
import { createWorld } from '../../../simulator/state/world.ts';

const day = 24 * 3600 * 1000;

export type Member = {
  readonly org: Org;
  readonly client: Client;
  readonly user: User;
  readonly profile: Profile;
  readonly set: PermissionSet;
  /** Absent: login() goes through none. */
  readonly app?: App;
};

export type Crowd = {
  readonly sim: Simulator;
  readonly org: Org;
  readonly clock: Clock;
  readonly admin: User;
  readonly members: readonly Member[];
  readonly logIn: (member: Member) => Promise<Told>;
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

const createMember = (org: Org, at: number, now: number): Member => {
  const { flow, kind, permitted } = kinds[at % kinds.length]!;
  const profile = createProfile(org, {
    name: `Integration ${at}`,
    permissions: new Set(['ApiEnabled', 'PasswordNeverExpires', 'UseAnyApiAuth', 'ApiUserOnly']),
  });
  const user = createUser(org, { username: `integration.${at}@acme.com`, profileId: profile.id });
  const set = createPermissionSet(org, { name: `Access_${at}` });
  assignPermissionSet(org, user.id, set.id);
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
  return {
    org,
    user,
    profile,
    set,
    ...(app === undefined ? {} : { app }),
    client: {
      flow,
      username: user.username,
      consumerKey: app?.consumerKey ?? '',
      clientSecret: app?.consumerSecret ?? '',
      loginHost: hostOf(flow),
      privateKey,
      password: user.password,
      securityToken: user.securityToken,
      refreshToken: grant?.refreshToken ?? '',
      redirectUri: '',
      browserSession: '',
      sourceIp: `203.0.113.${10 + (at % 200)}`,
    },
  };
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

type Options = {
  /** Rows of logins in the place of logins: for crowds that are too big to wait for. */
  readonly byRows?: boolean;
};

/** An org with so many integrations, each of which has logged in. `use` has it while it runs. */
export const withCrowd = async <T>(
  count: number,
  use: (crowd: Crowd) => Promise<T>,
  { byRows = false }: Options = {},
): Promise<T> => {
  // Behind the clock by which a preview looks: what is deployed and logged in later still lies before it.
  const clock = createClock({ at: Date.now() - 3_600_000 });
  const world: World = createWorld(clock);
  const org = world.orgs[0]!;
  org.settings.passwordFlowBlocked = false;
  const admin = org.users.find(({ id }) => id === world.integration.adminId)!;
  org.profiles.find(({ id }) => id === admin.profileId)!.permissions.add('ViewClientSecret');
  const all = Array.from({ length: count }, (_none, at) => createMember(org, at, clock.now()));
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
    if (byRows) for (const member of all) writeRow(org, member, clock.now() - 3_600_000);
    return await use({ sim, org, clock, admin, members: all, logIn });
  } finally {
    await sim.stop();
  }
};
