import { expect } from 'chai';
import { askAllApps } from '../../../src/evidence/org/all-apps/index.ts';
import { tokensOf } from '../../../src/gates/all/tokens.ts';
import { valueOf, type OrgTokens } from '../../../src/model/index.ts';
import { acme, appId, asked, rightsBut } from './acme.ts';
import { fakePort, soqlOf, type Book, type FakePort } from './fake-port.ts';

const ecaId = '0xI000000000001AAA';
const tokenless = { AppName: null, AppMenuItemId: null };

/** Grouped, counted and plain questions of tokens, from rows; `groups`: whether the org groups. */
const tokensFrom =
  (rows: ReadonlyArray<{ readonly AppName: string; readonly AppMenuItemId: string | null }>, groups = true) =>
  (soql: string): readonly object[] => {
    if (soql.startsWith('SELECT COUNT()')) return rows;
    if (!soql.includes('GROUP BY')) return rows.map((row) => ({ ...tokenless, ...row }));
    if (!groups || soql.includes('LastUsedDate = null')) return [];
    return [...Map.groupBy(rows, ({ AppName, AppMenuItemId }) => `${AppName} ${AppMenuItemId ?? ''}`).values()].map(
      (same) => ({ ...same[0], n: same.length, used: null }),
    );
  };

const everyApp = async (book: Book, port: FakePort = fakePort({ ...acme, ...book })) => ({
  all: await askAllApps(port, asked.now),
  waves: port.waves.map((wave) => wave.map((request) => soqlOf(request))),
});

const external = {
  ExternalClientApplication: [
    { Id: ecaId, DeveloperName: 'Billing', MasterLabel: 'Billing', DistributionState: 'Local' },
  ],
};

describe('every app of an org, asked at once', () => {
  it('costs two round trips, each question once: lists, policies and tokens, then the metadata', async () => {
    const { waves } = await everyApp({ OauthToken: tokensFrom([]) });
    expect(waves).to.have.length(2);
    const [first = [], second = []] = waves;
    expect(new Set(first.map(({ object, soql }) => `${object} ${soql}`)).size).to.equal(first.length);
    expect(second.map(({ object }) => object)).to.deep.equal(['ConnectedApp']);
  });

  it('each app gets the rows that are its own', async () => {
    const row = (id: string, IsEnabled: boolean) => ({ ExternalClientApplicationId: id, IsEnabled });
    const { all } = await everyApp({
      ...external,
      ExtlClntAppPlcyCnfg: [row('0xI000000000009AAA', true), row(ecaId, false)],
    });
    const states = all.apps.map(({ name, appState }) => [name, valueOf(appState)?.enabled]);
    expect(states).to.deep.include(['Billing', false]);
  });

  for (const [OauthPluginStatus, off] of [
    ['Enabled', false],
    ['Disabled', true],
    ['Notinstalled', undefined],
    [null, undefined],
  ] as const)
    it(`an OAuth plug-in that is ${OauthPluginStatus} is ${off === undefined ? 'not known to be off' : `off: ${off}`}`, async () => {
      const row = { ExternalClientApplicationId: ecaId, IsEnabled: true, OauthPluginStatus };
      const { all } = await everyApp({ ...external, ExtlClntAppPlcyCnfg: [row] });
      const billing = all.apps.find(({ name }) => name === 'Billing');
      expect(billing === undefined ? undefined : valueOf(billing.appState)?.oauthOff).to.equal(off);
    });

  it('a setting without its column is read the documented way', async () => {
    const { all } = await everyApp({
      'tooling:ConnectedAppSettings': [{}],
      ConnectedAppSettings: [{ fullName: 'ConnectedApp', enableAdminApprovedAppsOnly: 'true' }],
    });
    expect(valueOf(all.apiAccess)).to.deep.equal({ adminApprovedAppsOnly: true });
  });

  it('a menu item leads its tokens to its app, whatever the item is called and of whatever type it is', async () => {
    const { all } = await everyApp({
      ...external,
      AppMenuItem: (soql) => (soql.includes('Type') ? [] : [{ Id: '0DS1', ApplicationId: ecaId }]),
      OauthToken: tokensFrom([
        { AppName: 'Billing (old label)', AppMenuItemId: '0DS1' },
        { AppName: 'Billing', AppMenuItemId: null },
        { AppName: 'Billing', AppMenuItemId: '0DSnobody-knows' },
        { AppName: 'Marketing Sync', AppMenuItemId: '0DS1' },
      ]),
    });
    const groups = valueOf(all.tokens)?.groups ?? [];
    const own = all.apps.map((app) => [app.id, tokensOf(app, all, groups).length]);
    expect(own).to.deep.equal([
      [appId, 0],
      [ecaId, 4],
    ]);
  });

  it('tokens of an org that does not group are read plainly, and no group is asked for', async () => {
    const { all, waves } = await everyApp({
      OauthToken: tokensFrom([{ AppName: 'Marketing Sync', AppMenuItemId: null }], false),
    });
    const told: OrgTokens | undefined = valueOf(all.tokens);
    expect(told).to.deep.equal({
      groups: [{ app: 'Marketing Sync', total: 1, neverUsed: 1 }],
      total: 1,
      read: 1,
    });
    const later = waves.slice(1).flat();
    expect(later.filter(({ soql }) => soql.includes('GROUP BY'))).to.deep.equal([]);
  });

  it('without the right to see them tokens are not seen', async () => {
    const { all } = await everyApp({ UserPermissionAccess: rightsBut('CustomizeApplication') });
    expect(all.tokens).to.deep.include({ state: 'denied', permission: 'Customize Application' });
  });
});
