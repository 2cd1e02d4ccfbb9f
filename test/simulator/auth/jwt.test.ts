import { expect } from 'chai';
import { createGrant, privateKeyFor, profileOf, selfSigned } from '../../../simulator/index.ts';
import {
  addLoginIpRange,
  changeIpRelaxation,
  changePermittedUsers,
  deactivateUser,
  freezeUser,
  removeAssignment,
  replaceCertificate,
  setLoginHours,
} from '../../../simulator/state/admin.ts';
import { noon, refusalBody, setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

const day = 24 * 3600 * 1000;

describe('simulator: JWT bearer', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.sim.stop());

  const isRefused = (answer: Answer, error: string, description: string): void => {
    expect(answer.text).to.equal(refusalBody(error, description));
    expect(answer.status).to.equal(400);
    expect(answer.type).to.equal('application/json;charset=UTF-8');
  };
  const statuses = (): string[] => stage.rows().map(({ status }) => status);

  it('grants the healthy integration a token, and writes Success', async () => {
    const answer = await stage.jwt();
    expect(answer.status).to.equal(200);
    expect(Object.keys(answer.json)).to.have.members(['access_token', 'scope', 'instance_url', 'id', 'token_type']);
    expect(answer.json.token_type).to.equal('Bearer');
    expect(answer.json.scope).to.equal('api web');
    expect(answer.json.instance_url).to.equal(stage.sim.urls.myDomain);
    expect(answer.json.access_token).to.match(new RegExp(`^${stage.sim.org.id.slice(0, 15)}![\\w.]+$`));
    expect(answer.json.id).to.match(/\/id\/00D\w{15}\/005\w{15}$/);
    expect(stage.rows()).to.have.length(1);
    expect(stage.rows()[0]).to.include({
      status: 'Success',
      userId: stage.user.id,
      loginType: 'Remote Access 2.0',
      application: 'Marketing Sync',
      loginUrl: 'acme.my.salesforce.com',
      sourceIp: '203.0.113.7',
      at: noon,
    });
    expect(stage.rows()[0]).not.to.have.property('loginSubType');
  });

  it('takes an exp in milliseconds, as the Salesforce CLI sends it', async () => {
    expect((await stage.jwt({ exp: noon + 300 })).status).to.equal(200);
  });

  it('allows three minutes of clock skew, and calls a later assertion an expired authorization code', async () => {
    expect((await stage.jwt({ exp: noon / 1000 - 170 })).status).to.equal(200);
    isRefused(await stage.jwt({ exp: noon / 1000 - 190 }), 'invalid_grant', 'expired authorization code');
    expect(statuses()).to.deep.equal(['Success']);
  });

  it('knows no app of an unknown key, whoever the user is', async () => {
    isRefused(await stage.jwt({ iss: '3MVG9nobody', sub: 'nobody' }), 'invalid_client_id', 'client identifier invalid');
    expect(statuses()).to.deep.equal([]);
  });

  it('refuses a wrong signature, a missing certificate, an expired one and what is no JWT, all as invalid assertion', async () => {
    const { org } = stage.sim;
    const grant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    const send = (assertion: string): Promise<Answer> =>
      stage.post('/services/oauth2/token', { grant_type: grant, assertion });
    isRefused(await send(stage.assertion({}, privateKeyFor('another'))), 'invalid_grant', 'invalid assertion');
    isRefused(await send('not.a.jwt'), 'invalid_grant', 'invalid assertion');
    isRefused(await send(''), 'invalid_grant', 'invalid assertion');
    const { privateKey } = stage.sim.world.integration;
    replaceCertificate(
      stage.act,
      stage.app,
      selfSigned({ privateKey, commonName: 'Old', from: noon - 400 * day, to: noon - day }),
    );
    isRefused(await stage.jwt(), 'invalid_grant', 'invalid assertion');
    stage.sim.world.switches.expiredCertificate = 'accepted';
    expect((await stage.jwt()).status).to.equal(200);
    delete stage.app.certificate;
    isRefused(await stage.jwt(), 'invalid_grant', 'invalid assertion');
    expect(statuses()).to.deep.equal(['Success']);
    expect(org.auditRows.at(-1)?.display).to.equal(
      'Changed Connected App Certificate from CN=Marketing Sync to CN=Old',
    );
  });

  it('looks at the audience before the user', async () => {
    isRefused(
      await stage.jwt({ aud: 'https://test.salesforce.com', sub: 'nobody' }),
      'invalid_grant',
      'audience is invalid',
    );
    isRefused(await stage.jwt({ aud: 'https://login.salesforce.com/' }), 'invalid_grant', 'audience is invalid');
    isRefused(await stage.jwt({ aud: stage.sim.urls.otherMyDomain }), 'invalid_grant', 'audience is invalid');
    for (const aud of [stage.sim.urls.myDomain, 'https://acme.my.salesforce.com', stage.sim.urls.login]) {
      expect((await stage.jwt({ aud })).status, aud).to.equal(200);
    }
  });

  it('answers an unknown user like one who has not approved, without a row', async () => {
    isRefused(await stage.jwt({ sub: 'nobody@acme.com' }), 'invalid_grant', "user hasn't approved this consumer");
    expect(statuses()).to.deep.equal([]);
  });

  it('lets prn win over sub', async () => {
    isRefused(await stage.jwt({ prn: 'nobody@acme.com' }), 'invalid_grant', "user hasn't approved this consumer");
  });

  it('refuses a user who is not pre-authorised, in either wording, with a row', async () => {
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    isRefused(await stage.jwt(), 'invalid_grant', "user hasn't approved this consumer");
    stage.sim.world.switches.jwtNotApproved = 'invalid_app_access';
    isRefused(await stage.jwt(), 'invalid_app_access', 'user is not admin approved to access this app');
    expect(statuses()).to.deep.equal(['Failed: Not approved for access', 'Failed: Not approved for access']);
    expect(stage.rows()[0]).to.include({ application: 'Marketing Sync', loginType: 'Remote Access 2.0' });
  });

  it('wants an earlier approval with refresh token scope where users authorise themselves', async () => {
    changePermittedUsers(stage.act, stage.app, 'self-authorized');
    isRefused(await stage.jwt(), 'invalid_grant', "user hasn't approved this consumer");
    expect(statuses()).to.deep.equal([]);
    createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon - day });
    expect((await stage.jwt()).status).to.equal(200);
    stage.app.scopes = ['Api'];
    isRefused(await stage.jwt(), 'invalid_grant', "user hasn't approved this consumer");
  });

  it('refuses inactive and frozen users', async () => {
    freezeUser(stage.act, stage.user);
    isRefused(await stage.jwt(), 'invalid_grant', 'authentication failure');
    deactivateUser(stage.act, stage.user);
    isRefused(await stage.jwt(), 'invalid_grant', 'inactive user');
    expect(statuses()).to.deep.equal(['User Is Frozen', 'User is Inactive']);
  });

  it('lets a locked user in, unless the world says otherwise', async () => {
    stage.user.lockedUntil = 'forever';
    expect((await stage.jwt()).status).to.equal(200);
    stage.sim.world.switches.lockedBlocksTokenFlows = true;
    isRefused(await stage.jwt(), 'invalid_grant', 'authentication failure');
    expect(statuses()).to.deep.equal(['Success', 'Password Lockout']);
  });

  it('keeps login hours in the zone in which they were first set', async () => {
    const profile = profileOf(stage.sim.org, stage.user);
    setLoginHours(stage.act, profile, { wednesday: { start: 8 * 60, end: 12 * 60 } });
    isRefused(await stage.jwt(), 'invalid_grant', 'ip restricted or invalid login hours');
    stage.sim.clock.advance(-60_000);
    expect((await stage.jwt()).status).to.equal(200);
    expect(statuses()).to.deep.equal(['Restricted Time', 'Success']);
    setLoginHours(stage.act, profile, { wednesday: { start: 0, end: 0 } });
    isRefused(await stage.jwt(), 'invalid_grant', 'ip restricted or invalid login hours');
    stage.sim.clock.advance(day);
    expect((await stage.jwt()).status).to.equal(200);
  });

  it('refuses an address outside the profile ranges, as far as the app does not relax them', async () => {
    addLoginIpRange(stage.act, profileOf(stage.sim.org, stage.user), '198.51.100.0', '198.51.100.255');
    isRefused(await stage.jwt(), 'invalid_grant', 'ip restricted');
    expect((await stage.jwt({}, undefined, { 'X-Simulated-Source-Ip': '198.51.100.9' })).status).to.equal(200);
    changeIpRelaxation(stage.act, stage.app, 'ENFORCE_RELAXREFRESH');
    isRefused(await stage.jwt(), 'invalid_grant', 'ip restricted');
    changeIpRelaxation(stage.act, stage.app, 'BYPASS');
    expect((await stage.jwt()).status).to.equal(200);
    expect(stage.rows().map(({ status, sourceIp }) => `${status} ${sourceIp}`)).to.deep.equal([
      'Restricted IP 203.0.113.7',
      'Success 198.51.100.9',
      'Restricted IP 203.0.113.7',
      'Success 203.0.113.7',
    ]);
  });

  it('knows only the first closed gate', async () => {
    deactivateUser(stage.act, stage.user);
    addLoginIpRange(stage.act, profileOf(stage.sim.org, stage.user), '198.51.100.0', '198.51.100.255');
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    isRefused(await stage.jwt(), 'invalid_grant', "user hasn't approved this consumer");
  });

  it('tells of an org whose trial is over', async () => {
    stage.sim.org.trialExpiresAt = noon - 1;
    isRefused(await stage.jwt(), 'invalid_grant', 'inactive organization');
  });
});
