import { createHash } from 'node:crypto';
import { createApp, createGrant, createSession, privateKeyFor, profileOf } from '../../../../simulator/index.ts';
import {
  addLoginIpRange,
  changePermittedUsers,
  deactivateUser,
  removeAssignment,
  setClientCredentials,
  setLoginHours,
} from '../../../../simulator/state/admin.ts';
import { noon } from '../../auth/support.ts';
import type { Stage } from '../../auth/support.ts';
import { form, send } from '../replay.ts';
import type { Replay, Reply, Table } from '../replay.ts';

const path = '/services/oauth2/token';
const callback = 'http://localhost:1717/OauthRedirect';

type Changes = Record<string, string>;

const post = (stage: Stage, members: Changes, host = stage.sim.urls.myDomain): Promise<Reply> =>
  send(host + path, form(members));
const client = ({ app }: Stage): Changes => ({ client_id: app.consumerKey, client_secret: app.consumerSecret });
const jwt = (stage: Stage, claims: Record<string, unknown> = {}, key?: string, host?: string): Promise<Reply> =>
  post(
    stage,
    { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: stage.assertion(claims, key) },
    host,
  );
const password = (stage: Stage, changes: Changes = {}, host?: string): Promise<Reply> => {
  const { username, password: word, securityToken } = stage.user;
  return post(
    stage,
    { grant_type: 'password', ...client(stage), username, password: word + securityToken, ...changes },
    host,
  );
};
const refresh = (stage: Stage, changes: Changes = {}): Promise<Reply> => {
  const grant = createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon });
  return post(stage, { grant_type: 'refresh_token', ...client(stage), refresh_token: grant.refreshToken, ...changes });
};
const clientCredentials = (stage: Stage, changes: Changes = {}, host?: string): Promise<Reply> => {
  if (!stage.app.clientCredentials.enabled) setClientCredentials(stage.act, stage.app, true, stage.user);
  return post(stage, { grant_type: 'client_credentials', ...client(stage), ...changes }, host);
};

const codeFor = async (stage: Stage): Promise<string> => {
  const { token } = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, flow: 'browser' });
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: stage.app.consumerKey,
    redirect_uri: callback,
  });
  const { headers } = await send(`${stage.sim.urls.myDomain}/services/oauth2/authorize?${query.toString()}`, {
    headers: { cookie: `sid=${token}` },
  });
  return new URL(headers.get('location') ?? 'http://none').searchParams.get('code') ?? '';
};
const authorizationCode = async (stage: Stage, code?: string): Promise<Reply> =>
  post(stage, {
    grant_type: 'authorization_code',
    code: code ?? (await codeFor(stage)),
    ...client(stage),
    redirect_uri: callback,
  });

const granted = (situation: string, ask: Replay['ask'], without: string[] = []): Replay => ({
  situation,
  ask,
  check: 'members',
  without,
});
const refused = (situation: string, ask: Replay['ask'], check: Replay['check'] = 'text'): Replay => ({
  situation,
  ask,
  check,
});

const assertionText = createHash('sha256').update('no assertion').digest('hex');

export const tokenTable: Table = {
  'tok-ok-jwt': granted('JWT bearer', (stage) => jwt(stage)),
  'tok-ok-clientcred': granted('client credentials', (stage) => clientCredentials(stage), ['api_instance_url']),
  'tok-ok-refresh': granted('refresh, without the openid scope', (stage) => refresh(stage), ['id_token']),
  'tok-ok-password': granted('username and password', (stage) => password(stage)),
  'tok-ok-password-restforce': granted('username and password', (stage) => password(stage)),
  'tok-ok-refresh-restforce': granted('refresh', (stage) => refresh(stage)),
  'tok-ok-authcode-2014': granted('web server flow', (stage) => authorizationCode(stage)),
  'tok-ok-authcode-2026': granted('web server flow', (stage) => authorizationCode(stage)),
  'tok-ok-authcode-openid': granted('web server flow with the openid scope', (stage) => {
    stage.app.scopes = ['Api', 'OpenID', 'RefreshToken', 'Basic'];
    return authorizationCode(stage);
  }),
  'tok-err-password-invalid': { not: 'old wording; the modern one is replayed' },
  'tok-err-refresh-expired': refused('a refresh token that nobody knows', (stage) =>
    refresh(stage, { refresh_token: 'x' }),
  ),
  'tok-err-jwt-not-approved': refused('JWT of a user who is not pre-authorised', (stage) => {
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    return jwt(stage);
  }),
  'tok-err-jwt-invalid-assertion': refused('JWT signed with another key', (stage) =>
    jwt(stage, {}, privateKeyFor('another')),
  ),
  'tok-err-jwt-audience': refused('JWT for another audience', (stage) =>
    jwt(stage, { aud: 'https://test.salesforce.com' }),
  ),
  'tok-err-eca-not-installed': refused('JWT for an external client app of another org', (stage) => {
    const foreign = createApp(stage.sim.world.orgs[1]!, {
      name: 'Foreign',
      kind: 'external-client-app',
      certificate: stage.app.certificate!,
    });
    return jwt(stage, { iss: foreign.consumerKey }, undefined, stage.sim.urls.login);
  }),
  'tok-err-app-not-approved': refused('code of a user who lost the approval', async (stage) => {
    const code = await codeFor(stage);
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    return authorizationCode(stage, code);
  }),
  'tok-err-authfail-password': refused('a wrong password', (stage) => password(stage, { password: 'wrong' })),
  'tok-err-unsupported-grant': refused('an unknown grant', (stage) => post(stage, { grant_type: assertionText })),
  'tok-err-domain': refused('client credentials at a generic host', (stage) =>
    clientCredentials(stage, {}, stage.sim.urls.test),
  ),
  'tok-err-invalid-client': refused('a wrong client secret', (stage) => password(stage, { client_secret: 'wrong' })),
  'tok-err-invalid-client-id': refused('a client id that nobody knows', (stage) =>
    password(stage, { client_id: 'nobody' }),
  ),
  'tok-err-expired-code': refused('a code for the second time', async (stage) => {
    const code = await codeFor(stage);
    await authorizationCode(stage, code);
    return authorizationCode(stage, code);
  }),
  'tok-err-inactive-user': refused('refresh for an inactive user', (stage) => {
    deactivateUser(stage.act, stage.user);
    return refresh(stage);
  }),
  'tok-err-inactive-org': refused(
    'refresh in an org whose trial is over',
    (stage) => {
      stage.sim.org.trialExpiresAt = noon - 1;
      return refresh(stage);
    },
    'json',
  ),
  'tok-err-no-cc-user': refused('client credentials without a run-as user', (stage) => {
    setClientCredentials(stage.act, stage.app, true);
    return clientCredentials(stage);
  }),
  'tok-err-ip-restricted': refused('code exchange from outside the login IP ranges', async (stage) => {
    const code = await codeFor(stage);
    addLoginIpRange(stage.act, profileOf(stage.sim.org, stage.user), '198.51.100.0', '198.51.100.255');
    return authorizationCode(stage, code);
  }),
  'tok-err-ip-or-hours': refused('JWT outside the login hours', (stage) => {
    setLoginHours(stage.act, profileOf(stage.sim.org, stage.user), { wednesday: { start: 0, end: 0 } });
    return jwt(stage);
  }),
  'tok-err-oauth-flow-disabled': refused('JWT for an external client app that was switched off', (stage) => {
    stage.app.kind = 'external-client-app';
    stage.app.disabled = true;
    return jwt(stage);
  }),
  'tok-err-no-valid-scopes': refused('client credentials of an app whose only scope is full', (stage) => {
    stage.app.scopes = ['Full'];
    return clientCredentials(stage);
  }),
  'tok-err-scope-not-supported': refused('client credentials with a scope', (stage) =>
    clientCredentials(stage, { scope: 'api' }),
  ),
  'tok-err-cc-not-enabled': refused('client credentials of an app that does not allow them', (stage) => {
    changePermittedUsers(stage.act, stage.app, 'self-authorized');
    return post(stage, { grant_type: 'client_credentials', ...client(stage) });
  }),
  'tok-fix-retry-request': { not: 'two requests in one moment with one token: requests are answered one by one here' },
  'tok-fix-invalid-client-id': refused(
    'a client id that nobody knows',
    (stage) => refresh(stage, { client_id: 'nobody' }),
    'json',
  ),
  'tok-fix-auth-failure': refused('a wrong password', (stage) => password(stage, { password: 'wrong' }), 'json'),
  'tok-fix-unsupported-grant': { not: 'its description is not the recorded one, which is replayed' },
  'tok-doc-jwt-audience': { not: 'wording of the documentation, never seen on a wire' },
  'tok-redirect-get-token': refused('GET of the token endpoint', (stage) => send(stage.sim.urls.myDomain + path)),
  'tok-redirect-lightning': { not: 'no Lightning host' },
  'tok-doc-error-codes': { not: 'a list, not an answer' },
  'oauth-errorcodes-doc': { not: 'a list, not an answer' },
};
