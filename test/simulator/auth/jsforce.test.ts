import { Connection as NodeConnection, OAuth2 as NodeOAuth2 } from '@jsforce/jsforce-node';
import { expect } from 'chai';
import jsforce from 'jsforce';
import { createGrant, createSession } from '../../../simulator/index.ts';
import { changePermittedUsers } from '../../../simulator/state/admin.ts';
import { noon, setStage } from './support.ts';
import type { Stage } from './support.ts';

type Build = { name: string; Connection: typeof NodeConnection; OAuth2: typeof NodeOAuth2 };

/** The two builds of jsforce are two independent packages with one API. */
const builds = [
  { name: 'jsforce', Connection: jsforce.Connection, OAuth2: jsforce.OAuth2 },
  { name: '@jsforce/jsforce-node', Connection: NodeConnection, OAuth2: NodeOAuth2 },
] as Build[];

const messageOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  );

for (const { name, Connection, OAuth2 } of builds) {
  describe(`simulator: ${name} logs in`, () => {
    let stage: Stage;
    beforeEach(async () => {
      stage = await setStage();
    });
    afterEach(() => stage.sim.stop());

    const oauth2 = (loginUrl = stage.sim.urls.login): NodeOAuth2 =>
      new OAuth2({
        loginUrl,
        clientId: stage.app.consumerKey,
        clientSecret: stage.app.consumerSecret,
        redirectUri: 'http://localhost:1717/OauthRedirect',
      });
    const rightPassword = (): string => stage.user.password + stage.user.securityToken;

    it('by SOAP, and logs out again', async () => {
      const connection = new Connection({ loginUrl: stage.sim.urls.login });
      const info = await connection.login(stage.user.username, rightPassword());
      expect(info).to.deep.include({ id: stage.user.id, organizationId: stage.sim.org.id });
      expect(connection.instanceUrl).to.equal(stage.sim.urls.myDomain);
      await connection.logout();
      expect(stage.sim.org.sessions.at(-1)?.ended).to.equal(true);
    });

    it('by SOAP in vain', async () => {
      const connection = new Connection({ loginUrl: stage.sim.urls.login });
      const message = await messageOf(connection.login(stage.user.username, 'wrong'));
      expect(message).to.equal('Error: INVALID_LOGIN: Invalid username, password, security token; or user locked out.');
    });

    it('by username and password', async () => {
      const connection = new Connection({ oauth2: oauth2() });
      const info = await connection.login(stage.user.username, rightPassword());
      expect(info.organizationId).to.equal(stage.sim.org.id);
      expect((await connection.identity()).username).to.equal(stage.user.username);
      expect(await messageOf(connection.login(stage.user.username, 'wrong'))).to.equal(
        'invalid_grant: authentication failure',
      );
    });

    it('by JWT', async () => {
      const token = await oauth2(stage.sim.urls.myDomain).requestToken({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: stage.assertion(),
      });
      expect(token.instance_url).to.equal(stage.sim.urls.myDomain);
    });

    it('by refresh token', async () => {
      const grant = createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon });
      const connection = new Connection({
        oauth2: oauth2(),
        instanceUrl: stage.sim.urls.myDomain,
        refreshToken: grant.refreshToken,
      });
      expect((await connection.oauth2.refreshToken(grant.refreshToken)).access_token).to.match(/^00D\w+!/);
      expect(await messageOf(connection.oauth2.refreshToken('5Aep861.made.up'))).to.equal(
        'invalid_grant: expired access/refresh token',
      );
    });

    it('by authorization code, and revokes what it got', async () => {
      changePermittedUsers(stage.act, stage.app, 'self-authorized');
      const { token } = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, flow: 'browser' });
      const url = new URL(oauth2().getAuthorizationUrl({ scope: 'api refresh_token' }));
      const redirect = await stage.get(url.pathname + url.search, { Cookie: `sid=${token}` }, stage.sim.urls.login);
      const code = new URL(redirect.location ?? '').searchParams.get('code') ?? '';
      const connection = new Connection({ oauth2: oauth2() });
      expect((await connection.authorize(code)).id).to.equal(stage.user.id);
      expect(connection.refreshToken).to.match(/^5Aep861/);
      await connection.logout(true);
      expect(stage.sim.org.grants[0]?.revoked).to.equal(true);
    });
  });
}
