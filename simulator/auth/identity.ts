import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticated, HostContext } from '../frame/context.ts';
import { html, json } from '../frame/headers.ts';
import { bearerToken } from '../frame/sessions.ts';
import { sameId } from '../state/ids.ts';
import { nameOf } from '../state/lookup.ts';
import type { Org, User } from '../state/types.ts';
import { publicKeys } from './id-token.ts';

type Who = { context: HostContext; org: Org; user: User };

const identityOf = ({ context, org, user }: Who): string =>
  `${context.url(org.isSandbox ? 'test' : 'login')}/id/${org.id}/${user.id}`;

/** `{version}` stands as it is: clients fill it in. */
const urlsOf = ({ context, org, user }: Who): Record<string, string> => {
  const base = context.url('my-domain', org);
  const rest = `${base}/services/data/v{version}`;
  return {
    enterprise: `${base}/services/Soap/c/{version}/${org.id}`,
    metadata: `${base}/services/Soap/m/{version}/${org.id}`,
    partner: `${base}/services/Soap/u/{version}/${org.id}`,
    rest: `${rest}/`,
    sobjects: `${rest}/sobjects/`,
    search: `${rest}/search/`,
    query: `${rest}/query/`,
    recent: `${rest}/recent/`,
    tooling_soap: `${base}/services/Soap/T/{version}/${org.id}`,
    tooling_rest: `${rest}/tooling/`,
    profile: `${base}/${user.id}`,
    feeds: `${rest}/chatter/feeds`,
    groups: `${rest}/chatter/groups`,
    users: `${rest}/chatter/users`,
    feed_items: `${rest}/chatter/feed-items`,
    feed_elements: `${rest}/chatter/feed-elements`,
    custom_domain: base,
  };
};

const photosOf = ({ context, org }: Who): Record<string, string> => ({
  picture: `${context.url('my-domain', org)}/profilephoto/005/F`,
  thumbnail: `${context.url('my-domain', org)}/profilephoto/005/T`,
});

const stamp = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');

const tail = ({ user }: Who): object => ({
  active: user.isActive,
  user_type: user.userType.toUpperCase(),
  language: 'en_US',
  locale: 'en_US',
  utcOffset: -28_800_000,
});

const userInfo = (who: Who): object => {
  const { context, org, user } = who;
  return {
    sub: identityOf(who),
    user_id: user.id,
    organization_id: org.id,
    preferred_username: user.username,
    nickname: user.username.split('@')[0],
    name: nameOf(user),
    email: user.email,
    email_verified: true,
    given_name: user.firstName,
    family_name: user.lastName,
    zoneinfo: org.timeZone,
    photos: photosOf(who),
    profile: `${context.url('my-domain', org)}/${user.id}`,
    picture: photosOf(who).picture,
    address: { country: 'US' },
    is_salesforce_integration_user: false,
    urls: urlsOf(who),
    ...tail(who),
    updated_at: stamp(user.changedAt),
    is_app_installed: true,
  };
};

const identity = (who: Who): object => {
  const { org, user } = who;
  return {
    id: identityOf(who),
    asserted_user: true,
    user_id: user.id,
    organization_id: org.id,
    username: user.username,
    nick_name: user.username.split('@')[0],
    display_name: nameOf(user),
    email: user.email,
    email_verified: true,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: org.timeZone,
    photos: photosOf(who),
    addr_street: null,
    addr_city: null,
    addr_state: null,
    addr_country: 'US',
    addr_zip: null,
    mobile_phone: null,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: urlsOf(who),
    ...tail(who),
    last_modified_date: stamp(user.changedAt),
    is_app_installed: true,
  };
};

/** One word of plain text, not JSON. */
const sendBad = async (reply: FastifyReply, word: 'Bad_OAuth_Token' | 'Missing_OAuth_Token'): Promise<void> => {
  await reply.code(403).type(html).send(word);
};

export const registerIdentity = (app: FastifyInstance, context: HostContext): void => {
  const serve = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: (who: Who) => object,
    fits: (who: Authenticated) => boolean,
  ): Promise<void> => {
    const token = bearerToken(request) ?? (request.query as { oauth_token?: string }).oauth_token;
    if (token === undefined) return sendBad(reply, 'Missing_OAuth_Token');
    const who = context.authenticateToken(token, request);
    if (who === undefined || !fits(who)) return sendBad(reply, 'Bad_OAuth_Token');
    await reply.type(json).send(JSON.stringify(body({ context, org: who.org, user: who.user })));
  };
  app.route({
    method: ['GET', 'POST'],
    url: '/services/oauth2/userinfo',
    handler: (request, reply) => serve(request, reply, userInfo, () => true),
  });
  app.get('/id/keys', async (_request, reply) => {
    await reply.type(json).send(JSON.stringify(publicKeys()));
  });
  app.get<{ Params: { org: string; user: string } }>('/id/:org/:user', (request, reply) =>
    serve(
      request,
      reply,
      identity,
      ({ org, user }) => sameId(org.id, request.params.org) && sameId(user.id, request.params.user),
    ),
  );
};
