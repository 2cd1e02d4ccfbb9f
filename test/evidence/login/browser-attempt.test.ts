import { expect } from 'chai';
import { createSession } from '../../../simulator/index.ts';
import { attemptInBrowser, type BrowserAttempt, type BrowserQuestion } from '../../../src/evidence/login/index.ts';
import type { AppOauth } from '../../../src/model/index.ts';
import { setStage, type Stage } from '../../simulator/auth/support.ts';
import { freePort } from '../../support/free-port.ts';

const listed: AppOauth = { scopes: ['api', 'refreshtoken'], callbackUrls: [] };

describe('a login in the browser', () => {
  let stage: Stage;
  let callback: string;
  let opened: URL[];
  beforeEach(async () => {
    stage = await setStage();
    callback = `http://localhost:${await freePort()}/OauthRedirect`;
    stage.app.callbackUrls = [callback];
    opened = [];
  });
  afterEach(() => stage.sim.stop());

  /** Where somebody is logged in, it goes where the login page sends it; an error page stays. */
  const open =
    (userId: string) =>
    async (url: string): Promise<void> => {
      opened.push(new URL(url));
      const { token } = createSession(stage.sim.org, { userId, createdAt: stage.sim.clock.now(), flow: 'browser' });
      const page = await fetch(url, { headers: { cookie: `sid=${token}` }, redirect: 'manual' });
      const to = page.headers.get('location');
      if (to !== null) await fetch(to);
    };

  const attempt = (change: Partial<BrowserQuestion> = {}, userId = stage.user.id): Promise<BrowserAttempt> => {
    const browser = { open: open(userId), callback, patienceMs: 500, said: 'done' };
    return attemptInBrowser({
      browser,
      loginUrl: stage.sim.urls.myDomain,
      consumerKey: stage.app.consumerKey,
      username: stage.user.username,
      secret: () => stage.app.consumerSecret,
      appOauth: { ...listed, callbackUrls: stage.app.callbackUrls },
      timeoutMs: 5000,
      ...change,
    });
  };

  it('asks for a code with a proof and without a refresh token, spends it, and makes one call', async () => {
    const { attempt: fact, requests, hindered } = await attempt();
    expect(fact).to.deep.nested.include({ 'value.granted': true, 'value.api': 'accepted' });
    expect({ requests, hindered }).to.deep.equal({ requests: 3, hindered: undefined });
    expect(Object.fromEntries(opened[0]!.searchParams)).to.include({
      response_type: 'code',
      scope: 'api',
      code_challenge_method: 'S256',
      login_hint: stage.user.username,
    });
    expect(opened).to.have.length(1);
    expect(stage.sim.org.grants).to.deep.equal([]);
    expect(stage.rows().map(({ status }) => status)).to.deep.equal(['Success']);
  });

  it('leads nobody to a login page that is not https', async () => {
    const { attempt: fact, requests } = await attempt({ loginUrl: 'http://login.salesforce.com' });
    expect(fact).to.include({ state: 'unknown', reason: 'unreachable' });
    expect({ requests, opened }).to.deep.equal({ requests: 0, opened: [] });
  });

  it('satisfies an app that requires a proof', async () => {
    stage.app.pkceRequired = true;
    expect((await attempt()).attempt).to.have.nested.property('value.granted', true);
  });

  it('tells what the login page sends back, and asks for no token', async () => {
    stage.app.permissionSetIds = [];
    const { attempt: fact, refusal, requests } = await attempt();
    expect(fact).to.have.nested.property('value.granted', false);
    expect(refusal).to.include({
      origin: 'attempt',
      channel: 'authorize',
      code: 'OAUTH_APP_ACCESS_DENIED',
      decides: 'user-not-preauthorized',
    });
    expect(requests).to.equal(1);
  });

  it('makes nothing of a scope that is refused where it was a guess', async () => {
    stage.app.scopes = ['OpenID'];
    const guessed = await attempt({ appOauth: undefined });
    expect(guessed.refusal).to.deep.include({ code: 'invalid_scope', suspects: [] });
    expect(guessed.refusal).not.to.have.property('decides');
    const full = await attempt({ appOauth: { ...listed, scopes: ['full'], callbackUrls: [callback] } });
    expect(opened[1]?.searchParams.get('scope')).to.equal('full');
    expect(full.refusal).to.include({ decides: 'missing-scope' });
  });

  it('says nothing of an integration that acts as another user', async () => {
    const { adminId } = stage.sim.world.integration;
    stage.app.permittedUsers = 'self-authorized';
    const { attempt: fact, hindered, refusal } = await attempt({}, adminId);
    expect(fact).to.include({ state: 'unknown', reason: 'depends-on-unknown' });
    expect({ hindered, refusal }).to.deep.equal({ hindered: 'other-user', refusal: undefined });
    expect(await attempt({ username: undefined }, adminId)).to.not.have.property('hindered');
  });

  it('says nothing where the app wants a secret that was not given', async () => {
    const { hindered, refusal } = await attempt({ secret: undefined });
    expect({ hindered, refusal }).to.deep.equal({ hindered: 'secret', refusal: undefined });
    const wrong = await attempt({ secret: () => 'not-that-one' });
    expect(wrong.hindered).to.equal(undefined);
    expect(wrong.refusal?.code).to.equal('invalid_client');
  });

  it('says nothing where Salesforce shows a page of its own', async () => {
    stage.app.callbackUrls = ['https://sync.acme.example/callback'];
    const { attempt: fact, hindered } = await attempt({ appOauth: undefined });
    expect(fact).to.include({ state: 'unknown', reason: 'timed-out' });
    expect(hindered).to.equal('nobody');
    expect(opened).to.have.length(1);
  });

  it('opens no browser where the app has no callback on this machine', async () => {
    for (const url of ['https://sync.acme.example/callback', 'https://localhost:1717/OauthRedirect']) {
      const { hindered, requests } = await attempt({ appOauth: { ...listed, callbackUrls: [url] } });
      expect({ hindered, requests }).to.deep.equal({ hindered: 'no-callback', requests: 0 });
    }
    expect(opened).to.deep.equal([]);
  });

  it('comes back to the callback of the app, or of the client, where these are on this machine', async () => {
    const own = `http://127.0.0.1:${await freePort()}/back`;
    stage.app.callbackUrls = ['https://sync.acme.example/callback', own];
    expect((await attempt()).attempt).to.have.nested.property('value.granted', true);
    const given = await attempt({ callbackUrl: own, appOauth: undefined });
    expect(given.attempt).to.have.nested.property('value.granted', true);
    expect(opened.map((url) => url.searchParams.get('redirect_uri'))).to.deep.equal([own, own]);
  });

  it('opens no browser without a host or a consumer key, and says what is missing', async () => {
    expect((await attempt({ loginUrl: undefined })).attempt).to.include({ cure: '--login-url' });
    expect((await attempt({ consumerKey: undefined })).attempt).to.include({ cure: '--app' });
    expect(opened).to.deep.equal([]);
  });
});
