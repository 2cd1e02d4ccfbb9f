import { createApp, createGrant, createSession } from '../state/apps.ts';
import { nextId } from '../state/ids.ts';
import { appById, profileOf, userById } from '../state/lookup.ts';
import { createWorld } from '../state/world.ts';
import type { Clock } from '../frame/clock.ts';
import type { App, Grant, LoginRow, Org, World } from '../state/types.ts';
import type { Client } from './client.ts';
import type { Scenario, ScenarioFlow, Setting } from './scenario.ts';

const day = 24 * 3600 * 1000;

/** Login History's sub-type of each flow; none is known for JWT. */
const subTypes: Partial<Record<ScenarioFlow, string>> = {
  'refresh-token': 'OauthRefreshToken',
  'client-credentials': 'OauthClientCredentials',
  password: 'OauthUsernamePassword',
  web: 'OauthWebServer',
};

const soapRow = { loginType: 'Other Apex API', loginSubType: 'SoapApiLogin', application: 'N/A' };

/** The world's past logins came by JWT: here they came by the scenario's flow. */
const retellPast = (rows: LoginRow[], app: App, flow: ScenarioFlow): void => {
  const subType = subTypes[flow];
  for (const row of rows.filter(({ application }) => application === app.name)) {
    if (subType !== undefined) row.loginSubType = subType;
    // login() goes through no app.
    if (flow === 'soap-login') Object.assign(row, soapRow);
  }
};

/** Puts an external client app of the same name and policies in the place of the connected app. */
const replaceByExternalClientApp = (world: World, org: Org, app: App): App => {
  org.apps = org.apps.filter((one) => one !== app);
  const external = createApp(org, { ...app, id: nextId(org, '0xI'), kind: 'external-client-app' });
  world.integration.appId = external.id;
  return external;
};

const approve = (org: Org, app: App, userId: string, now: number): Grant =>
  createGrant(org, { userId, appId: app.id, createdAt: now - 30 * day, lastUsedAt: now - day / 4, useCount: 120 });

/** The browser in which the user logs in, and stays logged in. */
const openBrowser = (org: Org, userId: string, now: number): string =>
  createSession(org, { userId, createdAt: now, flow: 'browser', expiresAt: now + 30 * day }).token;

/** Opens the flow for the app, where Acme's own app does not have it open. */
const openFlow = (setting: Omit<Setting, 'client' | 'grant'>, flow: ScenarioFlow): void => {
  if (flow !== 'client-credentials') return;
  setting.app.clientCredentials = { enabled: true, runAsUserId: setting.user.id };
  setting.profile.permissions.add('ApiUserOnly');
};

/** The healthy world of a scenario, at the clock's time. */
export const createSetting = (scenario: Scenario, clock: Clock): Setting => {
  const world = createWorld(clock);
  const org = world.orgs[0]!;
  const user = userById(org, world.integration.userId);
  const first = appById(org, world.integration.appId);
  const app = scenario.kind === 'connected-app' ? first : replaceByExternalClientApp(world, org, first);
  retellPast(org.loginRows, app, scenario.flow);
  const people = { user, profile: profileOf(org, user), admin: userById(org, world.integration.adminId) };
  const access = org.permissionSets.find(({ id }) => app.permissionSetIds.includes(id))!;
  // Without it the metadata of an external client app's key and certificate reads as if there were none.
  if (app.kind === 'external-client-app') profileOf(org, people.admin).permissions.add('ViewClientSecret');
  openFlow({ world, org, clock, app, access, ...people }, scenario.flow);
  const grant = scenario.flow === 'refresh-token' ? approve(org, app, user.id, clock.now()) : undefined;
  const client: Client = {
    flow: scenario.flow,
    username: user.username,
    consumerKey: app.consumerKey,
    clientSecret: app.consumerSecret,
    loginHost: 'my-domain',
    privateKey: world.integration.privateKey,
    password: user.password,
    securityToken: user.securityToken,
    refreshToken: grant?.refreshToken ?? '',
    redirectUri: app.callbackUrls[0] ?? '',
    browserSession: scenario.flow === 'web' ? openBrowser(org, user.id, clock.now()) : '',
  };
  const setting: Setting = { world, org, clock, app, access, grant, client, ...people };
  scenario.prepare?.(setting);
  return setting;
};
