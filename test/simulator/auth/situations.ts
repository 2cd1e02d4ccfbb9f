import { createGrant, createSession, privateKeyFor, profileOf, createApp } from '../../../simulator/index.ts';
import {
  addLoginIpRange,
  blockApp,
  changePermittedUsers,
  deactivateUser,
  letPasswordExpire,
  removeAssignment,
  setClientCredentials,
  setLoginHours,
} from '../../../simulator/state/admin.ts';
import { noon } from './support.ts';
import type { Answer, Stage } from './support.ts';

type Situation = (stage: Stage) => Promise<Answer>;

const callback = 'http://localhost:1717/OauthRedirect';
const token = '/services/oauth2/token';

const client = ({ app }: Stage): Record<string, string> => ({
  client_id: app.consumerKey,
  client_secret: app.consumerSecret,
});

const runAs = (stage: Stage, changes: Record<string, string> = {}, host?: string): Promise<Answer> =>
  stage.post(token, { grant_type: 'client_credentials', ...client(stage), ...changes }, {}, host);

const withRunAs =
  (change: (stage: Stage) => void, form: Record<string, string> = {}): Situation =>
  (stage) => {
    setClientCredentials(stage.act, stage.app, true, stage.user);
    change(stage);
    return runAs(stage, form);
  };

const refresh =
  (change: (stage: Stage) => void): Situation =>
  (stage) => {
    const grant = createGrant(stage.sim.org, {
      userId: stage.user.id,
      appId: stage.app.id,
      createdAt: noon,
      scopes: ['Api', 'OpenID'],
    });
    change(stage);
    return stage.post(token, { grant_type: 'refresh_token', ...client(stage), refresh_token: grant.refreshToken });
  };

const visit = (stage: Stage, changes: Record<string, string> = {}, signedIn = true): Promise<Answer> => {
  const { token: sid } = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, flow: 'browser' });
  const query = {
    response_type: 'code',
    client_id: stage.app.consumerKey,
    redirect_uri: callback,
    state: '..',
    ...changes,
  };
  return stage.get(
    `/services/oauth2/authorize?${new URLSearchParams(query).toString()}`,
    signedIn ? { Cookie: `sid=${sid}` } : {},
  );
};

const exchange =
  (scopes: string[], change: (stage: Stage) => void = () => undefined, times = 1): Situation =>
  async (stage) => {
    stage.app.scopes = scopes;
    const code = new URL((await visit(stage)).location ?? '').searchParams.get('code') ?? '';
    change(stage);
    const form = { grant_type: 'authorization_code', code, redirect_uri: callback, ...client(stage) };
    if (times > 1) await stage.post(token, form);
    return stage.post(token, form);
  };

const jwt =
  (change: (stage: Stage) => void, claims: Record<string, unknown> = {}): Situation =>
  (stage) => {
    change(stage);
    return stage.jwt(claims);
  };

const soap =
  (change: (stage: Stage) => void, password?: string): Situation =>
  (stage) => {
    change(stage);
    const sent = password ?? stage.user.password + stage.user.securityToken;
    const login = `<login><username>${stage.user.username}</username><password>${sent}</password></login>`;
    return postXml(stage, '/services/Soap/u/64.0', login);
  };

const postXml = async (stage: Stage, path: string, content: string, header = ''): Promise<Answer> => {
  const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${header}</e:Header><e:Body>${content}</e:Body></e:Envelope>`;
  const response = await fetch(stage.sim.urls.myDomain + path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/xml' },
  });
  const text = await response.text();
  return { status: response.status, type: response.headers.get('content-type'), text, json: {}, location: null };
};

const withToken =
  (ask: (stage: Stage, bearer: Record<string, string>, accessToken: string) => Promise<Answer>): Situation =>
  async (stage) => {
    const accessToken = String((await stage.jwt()).json.access_token);
    return ask(stage, { Authorization: `Bearer ${accessToken}` }, accessToken);
  };

const struck =
  (kind: 'html-420' | 'html-maintenance' | 'html-data-not-available'): Situation =>
  (stage) => {
    stage.sim.faults.add({ kind });
    return stage.jwt();
  };

const nothing = (): void => undefined;
const outside = (stage: Stage): void =>
  addLoginIpRange(stage.act, profileOf(stage.sim.org, stage.user), '192.0.2.1', '192.0.2.2');
const identityOf = (stage: Stage): string => `/id/${stage.sim.org.id}/${stage.user.id}`;

/** How each recorded answer comes about here. */
export const situations: Record<string, Situation> = {
  'tok-ok-jwt': jwt(nothing),
  'tok-ok-clientcred': withRunAs(nothing),
  'tok-ok-refresh': refresh(nothing),
  'tok-ok-password': (stage) => stage.password(),
  'tok-ok-authcode-2014': exchange(['Api', 'Web', 'RefreshToken']),
  'tok-ok-authcode-2026': exchange(['RefreshToken', 'Api']),
  'tok-ok-authcode-openid': exchange(['Basic', 'Api', 'OpenID', 'RefreshToken']),
  'tok-err-refresh-expired': (stage) =>
    stage.post(token, { grant_type: 'refresh_token', ...client(stage), refresh_token: '5Aep861.made.up' }),
  'tok-err-jwt-not-approved': jwt(({ act, user, sim }) => removeAssignment(act, user, sim.org.permissionSets[0]!)),
  'tok-err-jwt-invalid-assertion': (stage) =>
    stage.post(token, {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: stage.assertion({}, privateKeyFor('another')),
    }),
  'tok-err-jwt-audience': jwt(nothing, { aud: 'https://test.salesforce.com' }),
  'tok-err-eca-not-installed': (stage) => {
    const foreign = createApp(stage.sim.world.orgs[1]!, { name: 'Foreign', kind: 'external-client-app' });
    return stage.jwt({ iss: foreign.consumerKey });
  },
  'tok-err-app-not-approved': exchange(['Api'], ({ act, app, user, sim }) => {
    changePermittedUsers(act, app, 'admin-approved');
    removeAssignment(act, user, sim.org.permissionSets[0]!);
  }),
  'tok-err-authfail-password': (stage) => stage.password({ password: 'wrong' }),
  'tok-err-unsupported-grant': (stage) => stage.post(token, { grant_type: 'wrong' }),
  'tok-err-domain': (stage) => runAs(stage, {}, stage.sim.urls.test),
  'tok-err-invalid-client': (stage) => stage.password({ client_secret: 'wrong' }),
  'tok-err-invalid-client-id': (stage) => stage.password({ client_id: 'wrong' }),
  'tok-err-expired-code': exchange(['Api'], nothing, 2),
  'tok-err-inactive-user': refresh(({ act, user }) => deactivateUser(act, user)),
  'tok-err-inactive-org': refresh(({ sim }) => {
    sim.org.state = 'suspended';
  }),
  'tok-err-no-cc-user': withRunAs(({ act, app }) => setClientCredentials(act, app, true)),
  'tok-err-ip-restricted': exchange(['Api'], outside),
  'tok-err-ip-or-hours': jwt(({ act, sim, user }) =>
    setLoginHours(act, profileOf(sim.org, user), { wednesday: { start: 0, end: 0 } }),
  ),
  'tok-err-oauth-flow-disabled': jwt(({ app }) => {
    Object.assign(app, { kind: 'external-client-app', disabled: true });
  }),
  'tok-err-no-valid-scopes': withRunAs(({ app }) => {
    app.scopes = ['Full'];
  }),
  'tok-err-scope-not-supported': withRunAs(nothing, { scope: 'api' }),
  'tok-err-cc-not-enabled': (stage) => runAs(stage),
  'tok-fix-invalid-client-id': jwt(nothing, { iss: 'wrong' }),
  'tok-fix-auth-failure': (stage) => stage.password({ username: 'nobody' }),
  'tok-redirect-get-token': (stage) => stage.get(token),
  'tok-html-420': struck('html-420'),
  'tok-html-data-not-available': struck('html-data-not-available'),
  'html-maintenance': struck('html-maintenance'),
  'soap-html-405-get': (stage) => stage.get('/services/Soap/u/42.0'),
  'oauth-authorize-no-session': (stage) => visit(stage, {}, false),
  'tok-err-redirect-uri': (stage) => visit(stage, { redirect_uri: 'https://elsewhere.example/' }),
  'authz-app-blocked': (stage) => {
    blockApp(stage.act, stage.app);
    return visit(stage);
  },
  'authz-app-access-denied': (stage) => {
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    return visit(stage);
  },
  'authz-eca-not-found': (stage) => {
    const foreign = createApp(stage.sim.world.orgs[1]!, { name: 'Foreign', kind: 'external-client-app' });
    return visit(stage, { client_id: foreign.consumerKey });
  },
  'oauth-identity': withToken((stage, bearer) => stage.get(identityOf(stage), bearer)),
  'oauth-userinfo-amp': withToken((stage, bearer) => stage.get('/services/oauth2/userinfo', bearer)),
  'id-403-bad-token': (stage) => stage.get(identityOf(stage), { Authorization: 'Bearer nothing' }),
  'id-403-missing-token': (stage) => stage.get(identityOf(stage)),
  'oauth-introspect-active': withToken((stage, _bearer, one) =>
    stage.post('/services/oauth2/introspect', { ...client(stage), token: one, token_type_hint: 'access_token' }),
  ),
  'revoke-200': withToken((stage, _bearer, one) => stage.post('/services/oauth2/revoke', { token: one })),
  'revoke-400': (stage) => stage.post('/services/oauth2/revoke', { token: 'nothing' }),
  'oauth-id-keys': (stage) => stage.get('/id/keys'),
  'wk-openid-mydomain': (stage) => stage.get('/.well-known/openid-configuration'),
  'wk-openid-login': (stage) => stage.get('/.well-known/openid-configuration', {}, stage.sim.urls.login),
  'wk-auth-config': (stage) => stage.get('/.well-known/auth-configuration'),
  'soap-login-ok': soap(nothing),
  'soap-login-ok-expired': soap(({ sim, user }) => {
    profileOf(sim.org, user).permissions.delete('PasswordNeverExpires');
    letPasswordExpire(user, noon - 1);
  }),
  'soap-login-invalid': soap(nothing, 'wrong'),
  'soap-login-security-token': (stage) => soap(nothing, stage.user.password)(stage),
  'soap-login-disabled': soap(({ sim }) => {
    sim.org.settings.soapLoginEnabled = false;
  }),
  'soap-login-trial': soap(({ sim }) => {
    sim.org.trialExpiresAt = noon - 1;
  }),
  'soap-login-restricted-domain': soap(outside),
  'soap-invalid-session': (stage) =>
    postXml(
      stage,
      '/services/Soap/u/40.0',
      '<getUserInfo/>',
      '<SessionHeader><sessionId>nothing</sessionId></SessionHeader>',
    ),
};
