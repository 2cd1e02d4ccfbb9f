import { nextId } from './ids.ts';
import { consumerKeyFor, consumerSecretFor, newAccessToken, newRefreshToken } from './secrets.ts';
import type { App, Grant, Id, Org, Session } from './types.ts';

/** A developer name begins with a letter, holds letters, digits and single underscores, and does not end with one. Source: reference of `DeveloperName`. */
const developerNameFor = (org: Org, name: string): string => {
  const proposed = name.replaceAll(/[^0-9A-Za-z]+/g, '_').replaceAll(/^[^A-Za-z]+|_$/g, '');
  return proposed === '' ? `App_${org.apps.length + 1}` : proposed;
};

/** A healthy app that allows every flow but client credentials, device and token exchange. */
export const createApp = (org: Org, given: { name: string } & Partial<App>): App => {
  const kind = given.kind ?? 'connected-app';
  const developerName = given.developerName ?? developerNameFor(org, given.name);
  const app: App = {
    id: nextId(org, kind === 'connected-app' ? '0H4' : '0xI'),
    kind,
    developerName,
    consumerKey: consumerKeyFor(org.id, developerName),
    consumerSecret: consumerSecretFor(org.id, developerName),
    scopes: ['Api', 'RefreshToken', 'Web'],
    callbackUrls: ['http://localhost:1717/OauthRedirect'],
    permittedUsers: 'self-authorized',
    profileIds: [],
    permissionSetIds: [],
    ipRelaxation: 'ENFORCE',
    refreshPolicy: { kind: 'infinite' },
    rotation: false,
    pkceRequired: false,
    secretRequiredForRefresh: true,
    secretOptionalForWeb: false,
    clientCredentials: { enabled: false },
    deviceFlow: false,
    tokenExchange: false,
    requiresHighAssurance: false,
    origin: 'owned',
    distribution: 'Local',
    blocked: false,
    deleted: false,
    createdAt: org.createdAt,
    changedAt: org.createdAt,
    knownFrom: org.createdAt,
    ...given,
  };
  org.apps.push(app);
  return app;
};

/** How many approvals one user may hold for one app; a further one pushes the oldest out. */
export const grantLimit = 5;

export const liveGrants = (org: Org, userId: Id, appId: Id): Grant[] =>
  org.grants
    .filter((grant) => grant.userId === userId && grant.appId === appId && !grant.revoked)
    .sort((a, b) => a.createdAt - b.createdAt);

/** A new approval; the oldest ones of the same user and app die where the limit is passed. */
export const createGrant = (org: Org, given: { userId: Id; appId: Id; createdAt: number } & Partial<Grant>): Grant => {
  const app = org.apps.find(({ id }) => id === given.appId);
  const grant: Grant = {
    id: nextId(org, '0CQ'),
    refreshToken: newRefreshToken(),
    spentTokens: [],
    scopes: app?.scopes ?? ['Api', 'RefreshToken'],
    useCount: 1,
    revoked: false,
    ...given,
  };
  org.grants.push(grant);
  const live = liveGrants(org, grant.userId, grant.appId);
  for (const oldest of live.slice(0, Math.max(0, live.length - grantLimit))) oldest.revoked = true;
  return grant;
};

export const createSession = (org: Org, given: { userId: Id; createdAt: number } & Partial<Session>): Session => {
  const session: Session = {
    token: newAccessToken(org.id),
    scopes: ['Full'],
    expiresAt: given.createdAt + org.settings.sessionMinutes * 60_000,
    ended: false,
    ...given,
  };
  org.sessions.push(session);
  return session;
};
