import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { createApp, createSession } from '../../../simulator/index.ts';
import { blockApp, changePermittedUsers } from '../../../simulator/state/admin.ts';
import { noon, refusalBody, setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

const callback = 'http://localhost:1717/OauthRedirect';

describe('simulator: web server flow', () => {
  let stage: Stage;
  let browser: Record<string, string>;
  beforeEach(async () => {
    stage = await setStage();
    changePermittedUsers(stage.act, stage.app, 'self-authorized');
    const session = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, flow: 'browser' });
    browser = { Cookie: `sid=${session.token}` };
  });
  afterEach(() => stage.sim.stop());

  const authorize = (changes: Record<string, string> = {}, headers = browser): Promise<Answer> => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: stage.app.consumerKey,
      redirect_uri: callback,
      state: 's1',
      ...changes,
    });
    return stage.get(`/services/oauth2/authorize?${query.toString()}`, headers);
  };
  const codeFrom = ({ location }: Answer): string => new URL(location ?? '').searchParams.get('code') ?? '';
  const exchange = (code: string, changes: Record<string, string> = {}): Promise<Answer> =>
    stage.post('/services/oauth2/token', {
      grant_type: 'authorization_code',
      code,
      client_id: stage.app.consumerKey,
      client_secret: stage.app.consumerSecret,
      redirect_uri: callback,
      ...changes,
    });

  it('sends a visitor without a session to the login page by script, with 200', async () => {
    const answer = await authorize({}, {});
    expect(answer).to.include({ status: 200, type: 'text/html; charset=UTF-8' });
    expect(answer.text).to.contain('window.location.replace(').and.contain('?ec=302&startURL=');
  });

  it('exchanges a code once for tokens with a new approval', async () => {
    const redirect = await authorize();
    expect(redirect.status).to.equal(302);
    expect(redirect.location).to.match(/^http:\/\/localhost:1717\/OauthRedirect\?code=\S+&state=s1$/);
    const code = codeFrom(redirect);
    const { status, json } = await exchange(code);
    expect(status).to.equal(200);
    expect(json.refresh_token).to.match(/^5Aep861/);
    expect(stage.sim.org.grants).to.have.length(1);
    expect((await exchange(code)).text).to.equal(refusalBody('invalid_grant', 'expired authorization code'));
    expect(stage.rows().map(({ status: row, loginSubType }) => `${row} ${loginSubType ?? ''}`)).to.deep.equal([
      'Success OauthWebServer',
      'Failed: Invalid Nonce OauthWebServer',
    ]);
  });

  it('gives an id_token with the openid scope only', async () => {
    expect((await exchange(codeFrom(await authorize()))).json).not.to.have.property('id_token');
    stage.app.scopes = ['Api', 'OpenID'];
    const { json } = await exchange(codeFrom(await authorize()));
    expect(json.id_token).to.match(/^eyJ/);
    expect(json).not.to.have.property('refresh_token');
  });

  it('refuses a wrong code, redirect, secret and an old code', async () => {
    const code = codeFrom(await authorize());
    expect((await exchange('nonsense')).text).to.equal(refusalBody('invalid_grant', 'invalid authorization code'));
    expect((await exchange(code, { client_secret: '' })).text).to.equal(
      refusalBody('invalid_client', 'invalid client credentials'),
    );
    const elsewhere = await exchange(code, { redirect_uri: 'http://localhost:9/' });
    expect(elsewhere.text).to.equal(refusalBody('redirect_uri_mismatch', 'redirect_uri must match configuration'));
    stage.sim.clock.advance(3_600_000);
    expect((await exchange(code)).text).to.equal(refusalBody('invalid_grant', 'expired authorization code'));
  });

  it('checks PKCE', async () => {
    const verifier = 'v'.repeat(43);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const code = codeFrom(await authorize({ code_challenge: challenge, code_challenge_method: 'S256' }));
    expect((await exchange(code, { code_verifier: 'other' })).text).to.equal(
      refusalBody('invalid_grant', 'invalid code verifier'),
    );
    expect((await exchange(code, { code_verifier: verifier })).status).to.equal(200);
    const plain = codeFrom(await authorize());
    expect((await exchange(plain, { code_verifier: verifier })).text).to.equal(
      refusalBody('invalid_grant', 'unexpected code verifier'),
    );
    stage.app.pkceRequired = true;
    expect((await authorize()).location).to.equal(
      `${callback}?error=invalid_request&error_description=missing+required+code+challenge&state=s1`,
    );
  });

  it('keeps errors that the callback must not see on its own page', async () => {
    const unknown = await authorize({ client_id: 'x' });
    expect(unknown.location).to.equal(null);
    expect(unknown.text).to.contain('error=invalid_client_id&error_description=client%20identifier%20invalid');
    const elsewhere = await authorize({ redirect_uri: 'https://evil.example/' });
    expect(elsewhere.text).to.contain(
      'error=redirect_uri_mismatch&error_description=redirect_uri%20must%20match%20configuration',
    );
  });

  it('sends policy errors back to the callback', async () => {
    const location = async (): Promise<string | null> => (await authorize()).location;
    stage.app.permittedUsers = 'admin-approved';
    stage.app.permissionSetIds = [];
    expect(await location()).to.equal(
      `${callback}?error=OAUTH_APP_ACCESS_DENIED&error_description=user+is+not+admin+approved+to+access+this+app&state=s1`,
    );
    blockApp(stage.act, stage.app);
    const session = createSession(stage.sim.org, { userId: stage.user.id, createdAt: noon, flow: 'browser' });
    browser = { Cookie: `sid=${session.token}` };
    expect(await location()).to.equal(
      `${callback}?error=OAUTH_APP_BLOCKED&error_description=this+app+is+blocked+by+admin&state=s1`,
    );
  });

  it('wants apps installed, but for users who may approve others', async () => {
    stage.app.origin = 'only-authorised';
    expect((await authorize()).text).to.contain(
      'error=invalid_client&error_description=app%20must%20be%20installed%20into%20org',
    );
    stage.sim.org.permissionSets[0]!.permissions.add('CanApproveUninstalledApps');
    expect((await authorize()).status).to.equal(302);
  });

  it('does not know an external client app of another org', async () => {
    const foreign = createApp(stage.sim.world.orgs[1]!, { name: 'Foreign', kind: 'external-client-app' });
    const answer = await authorize({ client_id: foreign.consumerKey });
    expect(answer.text).to.contain('error=OAUTH_EC_APP_NOT_FOUND');
  });
});
