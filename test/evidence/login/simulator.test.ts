import { expect } from 'chai';
import { startScenario, type Started } from '../../../simulator/scenarios/start.ts';
import { createGrant } from '../../../simulator/state/apps.ts';
import { id15 } from '../../../simulator/state/ids.ts';
import { pickCredential, readStoredLogin } from '../../../src/evidence/local/index.ts';
import { askLoginHost, attemptLogin, probeKey, type AttemptEvidence } from '../../../src/evidence/login/index.ts';
import { enterHome, storeCi, username as stored, type Home } from '../local/home.ts';

const timeoutMs = 5000;

describe('the login side, against the simulated org', () => {
  let started: Started;
  let home: Home;
  beforeEach(async () => {
    started = await startScenario('healthy');
    home = enterHome();
  });
  afterEach(async () => {
    home.leave();
    await started.stop();
  });

  const now = (): number => started.sim.clock.now();
  const tokenRequests = (): number => started.sim.log.entries.filter((entry) => entry.path.endsWith('/token')).length;

  const jwtAttempt = async (loginUrl: string): Promise<AttemptEvidence> => {
    const { consumerKey, username, keyFile } = started.info;
    const integration = { consumerKey, username, sourceIps: [] };
    const { credential } = await pickCredential({ integration, keyPath: keyFile ?? '' });
    const host = await askLoginHost({ url: loginUrl, now, timeoutMs });
    const kind = host.loginHost.state === 'known' ? host.loginHost.value.kind : undefined;
    return attemptLogin({ allowed: true, offline: false, loginUrl, kind, credential, now: now(), timeoutMs });
  };

  it('knows each host for what it is, and the org behind a My Domain', async () => {
    const { login, test, myDomain } = started.sim.urls;
    const hosts = await Promise.all([login, test, myDomain].map((url) => askLoginHost({ url, now, timeoutMs })));
    expect(hosts.map(({ loginHost }) => loginHost.state === 'known' && loginHost.value.kind)).to.deep.equal([
      'login',
      'test',
      'my-domain',
    ]);
    expect(hosts[2]?.loginHost).to.have.nested.property('value.orgId', id15(started.sim.org.id));
    expect(hosts.map(({ clockSkew }) => clockSkew.state === 'known' && clockSkew.value)).to.deep.equal([0, 0, 0]);
  });

  it('tells a known key from an unknown one, and counts as nobody’s failed login', async () => {
    const common = { loginUrl: started.sim.urls.login, offline: false, probe: true, timeoutMs };
    const right = await probeKey({ ...common, consumerKey: started.info.consumerKey });
    const wrong = await probeKey({ ...common, consumerKey: `${started.info.consumerKey}x` });
    expect(right.keyProbe).to.have.nested.property('value.answer', 'known');
    expect(wrong.keyProbe).to.have.nested.property('value.answer', 'unknown');
    expect(tokenRequests()).to.equal(2);
    expect(started.sim.org.users.map(({ failedLogins }) => failedLogins).filter((count) => count > 0)).to.deep.equal(
      [],
    );
  });

  for (const host of ['login', 'myDomain'] as const) {
    it(`logs in once by JWT at ${host}, and is let into the API`, async () => {
      const { attempt, refusal } = await jwtAttempt(started.sim.urls[host]);
      expect(refusal).to.equal(undefined);
      expect(attempt).to.deep.nested.include({ 'value.granted': true, 'value.api': 'accepted' });
      expect(tokenRequests()).to.equal(1);
    });
  }

  it('gives the refusal of a user who may not use the app', async () => {
    started.sim.org.assignments = [];
    for (const app of started.sim.org.apps) app.profileIds = [];
    const { attempt, refusal } = await jwtAttempt(started.sim.urls.myDomain);
    expect(attempt).to.have.nested.property('value.granted', false);
    expect(refusal).to.deep.include({ origin: 'attempt', status: 400 }).and.to.have.property('code');
    expect(tokenRequests()).to.equal(1);
  });

  it('sees in the first call that the token may not use the API', async () => {
    started.stage.app.scopes = ['Web', 'OpenID'];
    const { attempt, refusal } = await jwtAttempt(started.sim.urls.myDomain);
    expect(attempt).to.deep.nested.include({ 'value.granted': true, 'value.api': 'refused' });
    expect(refusal).to.deep.include({ origin: 'attempt', code: 'INVALID_SESSION_ID', status: 401 });
  });

  it('keeps a stored login alive when its token rotates', async () => {
    const { app, org, user } = started.stage;
    app.rotation = true;
    const grant = createGrant(org, { userId: user.id, appId: app.id, createdAt: now() });
    const { consumerKey: clientId, clientSecret } = started.info;
    const loginUrl = started.sim.urls.myDomain;
    storeCi(home, { refreshToken: grant.refreshToken, clientId, clientSecret, loginUrl });
    for (const round of [1, 2, 3]) {
      const storedLogin = await readStoredLogin('ci');
      expect(storedLogin).to.have.property('username', stored);
      const { credential } = await pickCredential({
        integration: { sourceIps: [] },
        ...(storedLogin === undefined ? {} : { storedLogin }),
      });
      const evidence = await attemptLogin({
        allowed: true,
        offline: false,
        loginUrl,
        credential,
        now: now(),
        timeoutMs,
      });
      expect(evidence.attempt, `round ${round}`).to.have.nested.property('value.granted', true);
      expect(evidence.rotation).to.equal('saved');
    }
  });
});
