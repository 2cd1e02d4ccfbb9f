import type { HostContext } from '../frame/context.ts';
import type { App, Org, User } from '../state/types.ts';
import { refusal } from './attempt.ts';
import type { Refusal, Stray, TokenRequest } from './attempt.ts';

/** Orgs whose users can log in at this host: production at login, sandboxes at test, one org at its My Domain. */
export const orgsAt = ({ world, org, role }: HostContext): Org[] => {
  if (org !== undefined) return [org];
  return world.orgs.filter((one) => one.isSandbox === (role === 'test') && one.state !== 'deleted');
};

/** A production key is global; a sandbox's is known at test and on its own My Domain. */
const reaches = ({ role, org }: HostContext, home: Org): boolean => !home.isSandbox || home === org || role === 'test';

export type Client = { home: Org; app: App };

/** The app of this key, if this host has heard of it. */
export const clientAt = (request: TokenRequest, key: string): Client | undefined => {
  if (request.keysUnknown) return undefined;
  const { context, now } = request;
  const found = context.world.orgs.flatMap((home) =>
    home.apps
      .filter((app) => app.consumerKey === key && !app.deleted && app.knownFrom <= now && reaches(context, home))
      .map((app) => ({ home, app })),
  );
  return found.find(({ home }) => home === context.org) ?? found[0];
};

export const unknownClient = (): Refusal => ({
  ...refusal('invalid_client_id', 'client identifier invalid'),
  stray: { status: 'LOGIN_OAUTH_NO_CONSUMER' },
});

/** The app as the org of the user has it: its own, or installed there. */
export const appIn = (org: Org, { app }: Client): App | undefined =>
  org.apps.find((one) => one.consumerKey === app.consumerKey && !one.deleted);

/** What the event log calls a username that nobody has. */
export const unknownUser = (username: string): Stray => ({ status: 'LOGIN_ERROR_INVALID_USERNAME', username });

export type Found = { org: Org; user: User };

export const findUser = (context: HostContext, username: string): Found | undefined => {
  for (const org of orgsAt(context)) {
    const user = org.users.find((one) => one.username.toLowerCase() === username.toLowerCase());
    if (user !== undefined) return { org, user };
  }
  return undefined;
};

const notInstalled = (): Refusal => refusal('app_not_found', 'External client app is not installed in this org');

/** `org`: where the user lives, as far as known; on a My Domain always its own. */
export const appGate = (client: Client, org: Org | undefined): Refusal | undefined => {
  const app = org === undefined ? undefined : appIn(org, client);
  const effective = app ?? client.app;
  if (effective.kind === 'external-client-app') {
    if (app === undefined) return notInstalled();
    if (app.disabled === true || app.oauthPluginOff === true)
      return refusal('oauth_flow_disabled', 'The external client app or the OAuth plugin is disabled.');
  }
  return effective.blocked ? refusal('OAUTH_APP_BLOCKED', 'this app is blocked by admin') : undefined;
};
