import { expect } from 'chai';
import { createGrant } from '../../../simulator/index.ts';
import { noon, setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

describe('simulator: identity, introspection, revocation', () => {
  let stage: Stage;
  let token: string;
  let bearer: Record<string, string>;
  beforeEach(async () => {
    stage = await setStage();
    token = String((await stage.jwt()).json.access_token);
    bearer = { Authorization: `Bearer ${token}` };
  });
  afterEach(() => stage.sim.stop());

  const identityPath = (): string => `/id/${stage.sim.org.id}/${stage.user.id}`;

  it('tells who a token stands for', async () => {
    const info = await stage.get('/services/oauth2/userinfo', bearer);
    expect(info.json).to.include({
      user_id: stage.user.id,
      organization_id: stage.sim.org.id,
      preferred_username: 'integration.marketing@acme.com',
    });
    expect(info.json.updated_at).to.be.a('string');
    const identity = await stage.get(identityPath(), bearer, stage.sim.urls.login);
    expect(identity.json).to.include({ username: 'integration.marketing@acme.com', asserted_user: true });
  });

  it('answers a bad token in one word of plain text, with 403', async () => {
    const missing = await stage.get(identityPath());
    expect(missing).to.include({ status: 403, text: 'Missing_OAuth_Token' });
    for (const path of [identityPath(), '/services/oauth2/userinfo']) {
      expect(await stage.get(path, { Authorization: 'Bearer 00Dxx!nothing' })).to.include({
        status: 403,
        text: 'Bad_OAuth_Token',
      });
    }
    expect((await stage.get('/services/oauth2/userinfo', bearer, stage.sim.urls.otherMyDomain)).text).to.equal(
      'Bad_OAuth_Token',
    );
  });

  const introspect = (changes: Record<string, string>): Promise<Answer> => {
    const client = { client_id: stage.app.consumerKey, client_secret: stage.app.consumerSecret };
    return stage.post('/services/oauth2/introspect', { ...client, ...changes });
  };

  it('introspects with the client secret only', async () => {
    expect((await introspect({ token, client_secret: 'x' })).status).to.equal(401);
    expect((await introspect({})).status).to.equal(400);
    const { json } = await introspect({ token });
    expect(json).to.include({
      active: true,
      username: stage.user.username,
      token_type: 'access_token',
      iat: noon / 1000,
      exp: noon / 1000 + 7200,
    });
    expect((await introspect({ token: `${token}x` })).text).to.equal('{"active":false}');
  });

  it('introspects a refresh token until it is revoked', async () => {
    const grant = createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon });
    const asked = { token: grant.refreshToken, token_type_hint: 'refresh_token' };
    expect((await introspect(asked)).json).to.include({ active: true, token_type: 'refresh_token' });
    grant.revoked = true;
    expect((await introspect(asked)).text).to.equal('{"active":false}');
  });

  it('revokes, and answers what it cannot revoke form-encoded', async () => {
    const revoke = (value: string): Promise<Answer> => stage.post('/services/oauth2/revoke', { token: value });
    expect(await revoke('nonsense')).to.include({
      status: 400,
      text: 'error=unsupported_token_type&error_description=this%20token%20type%20is%20not%20supported',
    });
    expect(await revoke(token)).to.include({ status: 200, text: '' });
    expect((await revoke(token)).text).to.contain('error=invalid_token');
    expect((await stage.get('/services/oauth2/userinfo', bearer)).status).to.equal(403);
    const grant = createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon });
    expect((await revoke(grant.refreshToken)).status).to.equal(200);
    expect(grant.revoked).to.equal(true);
  });
});
