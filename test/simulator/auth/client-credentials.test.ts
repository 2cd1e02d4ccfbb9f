import { expect } from 'chai';
import { deactivateUser, freezeUser, removeAssignment, setClientCredentials } from '../../../simulator/state/admin.ts';
import { refusalBody, setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

describe('simulator: client credentials', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
    setClientCredentials(stage.act, stage.app, true, stage.user);
  });
  afterEach(() => stage.sim.stop());

  const ask = (changes: Record<string, string> = {}, host?: string, headers = {}): Promise<Answer> => {
    const form = { client_id: stage.app.consumerKey, client_secret: stage.app.consumerSecret };
    return stage.post(
      '/services/oauth2/token',
      { grant_type: 'client_credentials', ...form, ...changes },
      headers,
      host,
    );
  };
  const refuses = async (error: string, description: string, changes?: Record<string, string>): Promise<void> => {
    expect((await ask(changes)).text).to.equal(refusalBody(error, description));
  };

  it('grants the run-as user a token on its My Domain', async () => {
    const { status, json } = await ask();
    expect(status).to.equal(200);
    expect(json.scope).to.equal('api');
    expect(json.id).to.contain(stage.user.id);
    expect(stage.rows()[0]).to.include({
      status: 'Success',
      loginSubType: 'OauthClientCredentials',
      userId: stage.user.id,
    });
    expect(stage.sim.org.auditRows.at(-1)?.display).to.match(
      /^Assigned OAuth client credentials user integration\.marketing@acme\.com \(UserID: \[005\w{12}\]\) to app Marketing Sync \(AppID: \[0H4\w{12}\]\)$/,
    );
  });

  it('takes the client from Basic authentication too', async () => {
    const basic = Buffer.from(`${stage.app.consumerKey}:${stage.app.consumerSecret}`).toString('base64');
    const form = { grant_type: 'client_credentials' };
    const answer = await stage.post('/services/oauth2/token', form, { Authorization: `Basic ${basic}` });
    expect(answer.status).to.equal(200);
  });

  it('is served on no generic host, whatever the client', async () => {
    for (const host of [stage.sim.urls.login, stage.sim.urls.test]) {
      expect((await ask({ client_id: 'x' }, host)).text).to.equal(
        refusalBody('invalid_grant', 'request not supported on this domain'),
      );
    }
  });

  it('names each missing piece', async () => {
    await refuses('invalid_client_id', 'client identifier invalid', { client_id: 'x' });
    await refuses('invalid_client', 'invalid client credentials', { client_secret: 'x' });
    await refuses('invalid_request', 'scope parameter not supported', { scope: 'api' });
    stage.app.scopes = ['Full', 'RefreshToken'];
    await refuses('invalid_grant', 'no valid scopes defined');
    stage.app.scopes = ['Api'];
    setClientCredentials(stage.act, stage.app, true);
    await refuses('invalid_grant', 'no client credentials user enabled');
    setClientCredentials(stage.act, stage.app, false, stage.user);
    await refuses('invalid_grant', 'client credentials flow not enabled', { client_secret: 'x' });
    expect(stage.rows()).to.deep.equal([]);
  });

  it('looks at the run-as user', async () => {
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    await refuses('invalid_app_access', 'user is not admin approved to access this app');
    stage.app.permittedUsers = 'self-authorized';
    freezeUser(stage.act, stage.user);
    await refuses('invalid_grant', 'authentication failure');
    deactivateUser(stage.act, stage.user);
    await refuses('invalid_grant', 'no client credentials user enabled');
    expect(stage.rows().map(({ status }) => status)).to.deep.equal([
      'Failed: Not approved for access',
      'User Is Frozen',
    ]);
  });
});
