import { expect } from 'chai';
import { createApp } from '../../../simulator/index.ts';
import { noon, refusalBody, setStage } from './support.ts';
import type { Stage } from './support.ts';

describe('simulator: hosts', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.sim.stop());

  const unknownKey = refusalBody('invalid_client_id', 'client identifier invalid');

  it('makes a wrong login host really wrong, and leaves no row', async () => {
    const { login, test, otherMyDomain } = stage.sim.urls;
    expect((await stage.password({}, test)).text).to.equal(refusalBody('invalid_grant', 'authentication failure'));
    expect((await stage.password({}, otherMyDomain)).text).to.equal(
      refusalBody('invalid_grant', 'authentication failure'),
    );
    const jwtAtTest = await stage.jwt({ aud: 'https://test.salesforce.com' }, test);
    expect(jwtAtTest.text).to.equal(refusalBody('invalid_grant', "user hasn't approved this consumer"));
    expect(stage.rows()).to.deep.equal([]);
    expect((await stage.password({}, login)).status).to.equal(200);
    expect(stage.rows()[0]?.loginUrl).to.equal('login.salesforce.com');
  });

  it('knows a sandbox app at test and on its own My Domain only', async () => {
    stage.sim.org.isSandbox = true;
    const { login, test, otherMyDomain } = stage.sim.urls;
    expect((await stage.password({}, login)).text).to.equal(unknownKey);
    expect((await stage.password({}, otherMyDomain)).text).to.equal(unknownKey);
    expect((await stage.jwt()).text).to.equal(refusalBody('invalid_grant', 'audience is invalid'));
    expect((await stage.jwt({ aud: 'https://test.salesforce.com' }, test)).status).to.equal(200);
    expect((await stage.jwt({ aud: 'https://test.salesforce.com' })).status).to.equal(200);
  });

  it('has not heard of a new app before its time, and host by host', async () => {
    stage.app.knownFrom = noon + 600_000;
    expect((await stage.jwt()).text).to.equal(unknownKey);
    stage.sim.clock.advance(600_000);
    stage.sim.faults.add({ kind: 'key-unknown', path: /token/, every: 2 });
    const answers = [await stage.jwt(), await stage.jwt(), await stage.jwt(), await stage.jwt()];
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 400, 200, 400]);
    expect(answers[1]?.text).to.equal(unknownKey);
  });

  it('finds an external client app in its own org only', async () => {
    const foreign = createApp(stage.sim.world.orgs[1]!, {
      name: 'Foreign',
      kind: 'external-client-app',
      certificate: stage.app.certificate!,
    });
    const text = refusalBody('app_not_found', 'External client app is not installed in this org');
    expect((await stage.jwt({ iss: foreign.consumerKey })).text).to.equal(text);
    expect((await stage.jwt({ iss: foreign.consumerKey }, stage.sim.urls.login)).text).to.equal(text);
    stage.app.kind = 'external-client-app';
    expect((await stage.jwt({}, stage.sim.urls.login)).status).to.equal(200);
    stage.app.disabled = true;
    expect((await stage.jwt()).text).to.equal(
      refusalBody('oauth_flow_disabled', 'The external client app or the OAuth plugin is disabled.'),
    );
  });

  it('answers GET and unknown grants alike', async () => {
    const unsupported = refusalBody('unsupported_grant_type', 'grant type not supported');
    expect(await stage.get('/services/oauth2/token')).to.include({ status: 400, text: unsupported });
    expect((await stage.post('/services/oauth2/token', { grant_type: 'urn:x' })).text).to.equal(unsupported);
    const asJson = await fetch(`${stage.sim.urls.login}/services/oauth2/token`, {
      method: 'POST',
      body: '{"grant_type":"password"}',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(await asJson.text()).to.equal(unsupported);
  });

  it('serves the device flow as far as it is known', async () => {
    const form = { grant_type: 'device', client_id: stage.app.consumerKey, code: 'x' };
    const { text } = await stage.post('/services/oauth2/token', form);
    expect(text).to.equal(refusalBody('invalid_grant', 'device flow is not enabled for the app'));
    stage.app.deviceFlow = true;
    expect((await stage.post('/services/oauth2/token', form)).json.error).to.equal('authorization_pending');
  });

  it('shows who it is to anyone', async () => {
    const { login, test, myDomain } = stage.sim.urls;
    const openId = async (host: string): Promise<Record<string, unknown>> =>
      (await stage.get('/.well-known/openid-configuration', {}, host)).json;
    expect(await openId(login)).to.include({
      issuer: 'https://login.salesforce.com',
      token_endpoint: `${login}/services/oauth2/token`,
    });
    expect(await openId(test)).to.include({ issuer: 'https://test.salesforce.com' });
    expect(await openId(myDomain)).to.include({
      issuer: myDomain,
      end_session_endpoint: `${myDomain}/services/auth/idp/oidc/logout`,
    });
    const config = '/.well-known/auth-configuration';
    expect((await stage.get(config)).json.OrgId).to.equal(stage.sim.org.id.slice(0, 15));
    expect((await stage.get(config, {}, login)).json).not.to.have.property('OrgId');
  });

  it('has no route to an org that is gone, and a page for one in maintenance', async () => {
    stage.sim.org.state = 'deleted';
    expect(await stage.jwt()).to.include({ status: 420, type: 'text/html; charset=UTF-8' });
    expect((await stage.jwt({}, stage.sim.urls.login)).text).to.equal(
      refusalBody('invalid_grant', "user hasn't approved this consumer"),
    );
    stage.sim.org.state = 'maintenance';
    expect((await stage.get('/services/data')).text).to.contain('We are down for maintenance.');
  });
});
