import { expect } from 'chai';
import { createGrant, liveGrants } from '../../../simulator/index.ts';
import type { Grant } from '../../../simulator/index.ts';
import {
  blockApp,
  changeRefreshPolicy,
  deactivateUser,
  deleteApp,
  removeAssignment,
  revokeGrant,
  setRotation,
} from '../../../simulator/state/admin.ts';
import { noon, refusalBody, setStage } from './support.ts';
import type { Answer, Stage } from './support.ts';

const day = 24 * 3600 * 1000;
const dead = refusalBody('invalid_grant', 'expired access/refresh token');

describe('simulator: refresh token', () => {
  let stage: Stage;
  let grant: Grant;
  beforeEach(async () => {
    stage = await setStage();
    grant = createGrant(stage.sim.org, {
      userId: stage.user.id,
      appId: stage.app.id,
      createdAt: noon - 10 * day,
      lastUsedAt: noon - 5 * day,
    });
  });
  afterEach(() => stage.sim.stop());

  const refresh = (changes: Record<string, string> = {}, host?: string): Promise<Answer> => {
    const form = {
      client_id: stage.app.consumerKey,
      client_secret: stage.app.consumerSecret,
      refresh_token: grant.refreshToken,
    };
    return stage.post('/services/oauth2/token', { grant_type: 'refresh_token', ...form, ...changes }, {}, host);
  };

  it('gives a new access token and no refresh token', async () => {
    const { status, json } = await refresh();
    expect(status).to.equal(200);
    expect(json).to.include({ scope: 'api refresh_token web', token_type: 'Bearer', issued_at: String(noon) });
    expect(json).not.to.have.property('refresh_token');
    expect(grant).to.include({ lastUsedAt: noon, useCount: 2 });
    expect(stage.rows()[0]).to.include({ status: 'Success', loginSubType: 'OauthRefreshToken' });
    expect((await refresh({}, stage.sim.urls.login)).status).to.equal(200);
  });

  it('has one answer and no row for made-up, revoked and foreign tokens', async () => {
    expect((await refresh({ refresh_token: '5Aep861.made.up' })).text).to.equal(dead);
    expect((await refresh({}, stage.sim.urls.otherMyDomain)).text).to.equal(dead);
    expect((await refresh({}, stage.sim.urls.test)).text).to.equal(dead);
    revokeGrant(grant);
    expect((await refresh()).text).to.equal(dead);
    expect(stage.rows()).to.deep.equal([]);
  });

  it('checks a secret that is sent, and misses one only where it is required', async () => {
    const wrong = refusalBody('invalid_client', 'invalid client credentials');
    expect((await refresh({ client_secret: '' })).text).to.equal(wrong);
    expect((await refresh({ client_id: 'nobody' })).text).to.equal(
      refusalBody('invalid_client_id', 'client identifier invalid'),
    );
    stage.app.secretRequiredForRefresh = false;
    expect((await refresh({ client_secret: '' })).status).to.equal(200);
    expect((await refresh({ client_secret: 'wrong' })).text).to.equal(wrong);
  });

  it('keeps to the policy of the app', async () => {
    changeRefreshPolicy(stage.act, stage.app, { kind: 'zero' });
    expect((await refresh()).text).to.equal(dead);
    changeRefreshPolicy(stage.act, stage.app, { kind: 'lifetime', period: 9, unit: 'DAYS' });
    expect((await refresh()).text).to.equal(dead);
    changeRefreshPolicy(stage.act, stage.app, { kind: 'lifetime', period: 11, unit: 'DAYS' });
    expect((await refresh()).status).to.equal(200);
    changeRefreshPolicy(stage.act, stage.app, { kind: 'inactivity', period: 24, unit: 'HOURS' });
    expect((await refresh()).status).to.equal(200);
    stage.sim.clock.advance(day);
    expect((await refresh()).text).to.equal(dead);
    changeRefreshPolicy(stage.act, stage.app, { kind: 'inactivity', period: 1, unit: 'MONTHS' });
    expect((await refresh()).status).to.equal(200);
  });

  it('keeps five approvals of a user for an app; the oldest dies', async () => {
    for (let age = 4; age > 0; age -= 1)
      createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon - age * day });
    expect((await refresh()).status).to.equal(200);
    createGrant(stage.sim.org, { userId: stage.user.id, appId: stage.app.id, createdAt: noon });
    expect((await refresh()).text).to.equal(dead);
    expect(liveGrants(stage.sim.org, stage.user.id, stage.app.id)).to.have.length(5);
  });

  it('rotates: a spent token that comes again ends the new one and its sessions', async () => {
    setRotation(stage.act, stage.app, true);
    const first = grant.refreshToken;
    const { json } = await refresh();
    expect(json.refresh_token)
      .to.match(/^5Aep861/)
      .and.not.equal(first);
    const second = String(json.refresh_token);
    expect((await refresh({ refresh_token: first })).text).to.equal(dead);
    expect((await refresh({ refresh_token: second })).text).to.equal(dead);
    const bearer = { Authorization: `Bearer ${String(json.access_token)}` };
    expect((await stage.get('/services/oauth2/userinfo', bearer)).text).to.equal('Bad_OAuth_Token');
  });

  it('looks at the user again', async () => {
    removeAssignment(stage.act, stage.user, stage.sim.org.permissionSets[0]!);
    expect((await refresh()).text).to.equal(
      refusalBody('invalid_app_access', 'user is not admin approved to access this app'),
    );
    stage.app.permittedUsers = 'self-authorized';
    deactivateUser(stage.act, stage.user);
    expect((await refresh()).text).to.equal(refusalBody('invalid_grant', 'inactive user'));
    expect(stage.rows().map(({ status }) => status)).to.deep.equal([
      'Failed: Not approved for access',
      'User is Inactive',
    ]);
  });

  it('ends with the app: blocked, then deleted', async () => {
    blockApp(stage.act, stage.app);
    expect((await refresh()).text).to.equal(dead);
    deleteApp(stage.act, stage.app);
    expect((await refresh()).text).to.equal(refusalBody('invalid_client_id', 'client identifier invalid'));
    expect(stage.sim.org.auditRows.at(-1)).to.include({
      action: 'deleteApplication',
      section: 'Application',
      display: 'Deleted Connected App Marketing Sync',
    });
  });
});
