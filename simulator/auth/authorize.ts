import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticated, HostContext } from '../frame/context.ts';
import { html } from '../frame/headers.ts';
import { isPreAuthorised, permissionsOf } from '../state/lookup.ts';
import { newAuthorizationCode } from '../state/secrets.ts';
import { scopeWord } from '../state/scopes.ts';
import type { App } from '../state/types.ts';
import type { TokenRequest } from './attempt.ts';
import { appIn, clientAt } from './clients.ts';
import { tokenRequest } from './token.ts';

/** An error on Salesforce's own page: the callback is not trusted (yet). */
type Page = { page: [error: string, description: string] };
/** An error that goes back to the callback. */
type Back = { back: [error: string, description: string] };
type Stop = Page | Back;

const knownClient = (asked: TokenRequest): Stop | { app: App } => {
  const { params } = asked;
  const client = clientAt(asked, params.client_id ?? '');
  if (client === undefined) return { page: ['invalid_client_id', 'client identifier invalid'] };
  if (params.redirect_uri === undefined) return { page: ['redirect_uri_missing', 'redirect_uri not provided'] };
  if (!client.app.callbackUrls.includes(params.redirect_uri))
    return { page: ['redirect_uri_mismatch', 'redirect_uri must match configuration'] };
  return { app: client.app };
};

const requestGate = ({ params }: TokenRequest, app: App, pkceByOrg: boolean): Stop | undefined => {
  if (params.response_type !== 'code') return { back: ['unsupported_response_type', 'response type not supported'] };
  if ((app.pkceRequired || pkceByOrg) && params.code_challenge === undefined)
    return { back: ['invalid_request', 'missing required code challenge'] };
  const unlisted = (params.scope ?? '')
    .split(' ')
    .some((scope) => scope !== '' && !app.scopes.includes(scopeWord(scope) ?? ''));
  return unlisted ? { back: ['invalid_scope', 'the requested scope is not allowed'] } : undefined;
};

/** A user with a session: what the org's policies say to this app. */
const policyGate = ({ org, user }: Authenticated, app: App): Stop | undefined => {
  const own = org.apps.find((one) => one.consumerKey === app.consumerKey && !one.deleted);
  if (app.kind === 'external-client-app' && own === undefined) {
    return { page: ['OAUTH_EC_APP_NOT_FOUND', 'External client app is not installed in this org'] };
  }
  if (own?.blocked === true) return { back: ['OAUTH_APP_BLOCKED', 'this app is blocked by admin'] };
  const isInstalled = own !== undefined && own.origin !== 'only-authorised';
  if (!isInstalled && org.settings.apiAccessControl === true)
    return { back: ['OAUTH_APP_BLOCKED', 'this app is blocked by admin'] };
  if (!isInstalled && !permissionsOf(org, user).has('CanApproveUninstalledApps')) {
    return { page: ['invalid_client', 'app must be installed into org'] };
  }
  if (own?.permittedUsers === 'admin-approved' && !isPreAuthorised(org, user, own)) {
    return { back: ['OAUTH_APP_ACCESS_DENIED', 'user is not admin approved to access this app'] };
  }
  return undefined;
};

const issueCode = ({ org, user }: Authenticated, { params, now }: TokenRequest, app: App): string => {
  const asked = (params.scope ?? '').split(' ').flatMap((scope) => scopeWord(scope) ?? []);
  const code = newAuthorizationCode();
  org.codes.push({
    code,
    userId: user.id,
    appId: app.id,
    redirectUri: params.redirect_uri ?? '',
    scopes: asked.length === 0 ? app.scopes : asked,
    issuedAt: now,
    used: false,
    ...(params.code_challenge === undefined ? {} : { codeChallenge: params.code_challenge }),
  });
  return code;
};

/** Errors are form-encoded (`this+app+is+blocked`), as in redirects that were seen. */
const sendBack = async (reply: FastifyReply, asked: TokenRequest, members: Record<string, string>): Promise<void> => {
  const { redirect_uri: to = '', state } = asked.params;
  const query = new URLSearchParams({ ...members, ...(state === undefined ? {} : { state }) });
  await reply
    .code(302)
    .header('location', `${to}${to.includes('?') ? '&' : '?'}${query.toString()}`)
    .send('');
};

const sendStop = async (reply: FastifyReply, asked: TokenRequest, stop: Stop): Promise<void> => {
  if ('back' in stop) {
    await sendBack(reply, asked, { error: stop.back[0], error_description: stop.back[1] });
    return;
  }
  const [error, description] = stop.page;
  const text = `error=${error}&error_description=${encodeURIComponent(description)}`;
  await reply.code(400).type(html).send(`<html><head><title>Error</title></head><body>${text}</body></html>\n`);
};

/** Without a session: 200 and a script that moves the browser to the login page. */
const sendLogin = async (reply: FastifyReply, { url, role }: HostContext): Promise<void> => {
  const to = `${url(role)}?ec=302&startURL=%2Fsetup%2Fsecur%2FRemoteAccessAuthorizationPage.apexp`;
  await reply.type(html)
    .send(`\n\n\n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
<html>
    <head>
        <meta HTTP-EQUIV="PRAGMA" CONTENT="NO-CACHE">
        <script>
function redirectOnLoad() {
if (window.location.replace){
window.location.replace('${to}');
} else {
window.location.href ='${to}';
}
}
redirectOnLoad();
</script>
    </head>
</html>
`);
};

const sidOf = (request: FastifyRequest): string | undefined =>
  /(?:^|;\s*)sid=([^;\s]+)/.exec(request.headers.cookie ?? '')?.[1];

export const registerAuthorize = (app: FastifyInstance, context: HostContext): void => {
  app.get('/services/oauth2/authorize', async (request, reply) => {
    const asked = tokenRequest(request, context);
    const client = knownClient(asked);
    if (!('app' in client)) {
      await sendStop(reply, asked, client);
      return;
    }
    const sid = sidOf(request);
    const visitor = sid === undefined ? context.authenticate(request) : context.authenticateToken(sid, request);
    const stop = requestGate(asked, client.app, (context.org ?? visitor?.org)?.settings.pkceRequired === true);
    if (stop !== undefined) await sendStop(reply, asked, stop);
    else if (visitor === undefined) await sendLogin(reply, context);
    else {
      const refused = policyGate(visitor, client.app);
      const own = appIn(visitor.org, { home: visitor.org, app: client.app });
      if (refused !== undefined) await sendStop(reply, asked, refused);
      else await sendBack(reply, asked, { code: issueCode(visitor, asked, own ?? client.app) });
    }
  });
};
