import { expect } from 'chai';
import { createApp } from '../../../simulator/state/apps.ts';
import { privateKeyFor, selfSigned } from '../../../simulator/state/certificate.ts';
import { profileOf } from '../../../simulator/state/lookup.ts';
import { allSimulated, fillApps, fillTokens } from '../support/all-simulated.ts';

const day = 24 * 3600_000;

describe('every app of an org', function () {
  this.timeout(120_000);

  it('stands in one table with its riskiest gate, the riskiest app first', () =>
    allSimulated(async ({ stage, check }) => {
      const { org, clock } = stage;
      profileOf(org, stage.admin).permissions.add('ViewClientSecret');
      const now = clock.now();
      const expired = selfSigned({
        privateKey: privateKeyFor('Old'),
        commonName: 'Old',
        from: now - 800 * day,
        to: now - 9 * day,
      });
      const ending = selfSigned({
        privateKey: privateKeyFor('Soon'),
        commonName: 'Soon',
        from: now - 800 * day,
        to: now + 9 * day,
      });
      const calm = {
        permittedUsers: 'admin-approved',
        refreshPolicy: { kind: 'lifetime', period: 90, unit: 'DAYS' },
      } as const;
      createApp(org, { ...calm, name: 'Expired', certificate: expired });
      createApp(org, { ...calm, name: 'Ending', certificate: ending, kind: 'external-client-app' });
      createApp(org, { ...calm, name: 'Off', kind: 'external-client-app', disabled: true });
      createApp(org, { ...calm, name: 'Nobody', clientCredentials: { enabled: true } });
      createApp(org, { ...calm, name: 'Greedy', scopes: ['Full', 'RefreshToken'] });
      createApp(org, { ...calm, name: 'Calm', createdAt: now - 5 * day, changedAt: now - 5 * day });
      createApp(org, {
        ...calm,
        name: 'Packaged',
        origin: 'installed',
        createdAt: now - 5 * day,
        changedAt: now - 5 * day,
      });
      const { apps, outcome, cost } = await check();
      const told = apps.map(({ app, outcome: how, riskiest }) => [app.name, how, riskiest?.gate, riskiest?.cause]);
      expect(told.slice(0, 4)).to.deep.equal([
        ['Off', 'closed', 'app', 'app-blocked-or-uninstalled'],
        ['Expired', 'closed', 'certificate', 'jwt-cert-expired'],
        ['Nobody', 'closed', 'run-as-user', 'client-credentials-no-run-as-user'],
        ['Ending', 'later', 'certificate', 'jwt-cert-expired'],
      ]);
      expect(told).to.deep.include(['Greedy', 'note', 'scopes', 'full-scope']);
      expect(told.at(-1)).to.deep.equal(['Calm', 'open', undefined, undefined]);
      expect(apps.find(({ app }) => app.name === 'Packaged')?.app.origin).to.equal('packaged');
      expect(outcome).to.equal('cause-found');
      expect(cost.orgRoundTrips).to.be.at.most(4);
    }));

  it('what this session may not see of some apps is said, with the right that it lacks, and nothing is called healthy', () =>
    allSimulated(async ({ stage, check }) => {
      const { org, clock } = stage;
      const now = clock.now();
      const certificate = selfSigned({
        privateKey: privateKeyFor('Soon'),
        commonName: 'Soon',
        from: now - 800 * day,
        to: now + 9 * day,
      });
      createApp(org, { name: 'Ending', kind: 'external-client-app', certificate });
      const blind = await check();
      expect(blind.outcome).to.equal('inconclusive');
      const [spot] = blind.blindSpots;
      expect(spot).to.include({ fact: 'appOauth', why: 'denied' });
      expect(spot?.text).to.include('Apps: Ending.');
      expect(spot?.hides).to.include('certificate');
      profileOf(org, stage.admin).permissions.add('ViewClientSecret');
      const seen = await check();
      expect(seen.blindSpots).to.deep.equal([]);
      expect(seen.apps[0]).to.deep.include({ outcome: 'later' });
    }));

  it('tokens that were never used and that nobody installed are counted', () =>
    allSimulated(async ({ stage, check }) => {
      const { org, clock } = stage;
      const [here, there, stranger] = fillApps(
        org,
        3,
        (app, at) => void (app.origin = at === 2 ? 'only-authorised' : 'owned'),
      );
      fillTokens(org, [here!, there!, stranger!], 3000, 6, clock.now());
      const { apps, tokens } = await check();
      expect(tokens).to.deep.equal({ total: 3000, neverUsed: 300, neverApproved: 1000 });
      const count = (name: string) => apps.find(({ app }) => app.name === name)?.tokens;
      expect(count('App 0')).to.deep.equal({ total: 1000, neverUsed: 100, notInstalled: 0 });
      expect(count('App 2')).to.deep.equal({ total: 1000, neverUsed: 100, notInstalled: 1000 });
      expect(apps.find(({ app }) => app.name === 'App 2')?.app).to.include({ origin: 'only-authorised' });
    }));

  it('more kinds of tokens than the org groups: read by when they were last used, and none is lost', () =>
    allSimulated(async ({ stage, check }) => {
      const { org, clock } = stage;
      const apps = fillApps(org, 2300, (app) => void (app.origin = 'only-authorised'));
      fillTokens(org, apps, 4600, 10, clock.now());
      const { tokens } = await check();
      expect(tokens).to.deep.equal({ total: 4600, neverUsed: 460, neverApproved: 4600 });
    }));

  it('what cannot be read completely is said to be cut', () =>
    allSimulated(async ({ stage, check }) => {
      const { org, clock } = stage;
      const apps = fillApps(org, 2300, (app) => void (app.origin = 'only-authorised'));
      // More than can be read, and all last used in one moment.
      fillTokens(org, apps, 3000, 3000, clock.now());
      for (const grant of org.grants) grant.lastUsedAt = clock.now();
      expect((await check()).tokens.cut).to.deep.equal({ read: 2500, of: 3000 });
    }));

  it('without the right to see them, tokens are not seen, and nothing is counted', () =>
    allSimulated(async ({ stage, check }) => {
      fillTokens(stage.org, [stage.app], 30, 3, stage.clock.now());
      profileOf(stage.org, stage.admin).permissions.delete('CustomizeApplication');
      const { tokens, blindSpots, apps } = await check();
      expect(tokens).to.deep.equal({});
      expect(blindSpots.map(({ permission }) => permission)).to.deep.equal(['Customize Application']);
      expect(apps[0]).to.not.have.property('tokens');
    }));
});
