import { createApp, createSession } from '../../../../simulator/index.ts';
import { blockApp, changePermittedUsers } from '../../../../simulator/state/admin.ts';
import { noon } from '../../auth/support.ts';
import type { Stage } from '../../auth/support.ts';
import { form, send } from '../replay.ts';
import type { Replay, Reply, Table } from '../replay.ts';

const callback = 'http://localhost:1717/OauthRedirect';

const authorize = (stage: Stage, changes: Record<string, string> = {}, isLoggedIn = true): Promise<Reply> => {
  const { token } = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, flow: 'browser' });
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: stage.app.consumerKey,
    redirect_uri: callback,
    ...changes,
  });
  return send(`${stage.sim.urls.myDomain}/services/oauth2/authorize?${query.toString()}`, {
    headers: isLoggedIn ? { cookie: `sid=${token}` } : {},
  });
};

const accessToken = (stage: Stage): string =>
  createSession(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon }).token;

const get =
  (path: (stage: Stage) => string, token?: (stage: Stage) => string): Replay['ask'] =>
  (stage) =>
    send(stage.sim.urls.myDomain + path(stage), {
      headers: token === undefined ? {} : { authorization: `Bearer ${token(stage)}` },
    });

const identity = ({ sim, user }: Stage): string => `/id/${sim.org.id}/${user.id}`;
const userinfo = (): string => '/services/oauth2/userinfo';
const nobody = (): string => '00DXXXXXXXXXXXX!nobody';
const noPage = 'a page with the token of the error only; the page round it is not known';

export const identityTable: Table = {
  'oauth-authorize-no-session': {
    situation: 'authorize without a session: the script in the page',
    ask: (stage) => authorize(stage, {}, false),
    check: 'pieces',
    pieces: ['<script>', 'window.location.replace(', '?ec=302&startURL='],
  },
  'tok-err-redirect-uri': {
    situation: 'authorize with a callback that the app does not know',
    ask: (stage) => authorize(stage, { redirect_uri: 'https://elsewhere.example/' }),
    check: 'piece',
  },
  'authz-app-blocked': {
    situation: 'authorize for a blocked app',
    ask: (stage) => {
      blockApp(stage.act, stage.app);
      return authorize(stage, { state: '..' });
    },
    check: 'location',
    swap: () => [['<redirect_uri>', callback]],
  },
  'authz-denied': { not: 'nobody is asked to approve here, so nobody denies' },
  'authz-app-access-denied': {
    situation: 'authorize by a user who is not admin approved: the code in the Location',
    ask: async (stage) => {
      changePermittedUsers(stage.act, stage.app, 'admin-approved');
      stage.app.permissionSetIds = [];
      const reply = await authorize(stage);
      return { ...reply, text: reply.headers.get('location') ?? '' };
    },
    check: 'piece',
  },
  'authz-approval-generic': { not: noPage },
  'authz-eca-not-found': {
    situation: 'authorize for an external client app of another org',
    ask: (stage) => {
      const foreign = createApp(stage.sim.world.orgs[1]!, { name: 'Foreign', kind: 'external-client-app' });
      return authorize(stage, { client_id: foreign.consumerKey });
    },
    check: 'piece',
  },
  'oauth-identity': { situation: 'the id URL with a token', ask: get(identity, accessToken), check: 'members' },
  'oauth-userinfo-template': { not: 'a template of another project, no JSON; the same members are replayed below' },
  'oauth-userinfo-postman': { not: 'cut off in the middle: no JSON; a whole one is replayed below' },
  'oauth-userinfo-amp': { situation: 'userinfo with a token', ask: get(userinfo, accessToken), check: 'members' },
  'id-403-bad-token': {
    situation: 'the id URL with a token that nobody knows',
    ask: get(identity, nobody),
    check: 'text',
  },
  'id-403-missing-token': { situation: 'the id URL without a token', ask: get(identity), check: 'text' },
  'id-403-invalid-scope': { not: 'single access is not simulated' },
  'oauth-introspect-active': {
    situation: 'introspection of a living token',
    ask: (stage) =>
      send(
        `${stage.sim.urls.myDomain}/services/oauth2/introspect`,
        form({ token: accessToken(stage), client_id: stage.app.consumerKey, client_secret: stage.app.consumerSecret }),
      ),
    check: 'members',
  },
  'revoke-200': {
    situation: 'revocation of a living token',
    ask: (stage) => send(`${stage.sim.urls.myDomain}/services/oauth2/revoke`, form({ token: accessToken(stage) })),
    check: 'text',
  },
  'revoke-400': {
    situation: 'revocation of what is no token',
    ask: (stage) => send(`${stage.sim.urls.myDomain}/services/oauth2/revoke`, form({ token: 'nonsense' })),
    check: 'text',
  },
  'oauth-id-keys': { situation: 'the signing keys', ask: get(() => '/id/keys'), check: 'members' },
  'wk-openid-mydomain': {
    situation: 'OpenID configuration of a My Domain',
    ask: get(() => '/.well-known/openid-configuration'),
    check: 'members',
  },
  'wk-auth-config': {
    situation: 'auth configuration of a My Domain',
    ask: get(() => '/.well-known/auth-configuration'),
    check: 'members',
  },
  'wk-openid-login': {
    situation: 'OpenID configuration of the login host',
    ask: ({ sim }) => send(`${sim.urls.login}/.well-known/openid-configuration`),
    check: 'members',
  },
  'tok-html-420': {
    situation: 'a host without an org',
    ask: (stage) => {
      stage.sim.org.state = 'deleted';
      return send(`${stage.sim.urls.myDomain}/services/oauth2/token`, form({}));
    },
    check: 'piece',
  },
  'tok-html-data-not-available': {
    situation: 'the page "Data Not Available", told to come',
    ask: (stage) => {
      stage.sim.faults.add({ kind: 'html-data-not-available' });
      return send(`${stage.sim.urls.myDomain}/services/oauth2/token`, form({}));
    },
    check: 'piece',
  },
  'tok-html-503-cdn': { not: 'no body is known' },
  'html-maintenance': {
    situation: 'an org in maintenance',
    ask: (stage) => {
      stage.sim.org.state = 'maintenance';
      return send(`${stage.sim.urls.myDomain}/services/Soap/u/60.0`, { method: 'POST', body: '' });
    },
    check: 'piece',
  },
};
