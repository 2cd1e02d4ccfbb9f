import { expect } from 'chai';
import { askOrg, orgFactNames } from '../../../src/evidence/org/index.ts';
import { permissionLabels } from '../../../src/evidence/org/permissions.ts';
import { Trouble, type FactName, type Integration } from '../../../src/model/index.ts';
import { acme, appId, asked, rightsBut } from './acme.ts';
import { fakePort, invalidType, noMetadata, soqlOf, type Book } from './fake-port.ts';

const all: ReadonlySet<FactName> = new Set(orgFactNames);
const key = '3MVG9example';
const ecaId = '0xI000000000001AAA';

const eca: Book = {
  ConnectedApplication: [],
  AppMenuItem: [],
  ConnectedApp: [],
  ExternalClientApplication: [
    {
      Id: ecaId,
      DeveloperName: 'Marketing_Sync',
      MasterLabel: 'Marketing Sync',
      DistributionState: 'Local',
      CreatedDate: '2025-01-01T00:00:00.000+0000',
      LastModifiedDate: '2025-01-01T00:00:00.000+0000',
    },
  ],
  ExtlClntAppOauthPlcyCnfg: [
    {
      LastModifiedDate: '2026-11-01T00:00:00.000+0000',
      PermittedUsersPolicyType: 'AdminApprovedPreAuthorized',
      RefreshTokenPolicyType: 'SpecificInactivity',
      RefreshTokenValidityPeriod: 90,
      RefreshTokenValidityUnit: 'Days',
      IpRelaxationPolicyType: 'Enforce_RelaxRefresh',
      RequiredSessionLevel: 'HIGH_ASSURANCE',
      IsClientCredentialsFlowEnabled: true,
      ClientCredentialsFlowUser: 'runas@acme.com',
      ApexHandlerId: '01p000000000001AAA',
    },
  ],
  ExtlClntAppOauthSettings: [{ OauthScopesAPI: true, OauthScopesREFRESH_TOKEN: true, OauthScopesFULL: false }],
  ExtlClntAppGlobalOauthSettings: [
    { fullName: 'Marketing_Sync_glbloauth', externalClientApplication: 'Something_Else', consumerKey: 'x' },
    {
      fullName: 'Marketing_SyncGlblOAuth',
      externalClientApplication: 'Marketing_Sync',
      callbackUrl: 'https://app.example.com/callback',
      consumerKey: key,
      consumerSecret: 'CANARY',
      isPkceRequired: 'true',
      isClientCredentialsFlowEnabled: 'true',
      isConsumerSecretOptional: 'false',
    },
  ],
};

type Called = Pick<Integration, 'app' | 'consumerKey' | 'learnt'>;

const asking = async (book: Book, called: Called, apiVersion = '64.0') => {
  const port = fakePort({ ...acme, ...book }, { apiVersion });
  const integration = { username: 'sync@acme.com', sourceIps: [], ...called };
  const { facts, roundTrips } = await askOrg(port, { ...asked, integration, wanted: all });
  return { facts, roundTrips, port };
};

const ask = (book: Book, app = 'Marketing Sync') => asking(book, { app });

const troubleOf = async (work: Promise<unknown>): Promise<Trouble> => {
  try {
    await work;
  } catch (error) {
    expect(error).to.be.instanceOf(Trouble);
    return error as Trouble;
  }
  return expect.fail('it should throw');
};

describe('the app that the person means', () => {
  for (const given of ['marketing sync', 'MARKETING_SYNC', appId, appId.slice(0, 15)]) {
    it(`is found by ${given}`, async () => {
      const { facts } = await ask({}, given);
      expect(facts.app).to.have.nested.property('value.id', appId);
    });
  }

  it('is changed by whoever touched it or its policies last', async () => {
    const changedBy = async (app: string, policy: string): Promise<unknown> => {
      const touched = (book: unknown, by: object, at: string) => [
        { ...(book as readonly object[])[0], LastModifiedDate: `${at}T00:00:00.000+0000`, LastModifiedBy: by },
      ];
      const { facts } = await ask({
        ...eca,
        ExternalClientApplication: touched(
          eca.ExternalClientApplication,
          { Name: 'Ada', Username: 'ada@acme.com' },
          app,
        ),
        ExtlClntAppOauthPlcyCnfg: touched(
          eca.ExtlClntAppOauthPlcyCnfg,
          { Name: 'Bob', Username: 'bob@acme.com' },
          policy,
        ),
      });
      return facts.app.state === 'known' ? [facts.app.value?.changedAt, facts.app.value?.changedBy] : facts.app;
    };
    expect(await changedBy('2026-11-01', '2026-11-02')).to.deep.equal([
      '2026-11-02T00:00:00.000Z',
      'Bob (bob@acme.com)',
    ]);
    expect(await changedBy('2026-11-03', '2026-11-02')).to.deep.equal([
      '2026-11-03T00:00:00.000Z',
      'Ada (ada@acme.com)',
    ]);
    // Who touched the app before did not touch its policies.
    const { facts } = await ask({
      ...eca,
      ExternalClientApplication: [
        { ...(eca.ExternalClientApplication as readonly object[])[0], LastModifiedBy: { Name: 'Ada' } },
      ],
    });
    expect(facts.app).to.have.property('value').that.does.not.have.property('changedBy');
  });

  it('is called by the name of its menu item, and never looked up where only Salesforce itself is to look', async () => {
    const menu = { Id: '0DS000000000001AAA', Name: 'Sync_By_Menu', ApplicationId: appId.slice(0, 15) };
    const { facts, port } = await ask({ AppMenuItem: [menu] }, 'sync_by_menu');
    expect(facts.app).to.have.nested.property('value.developerName', 'Sync_By_Menu');
    expect(JSON.stringify(port.waves)).to.not.match(/tooling[^"]+ConnectedApplication/u);
  });

  it('may be any app whose developer name was not read, where what was given may be one', async () => {
    for (const AppMenuItem of [[], invalidType]) {
      expect((await ask({ AppMenuItem }, 'Other')).facts.app).to.include({ state: 'unknown' });
      expect((await ask({ AppMenuItem }, 'Other App')).facts.app).to.include({ state: 'known', value: undefined });
    }
  });

  it('is found by its consumer key, and still all is asked in three waves', async () => {
    for (const called of [{ app: key }, { consumerKey: key }]) {
      const { facts, roundTrips } = await asking({}, called);
      expect(facts.app).to.have.nested.property('value.id', appId);
      expect(facts.appAccess.state).to.equal('known');
      expect(facts.grants.state).to.equal('known');
      expect(facts.changes.state).to.equal('known');
      expect(roundTrips).to.equal(3);
    }
  });

  it('is found by the consumer key of an external client app', async () => {
    const { facts } = await ask(eca, key);
    expect(facts.app).to.have.nested.property('value.id', ecaId);
  });

  it('is ambiguous where a connected app and an external client app are called so', async () => {
    const book = { ...eca, ConnectedApplication: acme.ConnectedApplication! };
    const trouble = await troubleOf(ask(book));
    expect(trouble.key).to.equal('app-ambiguous');
    expect(trouble.values).to.deep.equal({
      app: 'Marketing Sync',
      matches: `connected-app "Marketing Sync" (${appId}), external-client-app "Marketing Sync" (${ecaId})`,
    });
    const { facts } = await ask(book, ecaId);
    expect(facts.app).to.have.nested.property('value.kind', 'external-client-app');
    const learnt = await asking(book, { app: 'Marketing Sync', learnt: ['app'] });
    expect(learnt.facts.app).to.deep.include({ state: 'unknown', reason: 'not-asked', cure: '--app' });
    expect(learnt.facts.user.state).to.equal('known');
  });

  it('is known to be absent only to a session that sees all apps', async () => {
    expect((await ask({}, 'Other')).facts.app).to.deep.include({ state: 'known', value: undefined });
    const noViewer = {
      UserPermissionAccess: rightsBut(
        'ExternalClientAppViewer',
        'ExternalClientAppAdmin',
        'ExternalClientAppDeveloper',
      ),
    };
    for (const page of [[], invalidType]) {
      const { facts } = await ask({ ...noViewer, ExternalClientApplication: page }, 'Other');
      expect(facts.app).to.deep.include({ state: 'denied', permission: permissionLabels.ExternalClientAppViewer });
    }
    const { facts } = await ask({ ...noViewer, ExternalClientApplication: [] });
    expect(facts.app).to.have.nested.property('value.id', appId);
  });

  it('is known to be absent where external client apps are older than the API, not where their list is refused', async () => {
    const { facts } = await ask({ ExternalClientApplication: invalidType }, 'Other');
    expect(facts.app).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
    const old = await asking({}, { app: 'Other' }, '58.0');
    expect(old.facts.app).to.deep.include({ state: 'known', value: undefined });
    expect(JSON.stringify(old.port.waves)).not.to.contain('ExternalClientApplication');
  });

  it('is not known where the list of connected apps, which every org has, is refused as if there were none', async () => {
    const { facts } = await ask({ ConnectedApplication: invalidType }, 'Other');
    expect(facts.app).to.deep.include({ state: 'unknown', reason: 'not-in-this-org' });
  });

  it('is not known where a key could not be compared with every app', async () => {
    const { facts } = await ask({ ConnectedApp: [] }, '3MVG9unknown');
    expect(facts.app).to.deep.include({ state: 'unknown', reason: 'depends-on-unknown' });
    const blind = await ask(
      { ConnectedApp: noMetadata, UserPermissionAccess: rightsBut('ModifyMetadata', 'ModifyAllData') },
      '3MVG9unknown',
    );
    expect(blind.facts.app).to.deep.include({ state: 'denied', permission: permissionLabels.ModifyMetadata });
    expect((await ask({ ConnectedApp: [] }, 'Mistyped_Name')).facts.app).to.deep.include({
      state: 'known',
      value: undefined,
    });
    expect((await ask({}, '3MVG9unknown')).facts.app).to.deep.include({ state: 'known', value: undefined });
  });
});

describe('an external client app', () => {
  it('is an equal citizen', async () => {
    const { facts, roundTrips } = await ask(eca);
    expect(facts.app)
      .to.have.property('value')
      .deep.equal({
        kind: 'external-client-app',
        id: ecaId,
        name: 'Marketing Sync',
        developerName: 'Marketing_Sync',
        distribution: 'Local',
        permittedUsers: 'admin-approved',
        createdAt: '2025-01-01T00:00:00.000Z',
        changedAt: '2026-11-01T00:00:00.000Z',
        refreshTokenPolicy: { kind: 'inactivity', period: 90, unit: 'days' },
        clientCredentials: { enabled: true, runAs: 'runas@acme.com' },
        requiresHighAssurance: true,
        handler: { apexClass: '01p000000000001AAA' },
      });
    expect(facts.ipRelaxation).to.have.property('value', 'enforce-relax-refresh');
    expect(facts.appOauth)
      .to.have.property('value')
      .deep.equal({
        consumerKey: key,
        scopes: ['api', 'refreshtoken'],
        callbackUrls: ['https://app.example.com/callback'],
        clientCredentialsEnabled: true,
        pkceRequired: true,
        secretOptional: false,
      });
    expect(roundTrips).to.equal(3);
    expect(JSON.stringify(facts)).not.to.contain('CANARY');
  });

  it('finds its tokens by its id, whatever they call it, and by its name where no menu item leads anywhere', async () => {
    const token = { AppName: 'An older label', CreatedDate: '2026-10-01T00:00:00.000+0000' };
    const leads = `AppMenuItem.ApplicationId = '${ecaId}'`;
    const { facts, port } = await ask({ ...eca, OauthToken: (soql) => (soql.includes(leads) ? [token] : []) });
    expect(facts.grants).to.have.nested.property('value[0].appName', 'An older label');
    expect(facts.appTokens).to.have.nested.property('value.total', 1);
    const asks = port.waves
      .flat()
      .filter((request) => soqlOf(request).object === 'OauthToken' && !soqlOf(request).soql.includes('GROUP BY'));
    expect(asks).to.have.length(5);
    for (const request of asks)
      expect(soqlOf(request).soql).to.include("OR (AppMenuItem.ApplicationId = null AND AppName = 'Marketing Sync'))");
  });

  it('may have grants that OauthToken does not show', async () => {
    expect((await ask(eca)).facts.grants).to.deep.include({ state: 'known' });
    expect((await ask({ ...eca, OauthToken: [] })).facts.grants).to.deep.include({
      state: 'unknown',
      reason: 'not-in-this-org',
    });
  });

  it('is denied where its policies are', async () => {
    const { facts } = await ask({
      ...eca,
      ExtlClntAppOauthPlcyCnfg: invalidType,
      UserPermissionAccess: rightsBut(
        'ExternalClientAppViewer',
        'ExternalClientAppAdmin',
        'ExternalClientAppDeveloper',
      ),
    });
    expect(facts.app).to.deep.include({ state: 'denied', permission: permissionLabels.ExternalClientAppViewer });
    expect(facts.ipRelaxation).to.deep.include({
      state: 'denied',
      permission: permissionLabels.ExternalClientAppViewer,
    });
  });

  it('keeps its global settings from a session that may not see consumer secrets', async () => {
    const nothing = { ...eca, ExtlClntAppGlobalOauthSettings: [] };
    const { facts } = await ask({ ...nothing, UserPermissionAccess: rightsBut('ViewClientSecret') });
    expect(facts.appOauth).to.deep.include({ state: 'denied', permission: permissionLabels.ViewClientSecret });
    expect((await ask(nothing)).facts.appOauth).to.deep.include({ state: 'unknown', reason: 'depends-on-unknown' });
  });

  it('names the switch of the org that keeps its global settings, where the session holds every right', async () => {
    const withSwitch = (on: string, globals: Book['x']) => ({
      ...eca,
      ExtlClntAppGlobalOauthSettings: globals,
      ExternalClientAppSettings: [{ fullName: 'ExternalClientApp', enableConsumerSecretApiAccess: on }],
    });
    for (const globals of [[], noMetadata]) {
      const { facts, roundTrips } = await ask(withSwitch('false', globals));
      expect(facts.appOauth).to.have.property('state', 'denied');
      expect(facts.appOauth)
        .to.have.property('permission')
        .that.matches(/^Allow Access to OAuth Consumer Secrets/u);
      expect(roundTrips).to.equal(3);
      const blind = { ...withSwitch('false', globals), UserPermissionAccess: rightsBut('ViewClientSecret') };
      expect((await ask(blind)).facts.appOauth).to.have.property('permission', permissionLabels.ViewClientSecret);
      expect((await ask(withSwitch('true', globals))).facts.appOauth.state).to.not.equal('known');
    }
    const { facts, port } = await ask(withSwitch('false', eca.ExtlClntAppGlobalOauthSettings ?? []));
    expect(facts.appOauth.state).to.equal('known');
    expect(JSON.stringify(port.waves)).to.not.contain('ExternalClientAppSettings');
  });
});

describe('a certificate that cannot be read', () => {
  it('does not pass for none at all', async () => {
    const [app] = acme.ConnectedApp as Array<{ oauthConfig: object }>;
    const { facts } = await ask({
      ConnectedApp: [{ ...app, oauthConfig: { ...app?.oauthConfig, certificate: 'REDACTED' } }],
    });
    expect(facts.appOauth).to.deep.include({ state: 'unknown', reason: 'depends-on-unknown' });
  });
});
