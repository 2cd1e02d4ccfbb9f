import { createHash, createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import { createApp, createGrant, createPermissionSetGroup, profileOf, type App } from '../../../simulator/index.ts';
import { startScenario, type Started } from '../../../simulator/scenarios/start.ts';
import { openOrg } from '../../../src/evidence/org-port.ts';
import { askOrg, orgFactNames, type OrgEvidence, type OrgFactName } from '../../../src/evidence/org/index.ts';
import { permissionLabels, type PermissionName } from '../../../src/evidence/org/permissions.ts';
import type { FactName } from '../../../src/model/index.ts';
import { inHome } from '../../support/home.ts';
import { unasked } from './unasked.ts';

const all: ReadonlySet<FactName> = new Set(orgFactNames);

/** Where this session can see the whole of what each fact needs, and what is missing without the rights named first. */
const hidden: ReadonlyArray<readonly [readonly PermissionName[], readonly OrgFactName[]]> = [
  [['ViewAllUsers', 'ManageUsers'], ['userLogin']],
  [['MonitorLoginHistory', 'ManageUsers'], ['loginRows']],
  [['CustomizeApplication'], ['grants']],
  [
    ['ModifyMetadata', 'ModifyAllData'],
    ['appOauth', 'ipRelaxation', 'loginHours', 'loginIpRanges', 'trustedIpRanges'],
  ],
  [['ViewSetup'], ['app', 'loginHours', 'trustedIpRanges', 'passwordPolicy', 'oauthSettings', 'myDomain', 'changes']],
];

const labelOf = (fact: OrgFactName, [first]: readonly PermissionName[]): string =>
  permissionLabels[fact === 'userLogin' ? 'ManageUsers' : (first ?? 'ViewSetup')];

/** The count of failed logins is one column that comes only with Manage Users. */
const lean = (fact: unknown): string => JSON.stringify(fact).replace(/"failedLogins":\d+,/u, '');

describe('askOrg on the simulated org', function () {
  this.timeout(30_000);
  let started: Started;
  before(async () => {
    started = await startScenario('healthy');
  });
  after(() => started.stop());

  const look = (app: string): Promise<OrgEvidence> =>
    inHome(started.info.env, async () =>
      askOrg(await openOrg('admin'), {
        integration: { username: started.info.username.toUpperCase(), app, sourceIps: [] },
        now: new Date(started.stage.clock.now()).toISOString(),
        wanted: all,
      }),
    );

  const withTwin = async (use: (twin: App) => Promise<void>): Promise<void> => {
    const { org, app } = started.stage;
    const id = `0xI${app.id.slice(3)}`;
    const twin = createApp(org, {
      ...app,
      id,
      kind: 'external-client-app',
      name: 'Twin',
      developerName: 'Twin',
      consumerKey: '3MVG9twin',
    });
    try {
      await use(twin);
    } finally {
      org.apps.splice(org.apps.indexOf(twin), 1);
    }
  };

  it('reads the trail, though what was refused was asked again and no wave is left for it', async () => {
    const { sim, info } = started;
    const body = '[{"message":"You do not have the level of access necessary.","errorCode":"INSUFFICIENT_ACCESS"}]';
    sim.faults.add({ kind: 'status', status: 403, path: /\/tooling\//u, contentType: 'application/json', body });
    try {
      const { facts, roundTrips } = await look(info.app);
      expect(roundTrips).to.equal(3);
      expect(facts.loginHours.state).to.equal('denied');
      for (const name of ['loginRows', 'changes'] as const) expect(facts[name].state, name).to.equal('known');
    } finally {
      sim.faults.clear();
    }
  });

  it('knows when the user last logged in, and that one never did', async () => {
    const { user, clock } = started.stage;
    const before = user.lastLoginAt;
    const last = async (): Promise<unknown> => {
      const { user: found } = (await look(started.info.app)).facts;
      return found.state === 'known' ? found.value?.lastLogin : found;
    };
    try {
      expect(await last()).to.have.property('at');
      delete user.lastLoginAt;
      expect(await last()).to.deep.equal({});
    } finally {
      user.lastLoginAt = before ?? clock.now();
    }
  });

  it('knows the user license of the user', async () => {
    const { profile } = started.stage;
    const license = async (): Promise<unknown> => {
      const { user } = (await look(started.info.app)).facts;
      return user.state === 'known' ? user.value?.userLicense : user;
    };
    expect(await license()).to.equal('Salesforce');
    profile.userLicense = 'Salesforce Integration';
    try {
      expect(await license()).to.equal('Salesforce Integration');
    } finally {
      delete profile.userLicense;
    }
  });

  it('knows every fact, in three waves of nothing but reading', async () => {
    started.sim.log.clear();
    const { facts, roundTrips } = await look(started.info.app);
    for (const name of orgFactNames.filter((one) => !unasked.has(one)))
      expect(facts[name].state, name).to.equal('known');
    expect(roundTrips).to.equal(3);
    const sent = started.sim.log.entries.map(({ method, path }) => `${method} ${path}`);
    expect(
      sent.filter(
        (one) =>
          !/^POST \/services\/(data\/v\d+\.0\/(composite\/batch|tooling\/composite)|Soap\/m\/\d+\.0)$/u.test(one),
      ),
    ).to.deep.equal([]);
    const bodies = started.sim.log.entries.map(({ body }) => body).join('\n');
    expect(bodies).not.to.match(/"method":"(?!GET)/u);
    expect(bodies).not.to.match(/listMetadata|updateMetadata|deleteMetadata/u);
  });

  it('pairs the certificate of the app with the private key of the integration', async () => {
    const { facts } = await look(started.info.app);
    const spki = createPublicKey(started.stage.client.privateKey).export({ type: 'spki', format: 'der' });
    expect(facts.appOauth).to.have.nested.property(
      'value.certificate.spki',
      createHash('sha256').update(spki).digest('hex'),
    );
    expect(facts.appOauth).to.have.nested.property('value.consumerKey', started.info.consumerKey);
  });

  it('finds the app by its consumer key', async () => {
    const { facts, roundTrips } = await look(started.info.consumerKey);
    expect(facts.app).to.have.nested.property('value.name', started.info.app);
    expect(facts.appAccess).to.have.nested.property('value.paths[0].name', 'Marketing_Sync_Access');
    expect(roundTrips).to.equal(3);
  });

  it('reads an external client app as well as a connected app', async () => {
    const held = profileOf(started.stage.org, started.stage.admin).permissions;
    await withTwin(async (twin) => {
      expect((await look('twin')).facts.appOauth).to.deep.include({
        state: 'denied',
        permission: permissionLabels.ViewClientSecret,
      });
      expect((await look(twin.consumerKey)).facts.app).to.deep.include({
        state: 'denied',
        permission: permissionLabels.ViewClientSecret,
      });
      held.add('ViewClientSecret');
      const { facts, roundTrips } = await look('twin');
      expect(facts.app).to.have.nested.property('value.kind', 'external-client-app');
      expect(facts.app).to.have.nested.property('value.permittedUsers', twin.permittedUsers);
      expect(facts.appOauth).to.have.nested.property('value.scopes').members(['api', 'refreshtoken', 'web']);
      expect(facts.appOauth).to.have.nested.property('value.certificate');
      expect(facts.ipRelaxation).to.have.property('value', 'enforce');
      expect(facts.appAccess).to.have.nested.property('value.paths').with.length(1);
      expect(roundTrips).to.equal(3);
      expect((await look(twin.consumerKey)).facts.app).to.have.nested.property('value.name', 'Twin');
    });
    held.delete('ViewClientSecret');
  });

  it('follows a permission set group to the app', async () => {
    const { org, access, user } = started.stage;
    const kept = org.assignments;
    const group = createPermissionSetGroup(org, { developerName: 'Integrations', permissionSetIds: [access.id] });
    org.assignments = [{ id: '0Pa00000000000G', userId: user.id, permissionSetGroupId: group.id }];
    try {
      const { facts } = await look(started.info.app);
      expect(facts.appAccess)
        .to.have.nested.property('value.paths')
        .deep.equal([{ via: 'permission-set-group', name: 'Integrations' }]);
    } finally {
      org.assignments = kept;
      org.permissionSetGroups.pop();
    }
  });

  it('shows the grants of this user for this app', async () => {
    const { org, app, user, clock } = started.stage;
    const grant = createGrant(org, { userId: user.id, appId: app.id, createdAt: clock.now() - 60_000 });
    const { facts } = await look(started.info.app);
    expect(facts.grants)
      .to.have.property('value')
      .deep.equal([{ appName: app.name, createdAt: new Date(grant.createdAt).toISOString(), useCount: 1 }]);
    expect(JSON.stringify(facts)).not.to.contain(grant.refreshToken);
    grant.revoked = true;
  });

  for (const [missing, names] of hidden) {
    it(`is denied without ${missing.map((name) => permissionLabels[name]).join(' and ')}`, async () => {
      const { org, admin } = started.stage;
      const held = profileOf(org, admin).permissions;
      const taken = missing.filter((name) => held.delete(name));
      try {
        const { facts } = await look(started.info.app);
        for (const name of names) {
          expect(facts[name], name).to.deep.include({ state: 'denied', permission: labelOf(name, missing) });
        }
      } finally {
        for (const name of taken) held.add(name);
      }
    });
  }

  it('takes every single right away without one wrong absence', async () => {
    const { org, admin } = started.stage;
    const held = profileOf(org, admin).permissions;
    const { facts: whole } = await look(started.info.app);
    for (const name of [...held].filter((right) => right !== 'ApiEnabled')) {
      held.delete(name);
      const { facts } = await look(started.info.app);
      held.add(name);
      for (const fact of orgFactNames) {
        if (facts[fact].state === 'known')
          expect(lean(facts[fact]), `${fact} without ${name}`).to.equal(lean(whole[fact]));
      }
    }
  });

  it('calls a session that may not use the API what it is', async () => {
    const { org, admin } = started.stage;
    const held = profileOf(org, admin).permissions;
    held.delete('ApiEnabled');
    try {
      await look(started.info.app);
      expect.fail('it should throw');
    } catch (error) {
      expect(error).to.have.property('key', 'target-org-unusable');
    } finally {
      held.add('ApiEnabled');
    }
  });
});
