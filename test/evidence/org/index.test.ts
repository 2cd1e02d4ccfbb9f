import { expect } from 'chai';
import { askOrg, orgFactNames, orgNotAsked, type AskedOfOrg } from '../../../src/evidence/org/index.ts';
import { Trouble, type FactName } from '../../../src/model/index.ts';
import { acme, appId, asked, userId } from './acme.ts';
import { fakePort, soqlOf, type Book } from './fake-port.ts';

const all: ReadonlySet<FactName> = new Set(orgFactNames);

const ask = async (book: Book, more: Partial<AskedOfOrg> = {}) => {
  const port = fakePort(book);
  const { facts, ...spent } = await askOrg(port, { ...asked, ...more, wanted: all });
  return { facts, port, spent };
};

const value = (fact: { state: string; value?: unknown }): unknown => {
  expect(fact.state).to.equal('known');
  return fact.value;
};

describe('askOrg with every right', () => {
  it('reads organization and user', async () => {
    const { facts } = await ask(acme);
    expect(value(facts.organization)).to.deep.equal({
      id: '00D000000000001AAA',
      name: 'Acme',
      isSandbox: false,
      organizationType: 'Enterprise Edition',
      instanceName: 'EU45',
      isReadOnly: false,
      timeZone: 'Europe/Berlin',
      createdAt: '2020-01-01T00:00:00.000Z',
    });
    expect(value(facts.user)).to.deep.equal({
      id: userId,
      username: 'sync@acme.com',
      name: 'Sync User',
      email: 'sync@acme.com',
      isActive: true,
      profileId: '00e000000000001AAA',
      profileName: 'Integration',
      userType: 'Standard',
      failedLogins: 3,
      lastPasswordChangeAt: '2026-09-01T00:00:00.000Z',
      createdAt: '2024-01-01T00:00:00.000Z',
      changedAt: '2026-11-22T00:00:00.000Z',
    });
    expect(value(facts.passwordExpiresAt)).to.equal('2026-12-01T00:00:00.000Z');
    expect(value(facts.userLogin)).to.deep.equal({
      isFrozen: true,
      isPasswordLocked: false,
      changedAt: '2026-11-22T20:00:00.000Z',
    });
  });

  it('tells by which roads the user has rights and the app', async () => {
    const { facts } = await ask(acme);
    const profile = { via: 'profile', name: 'Integration' };
    const set = { via: 'permission-set', name: 'Marketing_Sync_Access' };
    expect(value(facts.userPermissions)).to.deep.equal({
      apiEnabled: [profile, set],
      apiUserOnly: [profile],
      twoFactorApi: [set],
      passwordNeverExpires: [],
    });
    expect(value(facts.appAccess)).to.deep.equal({ paths: [set], carriers: [set] });
  });

  it('knows of an app that nothing has that it lets nobody in, whoever logs in', async () => {
    const nobody = { integration: { app: 'Marketing Sync', sourceIps: [] } };
    const { facts } = await ask({ ...acme, SetupEntityAccess: [] }, nobody);
    expect(value(facts.appAccess)).to.deep.equal({ paths: [], carriers: [] });
  });

  it('knows a profile by its id where the session is shown the name of its own profile only', async () => {
    const id = '00e000000000001AAA';
    for (const hidden of [null, { attributes: { type: 'Profile' }, Name: null }]) {
      const hide = (row: object): object => ({ ...row, Profile: hidden });
      const [own, ...others] = acme.PermissionSetAssignment as ReadonlyArray<{ readonly PermissionSet: object }>;
      const users = acme.User as (soql: string) => readonly object[];
      const { facts } = await ask({
        ...acme,
        User: (soql) => users(soql).map(hide),
        PermissionSetAssignment: [{ ...own, PermissionSet: hide(own?.PermissionSet ?? {}) }, ...others],
        SetupEntityAccess: [
          {
            ParentId: '0PS000000000001AAA',
            Parent: { Name: 'X', IsOwnedByProfile: true, ProfileId: id, Profile: hidden, PermissionSetGroupId: null },
          },
        ],
      });
      const profile = { via: 'profile', name: id };
      expect(value(facts.user)).to.include({ profileId: id }).and.not.have.property('profileName');
      expect(value(facts.userPermissions)).to.have.property('apiUserOnly').that.deep.equals([profile]);
      expect(value(facts.appAccess)).to.deep.equal({ paths: [profile], carriers: [profile] });
    }
  });

  it('reads the app, its policies and what only its metadata tells', async () => {
    const { facts } = await ask(acme);
    expect(value(facts.app)).to.deep.equal({
      kind: 'connected-app',
      id: appId,
      name: 'Marketing Sync',
      developerName: 'Marketing_Sync',
      permittedUsers: 'admin-approved',
      createdAt: '2024-01-01T00:00:00.000Z',
      changedAt: '2026-11-20T00:00:00.000Z',
      refreshTokenPolicy: { kind: 'lifetime', period: 1, unit: 'days' },
      clientCredentials: { enabled: false },
      requiresHighAssurance: false,
      handler: {},
    });
    expect(value(facts.ipRelaxation)).to.equal('bypass-2factor');
    expect(value(facts.appOauth)).to.deep.equal({
      consumerKey: '3MVG9example',
      scopes: ['api', 'refreshtoken'],
      callbackUrls: ['https://app.example.com/callback', 'https://www.app.example.com/callback'],
      clientCredentialsEnabled: false,
      pkceRequired: false,
      refreshTokenRotation: true,
      secretOptional: false,
      secretRequiredForRefresh: true,
      tokenExchangeEnabled: false,
    });
  });

  it('reads grants and login rows, newest first', async () => {
    const { facts } = await ask(acme);
    expect(value(facts.grants)).to.deep.equal([
      { appName: 'Marketing Sync', createdAt: '2026-11-01T00:00:00.000Z', useCount: 1 },
      {
        appName: 'Marketing Sync',
        createdAt: '2026-10-01T00:00:00.000Z',
        lastUsedAt: '2026-11-22T00:00:00.000Z',
        useCount: 12,
      },
    ]);
    const [row, before] = value(facts.loginRows) as Array<Record<string, unknown>>;
    expect(row).to.include({
      id: '0Ya000000000002AAA',
      at: '2026-11-23T02:14:00.000Z',
      status: 'User Is Frozen',
      decides: 'user-frozen',
      success: false,
      recognised: true,
      application: 'Marketing Sync',
      sourceIp: '203.0.113.7',
    });
    expect(before).to.include({ status: 'Success', success: true });
  });

  it('reads hours, ranges and settings', async () => {
    const { facts } = await ask(acme);
    expect(value(facts.loginHours)).to.deep.equal({ monday: { start: 480, end: 1080 }, sunday: { start: 0, end: 0 } });
    expect(value(facts.loginIpRanges)).to.deep.equal([{ start: '198.51.100.0', end: '198.51.100.255' }]);
    expect(value(facts.trustedIpRanges)).to.deep.equal([{ start: '203.0.113.7', end: '203.0.113.7' }]);
    expect(value(facts.passwordPolicy)).to.deep.equal({ maxLoginAttempts: 10, lockoutMinutes: 30 });
    expect(value(facts.oauthSettings)).to.deep.equal({ passwordFlowBlocked: true, userAgentFlowBlocked: false });
    expect(value(facts.myDomain)).to.deep.equal({ name: 'acme', apiLoginNeedsMyDomain: false });
  });

  it('keeps the changes that bear on this login', async () => {
    const { facts, port } = await ask(acme);
    expect(value(facts.changes)).to.deep.equal([
      {
        at: '2026-11-22T20:00:00.000Z',
        by: 'Ada Admin (ada@acme.com)',
        action: 'FrozeUser',
        section: 'Manage Users',
        display: 'Froze user account for Sync User',
        about: 'user',
      },
    ]);
    const trail = port.waves
      .flat()
      .map(soqlOf)
      .find(({ object, soql }) => object === 'SetupAuditTrail' && soql.includes('DelegateUser'));
    expect(trail?.soql).to.contain(
      'CreatedDate >= 2026-11-15T19:00:00.000Z AND CreatedDate <= 2026-11-23T02:15:00.000Z',
    );
  });

  it('needs three waves, and never asks the same twice', async () => {
    const { port, spent } = await ask(acme);
    expect(spent.roundTrips).to.equal(3);
    const sent = port.waves.flat().map((request) => JSON.stringify(request));
    expect(new Set(sent).size).to.equal(sent.length);
  });

  it('never selects a token column', async () => {
    const { port } = await ask(acme);
    const soql = port.waves
      .flat()
      .map((request) => soqlOf(request).soql)
      .join('\n');
    expect(soql).to.contain('FROM OauthToken');
    expect(soql).not.to.match(/AccessToken|RequestToken|DeleteToken|ConsumerSecret/iu);
  });
});

describe('askOrg with less to ask', () => {
  it('asks only for what is wanted', async () => {
    const port = fakePort(acme);
    const { facts, roundTrips } = await askOrg(port, { ...asked, wanted: new Set<FactName>(['organization']) });
    expect(roundTrips).to.equal(1);
    expect(facts.organization.state).to.equal('known');
    expect(facts.user).to.deep.equal({ state: 'unknown', reason: 'not-asked' });
    expect(port.waves.flat().map((request) => soqlOf(request).object)).not.to.include('User');
  });

  it('asks nothing where nothing of the org is wanted', async () => {
    const port = fakePort(acme);
    const { roundTrips } = await askOrg(port, { ...asked, wanted: new Set<FactName>(['keyFile']) });
    expect(roundTrips).to.equal(0);
  });

  it('names the flag that is missing', async () => {
    const { facts } = await ask(acme, { integration: { app: 'Marketing Sync', sourceIps: [] } });
    const byUser = { state: 'unknown', reason: 'not-asked', cure: '--username' };
    expect(facts.user).to.deep.equal(byUser);
    expect(facts.loginRows).to.deep.equal(byUser);
    expect(facts.appAccess).to.deep.equal(byUser);
    expect(facts.app.state).to.equal('known');

    const byApp = { state: 'unknown', reason: 'not-asked', cure: '--app' };
    const neither = await ask(acme, { integration: { sourceIps: [] } });
    expect(neither.facts.app).to.deep.equal(byApp);
    expect(neither.facts.grants).to.deep.equal(byApp);
  });

  it('learns from the rows of the user which app it is, where nobody named one', async () => {
    const { facts } = await ask(acme, { integration: { username: 'sync@acme.com', sourceIps: [] } });
    expect(facts.app).to.have.nested.property('value.name', 'Marketing Sync');
    expect(facts.grants.state).to.equal('known');
    const bySoap = await ask(acme, { integration: { username: 'sync@acme.com', flow: 'soap-login', sourceIps: [] } });
    expect(bySoap.facts.app, 'login() goes through none').to.include({ reason: 'not-asked', cure: '--app' });
  });

  it('says what would make it ask where there is no org', () => {
    expect(orgNotAsked().user).to.deep.equal({ state: 'unknown', reason: 'not-asked', cure: '--target-org' });
    expect(orgNotAsked('without --offline').myDomain).to.include({ cure: 'without --offline' });
    expect(Object.keys(orgNotAsked())).to.have.members([...orgFactNames]);
  });

  it('knows that there is no such user, and then nothing of what hangs on it', async () => {
    const { facts, spent } = await ask({ ...acme, User: [] });
    expect(facts.user).to.deep.include({ state: 'known', value: undefined });
    expect(facts.userLogin).to.deep.equal({ state: 'unknown', reason: 'depends-on-unknown' });
    expect(facts.loginHours).to.deep.equal({ state: 'unknown', reason: 'depends-on-unknown' });
    expect(spent.roundTrips).to.be.at.most(3);
  });
});

describe('askOrg on a session or an org that does not answer', () => {
  it('calls a session that is refused throughout the trouble that it is', async () => {
    const dead = { ok: false, status: 401, code: 'INVALID_SESSION_ID', message: 'Session expired or invalid' } as const;
    const book = Object.fromEntries(Object.keys(acme).map((name) => [name, dead]));
    try {
      await ask(book);
      expect.fail('it should throw');
    } catch (error) {
      expect(error).to.be.instanceOf(Trouble);
      expect(error).to.deep.include({
        key: 'target-org-unusable',
        values: {
          org: 'admin@acme.com',
          reason: 'INVALID_SESSION_ID: Session expired or invalid',
          refusal: 'INVALID_SESSION_ID: Session expired or invalid',
        },
      });
    }
  });

  it('has one fact less where a reading trips over an answer', async () => {
    const { facts } = await ask({ ...acme, UserLogin: [{ IsFrozen: 'perhaps', IsPasswordLocked: false }] });
    expect(facts.userLogin).to.deep.equal({
      ...{ state: 'unknown', reason: 'refused', source: { place: 'org', name: 'userLogin' } },
    });
    expect(facts.user.state).to.equal('known');
  });

  it('turns silence into unknown facts, in one wave', async () => {
    for (const trouble of ['unreachable', 'timed-out'] as const) {
      const book = Object.fromEntries(Object.keys(acme).map((name) => [name, { ok: false, trouble } as const]));
      const { facts, spent } = await ask(book);
      expect(facts.organization).to.deep.include({ state: 'unknown', reason: trouble });
      expect(facts.user).to.deep.include({ state: 'unknown', reason: trouble });
      // That another flow has no run-as user is known without asking.
      const asked = Object.entries(facts).filter(([name]) => name !== 'runAs');
      expect(asked.map(([, { state }]) => state)).not.to.include.oneOf(['known', 'denied']);
      expect(spent.roundTrips).to.be.at.most(2);
    }
  });
});
