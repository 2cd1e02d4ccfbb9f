import { revokeGrant } from '../../state/admin.ts';
import { id15, sameId } from '../../state/ids.ts';
import { userById } from '../../state/lookup.ts';
import type { App, Grant, Org } from '../../state/types.ts';
import { externalClientApps } from '../tables/external-client-apps.ts';
import { notFound, ok, refusal, type Answer } from './answer.ts';
import { basePath, type ApiRequest, type Desk } from './desk.ts';

const timeOf = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

const liveOf = (org: Org, app: App): readonly Grant[] =>
  org.grants.filter(({ appId, revoked }) => !revoked && sameId(appId, app.id));

/** What stands of one grant, of a user or of a token: the two differ in where it is revoked. */
const entry = ({ scene: { org } }: Desk, app: App, grant: Grant, revocationUrl: string) => ({
  accessTokenFormat: 'Opaque',
  appDeveloperName: app.developerName,
  appIdentifier: id15(app.id),
  initialConnectionAt: timeOf(grant.createdAt),
  lastUsedAt: timeOf(grant.lastUsedAt),
  revocationUrl,
  useCount: grant.useCount,
  userIdentifier: id15(grant.userId),
  username: userById(org, grant.userId).username,
});

const revoke = (grants: readonly Grant[]): Answer => {
  for (const grant of grants) revokeGrant(grant);
  return { status: 200, body: '' };
};

const usersOf = (desk: Desk, app: App, base: string): Answer => {
  const first = new Map(liveOf(desk.scene.org, app).map((grant) => [grant.userId, grant]));
  const users = [...first.values()].map((grant) => entry(desk, app, grant, `${base}/${id15(grant.userId)}/tokens`));
  return ok({ currentPageUrl: `${base}/users?page=0&pageSize=100`, nextPageUrl: null, users });
};

const tokensOf = (desk: Desk, app: App, base: string, grants: readonly Grant[], userId: string): Answer =>
  ok({
    currentPageUrl: `${base}/${userId}/tokens`,
    tokens: grants.map((grant) =>
      entry(desk, app, grant, `${basePath(desk.version)}/apps/oauth/usage/tokens/${id15(grant.id)}`),
    ),
  });

/**
 * Whose tokens an external client app lives by, and their end. Paths and members: Salesforce's own collection of requests, as
 * https://github.com/api-evangelist/salesforce/blob/main/openapi/salesforce-oauth-api-openapi.yml has it. Who may is told nowhere: whoever sees
 * the app and all tokens. Pages are not simulated.
 */
export const oauthUsage = (desk: Desk, { method }: ApiRequest, steps: readonly string[]): Answer => {
  const { org, viewer } = desk.scene;
  const [appId = '', second, third] = steps;
  if (!viewer.permissions.has('CustomizeApplication'))
    return refusal(403, 'INSUFFICIENT_ACCESS', 'You do not have access to this resource.');
  const app = externalClientApps(org).find(({ id }) => sameId(id, appId));
  if (app === undefined || second === undefined) return notFound();
  const base = `${basePath(desk.version)}/apps/oauth/usage/${appId}`;
  const grants = liveOf(org, app);
  if (third === undefined) {
    if (second === 'users' && method === 'GET') return usersOf(desk, app, base);
    return second === 'tokens' && method === 'DELETE' ? revoke(grants) : notFound();
  }
  const own = grants.filter(({ userId }) => sameId(userId, second));
  if (third !== 'tokens') return notFound();
  if (method === 'DELETE') return revoke(own);
  return method === 'GET' ? tokensOf(desk, app, base, own, second) : notFound();
};
