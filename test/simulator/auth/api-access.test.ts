import { expect } from 'chai';
import { apiRefusal } from '../../../simulator/auth/api-access.ts';
import { createClock, createSession, createWorld, profileOf, userById } from '../../../simulator/index.ts';
import type { App, Org, Session, User, World } from '../../../simulator/index.ts';
import { changeScopes, letPasswordExpire, setApiAccessControl } from '../../../simulator/state/admin.ts';
import { noon, setStage } from './support.ts';

describe('simulator: what a session may do', () => {
  const clock = createClock({ at: noon, standing: true });
  let world: World;
  let org: Org;
  let user: User;
  let app: App;
  beforeEach(() => {
    world = createWorld(clock);
    org = world.orgs[0]!;
    user = userById(org, world.integration.userId);
    app = org.apps[0]!;
  });

  const open = (given: Partial<Session> = {}): Session =>
    createSession(org, { userId: user.id, appId: app.id, scopes: app.scopes, createdAt: noon, flow: 'jwt', ...given });
  const refusalOf = (session: Session): string | undefined => {
    const refusal = apiRefusal({ world, clock }, { session, user, org });
    return refusal && `${refusal.status} ${refusal.errorCode} ${refusal.message}`;
  };
  const notValid = '401 INVALID_SESSION_ID This session is not valid for use with the REST API';

  it('lets the healthy integration in', () => {
    expect(refusalOf(open())).to.equal(undefined);
  });

  it('wants the api scope, or full', () => {
    changeScopes({ org, byUserId: world.integration.adminId, at: noon }, app, ['Web', 'RefreshToken']);
    expect(refusalOf(open())).to.equal(notValid);
    expect(refusalOf(open({ scopes: ['Full'] }))).to.equal(undefined);
    expect(org.auditRows.at(-1)).to.include({
      action: 'changeOauthDefaultScope',
      section: 'Application',
      display: 'Changed connected app Marketing Sync scopes from api, refresh_token, web to web, refresh_token',
    });
  });

  it('wants API Enabled', () => {
    profileOf(org, user).permissions.delete('ApiEnabled');
    expect(refusalOf(open())).to.equal('403 API_DISABLED_FOR_ORG The REST API is not enabled for this Organization.');
    world.switches.apiDisabled = 'API_CURRENTLY_DISABLED';
    expect(refusalOf(open())).to.equal('403 API_CURRENTLY_DISABLED API is disabled for this User');
  });

  it('looks at API Enabled before the scope, or behind it', () => {
    profileOf(org, user).permissions.delete('ApiEnabled');
    const without = open({ scopes: ['Web'] });
    expect(refusalOf(without)).to.match(/^403 API_DISABLED_FOR_ORG/u);
    world.switches.apiWithoutBoth = 'scope';
    expect(refusalOf(without)).to.equal(notValid);
  });

  it('tells sessions born of a password that it has expired', () => {
    letPasswordExpire(user, noon - 1);
    expect(refusalOf(open({ flow: 'password' }))).to.equal(undefined);
    profileOf(org, user).permissions.delete('PasswordNeverExpires');
    const expired =
      '403 INVALID_OPERATION_WITH_EXPIRED_PASSWORD The users password has expired, you must call SetPassword before attempting any other API operations';
    expect(refusalOf(open({ flow: 'password' }))).to.equal(expired);
    expect(refusalOf(open({ flow: 'soap-login' }))).to.equal(expired);
    expect(refusalOf(open())).to.equal(undefined);
  });

  it('keeps out what is not installed under API Access Control', () => {
    setApiAccessControl({ org, byUserId: world.integration.adminId, at: noon }, true);
    expect(refusalOf(open())).to.equal(undefined);
    app.origin = 'only-authorised';
    expect(refusalOf(open())).to.equal(notValid);
    profileOf(org, user).permissions.add('UseAnyApiClient');
    expect(refusalOf(open())).to.equal(undefined);
  });

  it('keeps a session without high assurance from an app that wants it', () => {
    app.requiresHighAssurance = true;
    expect(refusalOf(open())).to.equal(notValid);
  });

  it('does not take DPoP, however good the token', async () => {
    const stage = await setStage({ world });
    const path = '/services/data/v67.0/query?q=SELECT+Id+FROM+Organization';
    const { token } = open();
    const refused = await stage.get(path, { authorization: `DPoP ${token}` });
    const taken = await stage.get(path, { authorization: `Bearer ${token}` });
    await stage.sim.stop();

    expect([refused.status, refused.text]).to.deep.equal([
      401,
      '[{"message":"INVALID_JWT_FORMAT","errorCode":"INVALID_AUTH_HEADER"}]',
    ]);
    expect(taken.status).to.equal(200);
  });
});
