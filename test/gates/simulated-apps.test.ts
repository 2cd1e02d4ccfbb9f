import { expect } from 'chai';
import { addLoginIpRange, removeAssignment, setLoginHours } from '../../simulator/state/admin.ts';
import { createApp, createGrant } from '../../simulator/state/apps.ts';
import { createPermissionSet, createUser } from '../../simulator/state/people.ts';
import { nextId } from '../../simulator/state/ids.ts';
import type { Stage } from '../../simulator/scenarios/scenario.ts';
import { Trouble } from '../../src/model/index.ts';
import { simulated } from './support/simulated.ts';
import { gateOf, looks, textsOf } from './support/walked.ts';

const shutDay = { start: 0, end: 0 };
const never = {
  monday: shutDay,
  tuesday: shutDay,
  wednesday: shutDay,
  thursday: shutDay,
  friday: shutDay,
  saturday: shutDay,
  sunday: shutDay,
};

/** Puts the user into a group that holds a set, in place of the direct assignment. */
const group = (stage: Stage, setId: string, muted: readonly string[] = []): void => {
  const id = nextId(stage.org, '0PG');
  stage.org.permissionSetGroups.push({
    id,
    developerName: 'Marketing',
    label: 'Marketing',
    permissionSetIds: [setId],
    mutedPermissions: new Set(muted),
  });
  stage.org.assignments.push({ id: nextId(stage.org, '0Pa'), userId: stage.user.id, permissionSetGroupId: id });
};

describe('apps and users of a simulated org', function () {
  this.timeout(60_000);

  for (const kind of ['connected-app', 'external-client-app'] as const) {
    it(`an app is found by name, developer name, key and id: ${kind}`, () =>
      simulated({ kind }, async ({ stage, check }) => {
        const { name, developerName, consumerKey, id } = stage.app;
        for (const app of [name, developerName, id, id.slice(0, 15)]) {
          const found = await check({ integration: { app } });
          expect(found.app, app).to.include({ kind, id, name, origin: 'own' });
        }
        const byKey = await check({ integration: { app: consumerKey, consumerKey } });
        expect(byKey.app).to.include({ kind, id, origin: 'own' });
        expect(byKey.outcome).to.equal('healthy');
        expect(byKey.cost.orgRoundTrips).to.be.within(1, 3);
      }));

    it(`of a packaged app its settings are not seen, with the reason: ${kind}`, () =>
      simulated({ kind }, async ({ stage, check }) => {
        stage.app.origin = 'installed';
        stage.app.distribution = 'Managed';
        const { app, gates, outcome } = await check();
        expect(app.origin).to.equal('packaged');
        expect(outcome).to.equal('inconclusive');
        expect(gates.filter(({ state }) => state === 'closed')).to.deep.equal([]);
        const scopes = gates.find(({ gate }) => gate === 'scopes');
        expect(scopes?.state).to.equal('not-seen');
        expect(scopes?.signs[0]?.text).to.include('installed from another org');
      }));
  }

  it('an app that is only authorised', () =>
    simulated({ flow: 'refresh-token' }, async ({ stage, check }) => {
      const other = createUser(stage.org, { username: 'other@acme.com', profileId: stage.profile.id });
      createGrant(stage.org, { userId: other.id, appId: stage.app.id, createdAt: stage.clock.now() });
      stage.app.origin = 'only-authorised';
      const approved = await check();
      expect(approved.app).to.include({ origin: 'only-authorised', name: 'Marketing Sync' });
      expect(looks(approved, 'app').uninstalled).to.equal('open');
      for (const grant of stage.org.grants) if (grant.userId === stage.user.id) grant.revoked = true;
      const others = await check();
      expect(gateOf(others, 'app').closedBy[0]?.cause).to.equal('app-not-installed');
      stage.profile.permissions.add('CanApproveUninstalledApps');
      const may = await check();
      expect(looks(may, 'app').uninstalled).to.equal('open');
      expect(textsOf(may, 'app')).to.include('may approve uninstalled connected apps, by profile Integration');
    }));

  it('two apps of one name are listed', () =>
    simulated({}, async ({ stage, check }) => {
      createApp(stage.org, { name: stage.app.name, kind: 'external-client-app', developerName: 'Other' });
      const error: unknown = await check().catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(Trouble);
      expect((error as Trouble).values.matches)
        .to.include(stage.app.id)
        .and.to.include('external-client-app');
    }));

  it('a mistyped name is offered near names', () =>
    simulated({}, async ({ check }) => {
      const { app, decidingGate } = await check({ integration: { app: 'Marketing Snyc' } });
      expect(decidingGate).to.equal('app');
      expect(app.near).to.deep.equal(['Marketing Sync']);
    }));

  it('a user is permitted by a set in a group, and the road is shown', () =>
    simulated({}, async ({ stage, check }) => {
      removeAssignment(stage.act(), stage.user, stage.access);
      group(stage, stage.access.id);
      const result = await check();
      expect(result.outcome).to.equal('healthy');
      expect(textsOf(result, 'permitted-users')).to.include(
        'by permission set Marketing_Sync_Access via group Marketing',
      );
    }));

  it('a group may mute API Enabled', () =>
    simulated({}, async ({ stage, check }) => {
      stage.profile.permissions.delete('ApiEnabled');
      const set = createPermissionSet(stage.org, { name: 'Api', label: 'Api', permissions: new Set(['ApiEnabled']) });
      group(stage, set.id);
      expect((await check()).outcome).to.equal('healthy');
      stage.org.permissionSetGroups.at(-1)!.mutedPermissions.add('ApiEnabled');
      const result = await check();
      expect(result.decidingGate).to.equal('api-access');
      expect(textsOf(result, 'api-access'))
        .to.include('its group mutes it')
        .and.to.include('permission set Api via group Marketing');
    }));

  for (const kind of ['connected-app', 'external-client-app'] as const) {
    it(`client credentials without a username are those of the run-as user, in three round trips: ${kind}`, () =>
      simulated({ flow: 'client-credentials', kind }, async ({ stage, check }) => {
        const nobody = { integration: { username: undefined } as never };
        const seen = await check(nobody);
        expect(seen.gates.filter(({ state }) => state === 'closed' || state === 'not-seen')).to.deep.equal([]);
        expect(seen.outcome).to.equal('healthy');
        expect(seen.cost.orgRoundTrips).to.be.within(1, 3);
        // What the person said stays as it was said.
        expect(seen.integration).to.include({ username: undefined, runAs: stage.user.username });
        setLoginHours(stage.act(), stage.profile, never);
        addLoginIpRange(stage.act(), stage.profile, '198.51.100.0', '198.51.100.255');
        const shut = await check(nobody);
        expect(shut.decidingGate).to.equal('login-hours');
        expect(gateOf(shut, 'ip').closedBy[0]?.cause).to.equal('ip-restricted');
        expect(shut.addresses?.toAdd).to.deep.equal([{ start: '203.0.113.7', end: '203.0.113.7' }]);
        expect(shut.cost.orgRoundTrips).to.be.within(1, 3);
        stage.user.isActive = false;
        const gone = await check(nobody);
        expect(gone.decidingGate).to.equal('user-state');
        expect(gateOf(gone, 'run-as-user').state).to.not.equal('open');
      }));
  }

  for (const kind of ['connected-app', 'external-client-app'] as const) {
    it(`client credentials of an app that only its key names: the run-as user's hours are not seen in time, and the cure says whom to name: ${kind}`, () =>
      simulated({ flow: 'client-credentials', kind }, async ({ stage, check }) => {
        stage.app.name = 'A label of its own';
        setLoginHours(stage.act(), stage.profile, never);
        const { consumerKey } = stage.app;
        const seen = await check({ integration: { username: undefined, app: consumerKey, consumerKey } as never });
        expect(gateOf(seen, 'login-hours').state).to.equal('not-seen');
        expect(gateOf(seen, 'login-hours').blindSpots[0]?.cure).to.match(/^--username/u);
        expect(gateOf(seen, 'run-as-user').state).to.equal('open');
        expect(seen.cost.orgRoundTrips).to.be.within(1, 3);
      }));

    it(`somebody else was named: nothing of that user is taken for the run-as user's: ${kind}`, () =>
      simulated({ flow: 'client-credentials', kind }, async ({ stage, check }) => {
        const other = createUser(stage.org, { username: 'other@acme.com', profileId: stage.profile.id });
        other.isActive = false;
        const seen = await check({ integration: { username: other.username } });
        // Whether the run-as user is locked was not seen; that the other is inactive closes nothing.
        expect(gateOf(seen, 'user-state').state).to.equal('not-seen');
        expect(looks(seen, 'user-state')).to.include({ 'run-as': 'open' });
        expect(gateOf(seen, 'login-hours').state).to.equal('not-seen');
      }));
  }

  it('a host that is no My Domain takes no client credentials', () =>
    simulated({ flow: 'client-credentials' }, async ({ stage, check }) => {
      // A day later: until then a login that went well casts doubt.
      const result = await check({ integration: { loginUrl: stage.sim.urls.login }, later: 25 * 3600_000 });
      expect(gateOf(result, 'host').closedBy[0]?.cause).to.equal('wrong-endpoint');
    }));
});
