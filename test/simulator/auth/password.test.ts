import { expect } from 'chai';
import { profileOf } from '../../../simulator/index.ts';
import {
  addLoginIpRange,
  addTrustedIpRange,
  blockPasswordFlow,
  deactivateUser,
  freezeUser,
  setLoginHours,
  unlockUser,
} from '../../../simulator/state/admin.ts';
import { noon, refusalBody, setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

describe('simulator: username-password flow', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.sim.stop());

  const statuses = (): string[] => stage.rows().map(({ status }) => status);
  const failed = (answer: Answer, row: string): void => {
    expect(answer.text).to.equal(refusalBody('invalid_grant', 'authentication failure'));
    expect(answer.status).to.equal(400);
    expect(statuses().at(-1)).to.equal(row);
  };

  it('grants a token with issued_at and signature, and never expires_in', async () => {
    const { status, json } = await stage.password();
    expect(status).to.equal(200);
    const members = ['access_token', 'signature', 'scope', 'instance_url', 'id', 'token_type', 'issued_at'];
    expect(Object.keys(json)).to.have.members(members);
    expect(json.issued_at).to.equal(String(noon));
    expect(stage.rows()[0]).to.include({
      status: 'Success',
      loginSubType: 'OauthUsernamePassword',
      application: 'Marketing Sync',
    });
  });

  it('checks the client id, then the secret, then the user', async () => {
    const nobody = { username: 'nobody@acme.com', client_secret: 'wrong' };
    expect((await stage.password({ ...nobody, client_id: 'x' })).text).to.equal(
      refusalBody('invalid_client_id', 'client identifier invalid'),
    );
    expect((await stage.password(nobody)).text).to.equal(refusalBody('invalid_client', 'invalid client credentials'));
    const { text } = await stage.password({ username: 'nobody@acme.com' });
    expect(text).to.equal(refusalBody('invalid_grant', 'authentication failure'));
    expect(statuses()).to.deep.equal([]);
  });

  it('wants the security token outside the trusted ranges only', async () => {
    failed(await stage.password({ password: stage.user.password }), 'Failed: API security token required');
    expect(stage.user.failedLogins).to.equal(0);
    addTrustedIpRange(stage.act, '203.0.113.0', '203.0.113.255');
    expect((await stage.password({ password: stage.user.password })).status).to.equal(200);
  });

  it('counts wrong passwords, locks at the limit, and opens again after the interval', async () => {
    stage.sim.org.settings.maxLoginAttempts = 3;
    for (let time = 0; time < 3; time += 1) failed(await stage.password({ password: 'wrong' }), 'Invalid Password');
    expect(stage.user.failedLogins).to.equal(3);
    failed(await stage.password(), 'Password Lockout');
    stage.sim.clock.advance(15 * 60_000);
    expect((await stage.password()).status).to.equal(200);
    expect(stage.user.failedLogins).to.equal(0);
  });

  it('locks for ever where the org says so, until an administrator unlocks', async () => {
    Object.assign(stage.sim.org.settings, { maxLoginAttempts: 3, lockoutInterval: 'forever' });
    for (let time = 0; time < 3; time += 1) await stage.password({ password: stage.user.password + 'stale-token' });
    stage.sim.clock.advance(400 * 24 * 3600 * 1000);
    failed(await stage.password(), 'Password Lockout');
    unlockUser(stage.act, stage.user);
    expect((await stage.password()).status).to.equal(200);
    expect(stage.sim.org.auditRows.at(-1)?.display).to.match(
      /^Unlocked user integration\.marketing@acme\.com \(UserID: \[005\w{12}\]\)$/,
    );
  });

  it('says the same of every user state, hour, address and MFA; the row tells them apart', async () => {
    const profile = profileOf(stage.sim.org, stage.user);
    addLoginIpRange(stage.act, profile, '198.51.100.0', '198.51.100.255');
    failed(await stage.password(), 'Restricted IP');
    profile.permissions.add('TwoFactorApi');
    failed(await stage.password(), 'Multi-factor required');
    setLoginHours(stage.act, profile, { wednesday: { start: 0, end: 0 } });
    failed(await stage.password(), 'Restricted Time');
    freezeUser(stage.act, stage.user);
    failed(await stage.password(), 'User Is Frozen');
    deactivateUser(stage.act, stage.user);
    failed(await stage.password(), 'User is Inactive');
  });

  it('does not ask flows without a password for MFA', async () => {
    profileOf(stage.sim.org, stage.user).permissions.add('TwoFactorApi');
    expect((await stage.jwt()).status).to.equal(200);
  });

  it('shows the blocked flow in the row alone', async () => {
    blockPasswordFlow(stage.act);
    failed(await stage.password(), 'Username-Password Flow Disabled');
    expect(stage.rows()[0]).to.include({ application: 'Marketing Sync', loginSubType: 'OauthUsernamePassword' });
  });

  it('is not known to external client apps', async () => {
    stage.app.kind = 'external-client-app';
    const { text } = await stage.password();
    expect(text).to.equal(refusalBody('invalid_grant', 'authentication failure'));
    expect(statuses()).to.deep.equal([]);
  });

  it('refuses the login after the 3,600th of an hour', async () => {
    const row = stage.sim.org.loginRows.at(-1)!;
    for (let time = 0; time < 3600; time += 1)
      stage.sim.org.loginRows.push({ ...row, at: noon - 1000, userId: stage.user.id });
    failed(await stage.password(), 'Login Rate Exceeded');
    stage.sim.clock.advance(3_600_000);
    expect((await stage.password()).status).to.equal(200);
  });
});
