import { expect } from 'chai';
import { addLoginRow, createUser } from '../../../simulator/index.ts';
import { startScenario, type Started } from '../../../simulator/scenarios/start.ts';
import { openOrg } from '../../../src/evidence/org-port.ts';
import { askOrg, orgFactNames, type OrgEvidence } from '../../../src/evidence/org/index.ts';
import type { FactName, Integration, Refusal } from '../../../src/model/index.ts';
import { recognizeRefusals } from '../../../src/recognition/index.ts';
import { inHome } from '../../support/home.ts';
import { unasked } from './unasked.ts';

const all: ReadonlySet<FactName> = new Set(orgFactNames);

describe('an app of the simulated org for which nobody named the user', function () {
  this.timeout(30_000);
  let started: Started;
  before(async () => {
    started = await startScenario('healthy');
  });
  after(() => started.stop());

  const ask = (integration: Omit<Integration, 'sourceIps'>, refusals: readonly Refusal[] = []): Promise<OrgEvidence> =>
    inHome(started.info.env, async () =>
      askOrg(await openOrg('admin'), {
        integration: { ...integration, sourceIps: [] },
        now: new Date(started.stage.clock.now()).toISOString(),
        wanted: all,
        refusals,
      }),
    );
  const askAsApp = (app: string): Promise<OrgEvidence> => ask({ app, flow: 'client-credentials' });

  it('client credentials for which nobody was named: every fact is that of the run-as user, in three waves', async () => {
    const { app, user } = started.stage;
    const before = app.clientCredentials;
    app.clientCredentials = { enabled: true, runAsUserId: user.id };
    try {
      const { facts, roundTrips } = await askAsApp(app.name);
      expect(roundTrips).to.equal(3);
      expect(facts.user).to.have.nested.property('value.username', user.username);
      // Near usernames belong to a username, and nobody was named; nobody is asked for a second factor; whom the app acts as is asked here.
      const without = new Set([
        ...unasked,
        'passwordExpiresAt',
        'usersNear',
        'secondFactors',
        'privileged',
        'mfaWaived',
      ]);
      for (const name of orgFactNames.filter((one) => !without.has(one) || one === 'runAs'))
        expect(facts[name].state, name).to.equal('known');
      // Named by its key, the app is found too late for all that.
      const late = await askAsApp(app.consumerKey);
      expect(late.roundTrips).to.equal(3);
      expect(late.facts.runAs).to.have.nested.property('value.username', user.username);
      expect(late.facts.loginHours).to.include({ state: 'unknown', cure: `--username ${user.username}` });
    } finally {
      app.clientCredentials = before;
    }
  });

  it("client credentials of an app that is called otherwise than its label: its logins tell the run-as user, unless they were another's", async () => {
    const { org, app, user, profile } = started.stage;
    const before = { clientCredentials: app.clientCredentials, developerName: app.developerName };
    const second = createUser(org, { username: 'second@acme.com', profileId: profile.id });
    Object.assign(app, { developerName: 'Feed_2019' });
    const askActingAs = (runAsUserId: string): Promise<OrgEvidence> => {
      app.clientCredentials = { enabled: true, runAsUserId };
      return askAsApp(app.name);
    };
    try {
      const { facts, roundTrips } = await askActingAs(user.id);
      expect(roundTrips).to.equal(3);
      for (const name of ['user', 'userLogin', 'loginRows', 'loginHours', 'loginIpRanges', 'changes'] as const)
        expect(facts[name].state, name).to.equal('known');
      expect(facts.user).to.have.nested.property('value.username', user.username);
      // Since then the app acts as somebody else.
      const moved = await askActingAs(second.id);
      expect(moved.roundTrips).to.equal(3);
      expect(moved.facts.runAs).to.have.nested.property('value.username', second.username);
      for (const name of ['user', 'userLogin', 'loginRows', 'userPermissions', 'appAccess'] as const)
        expect(moved.facts[name], name).to.include({ state: 'unknown', cure: `--username ${second.username}` });
    } finally {
      Object.assign(app, before);
      org.users.splice(org.users.indexOf(second), 1);
    }
  });

  it('an app for which nobody named the user: every fact is that of the one who comes by it, in three waves', async () => {
    const { org, app, user, profile } = started.stage;
    const { facts, roundTrips } = await ask({ app: app.name });
    expect(roundTrips).to.equal(3);
    expect(facts.user).to.have.nested.property('value.username', user.username);
    for (const name of orgFactNames.filter((one) => !unasked.has(one)))
      expect(facts[name].state, name).to.equal('known');
    // A text is somebody's failure: of the one who comes by it everything went well.
    expect((await ask({ app: app.name }, recognizeRefusals('user is frozen'))).facts.user).to.include({
      cure: '--username',
    });
    // With a second one, only who fails as the text says can be meant.
    const other = createUser(org, { username: 'second@acme.com', profileId: profile.id });
    const at = started.stage.clock.now();
    const row = addLoginRow(org, { at, userId: other.id, status: 'User Is Frozen', application: app.name });
    try {
      expect((await ask({ app: app.name }, recognizeRefusals('ip restricted'))).facts.user).to.include({
        cure: '--username',
      });
      expect((await ask({ app: app.name }, recognizeRefusals('user is frozen'))).facts.user).to.have.nested.property(
        'value.username',
        other.username,
      );
    } finally {
      org.users.splice(org.users.indexOf(other), 1);
      org.loginRows.splice(org.loginRows.indexOf(row), 1);
    }
  });
});
