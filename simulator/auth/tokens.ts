import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HostContext } from '../frame/context.ts';
import { json } from '../frame/headers.ts';
import { grantOf, userById } from '../state/lookup.ts';
import { scopeParameters } from '../state/scopes.ts';
import type { Org } from '../state/types.ts';
import { clientAt, orgsAt } from './clients.ts';
import { identityUrl } from './grant-token.ts';
import { secretGate } from './secret.ts';
import { tokenRequest } from './token.ts';

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** What introspection tells of a refresh token: that it takes one is documented, its answer is assumed from RFC 7662. */
const ofRefreshToken = (org: Org, token: string, consumerKey: string): object | undefined => {
  const grant = grantOf(org, token);
  const app = org.apps.find((one) => one.id === grant?.appId && one.consumerKey === consumerKey);
  if (grant === undefined || app === undefined || grant.revoked) return undefined;
  return {
    active: true,
    scope: scopeParameters(app.scopes).join(' '),
    client_id: app.consumerKey,
    username: userById(org, grant.userId).username,
    token_type: 'refresh_token',
    iat: seconds(grant.createdAt),
  };
};

/** What introspection tells of a token; the answer for a dead one is assumed from RFC 7662. */
const introspection = (asked: ReturnType<typeof tokenRequest>, token: string, consumerKey: string): object => {
  for (const org of orgsAt(asked.context)) {
    const refreshed = ofRefreshToken(org, token, consumerKey);
    if (refreshed !== undefined) return refreshed;
    const session = org.sessions.find((one) => one.token === token && !one.ended && one.expiresAt > asked.now);
    const app = org.apps.find((one) => one.id === session?.appId && one.consumerKey === consumerKey);
    if (session === undefined || app === undefined) continue;
    const user = userById(org, session.userId);
    return {
      active: true,
      scope: scopeParameters(session.scopes).join(' '),
      client_id: app.consumerKey,
      username: user.username,
      sub: identityUrl({ request: asked, org, user }),
      token_type: 'access_token',
      exp: seconds(session.expiresAt),
      iat: seconds(session.createdAt),
      nbf: seconds(session.createdAt),
    };
  }
  return { active: false };
};

/** True: there was such a token, and it is dead now. */
const revoke = (org: Org, token: string): boolean => {
  const grant = grantOf(org, token);
  if (grant !== undefined) {
    grant.revoked = true;
    for (const one of org.sessions) if (one.userId === grant.userId && one.appId === grant.appId) one.ended = true;
    return true;
  }
  const session = org.sessions.find((one) => one.token === token && !one.ended);
  if (session !== undefined) session.ended = true;
  return session !== undefined;
};

const looksLikeToken = (token: string): boolean => /^(00D\w{12,15}!|5Aep861)/.test(token);

/** Errors are form-encoded here, not JSON. */
const sendForm = async (reply: FastifyReply, error: string, description: string): Promise<void> => {
  const body = `error=${error}&error_description=${encodeURIComponent(description)}`;
  await reply.code(400).type('application/x-www-form-urlencoded').send(body);
};

export const registerTokens = (app: FastifyInstance, context: HostContext): void => {
  app.post('/services/oauth2/introspect', async (request, reply) => {
    const asked = tokenRequest(request, context);
    const client = clientAt(asked, asked.clientId ?? '');
    if (client === undefined || secretGate(asked, client.app, true) !== undefined) {
      await reply
        .code(401)
        .type(json)
        .send('{"error":"invalid_client","error_description":"invalid client credentials"}\n');
      return;
    }
    const { token } = asked.params;
    if (token === undefined || token === '') {
      await reply.code(400).type(json).send('{"error":"invalid_request","error_description":"token missing"}\n');
      return;
    }
    await reply.type(json).send(JSON.stringify(introspection(asked, token, client.app.consumerKey)));
  });
  app.route({
    method: ['GET', 'POST'],
    url: '/services/oauth2/revoke',
    handler: async (request, reply) => {
      const { token = '' } = tokenRequest(request, context).params;
      if (!looksLikeToken(token)) await sendForm(reply, 'unsupported_token_type', 'this token type is not supported');
      else if (orgsAt(context).some((org) => revoke(org, token))) await reply.code(200).send('');
      else await sendForm(reply, 'invalid_token', 'token was invalid');
    },
  });
};
