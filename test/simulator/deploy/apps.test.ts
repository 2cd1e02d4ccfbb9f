import { expect } from 'chai';
import { createApp, createPermissionSet, privateKeyFor, selfSigned, userById } from '../../../simulator/index.ts';
import type { App } from '../../../simulator/index.ts';
import { noon } from '../data/support.ts';
import { manifestXml } from './project.ts';
import { deployOne, deployTo, openDesk } from './support.ts';
import type { Desk } from './support.ts';

const file = (body: string) => ['connectedApps/Marketing_Sync.connectedApp', 'ConnectedApp', body] as const;

const oauth = (inside: string): string =>
  `<oauthConfig><callbackUrl>https://acme.example/cb</callbackUrl>${inside}</oauthConfig>`;

const bare = (pem: string): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '');

const certificate = (name: string): string =>
  selfSigned({ privateKey: privateKeyFor(name), commonName: name, from: noon - 1000, to: noon + 86_400_000 });

describe('simulator: a deployed app', () => {
  let desk: Desk;
  let app: App;
  let actions: () => string[];
  beforeEach(async () => {
    desk = await openDesk();
    app = desk.org.apps[0]!;
    const before = desk.org.auditRows.length;
    actions = () => desk.org.auditRows.slice(before).map(({ action }) => action);
  });
  afterEach(() => desk.close());

  it('changes what the file says otherwise, each by the act of an administrator', async () => {
    const admins = desk.org.profiles[0]!;
    const other = certificate('Other');
    const { done, problems } = await deployOne(
      desk,
      file(
        oauth(
          `<certificate>${bare(other)}</certificate><isAdminApproved>false</isAdminApproved>` +
            '<isClientCredentialEnabled>true</isClientCredentialEnabled><isConsumerSecretOptional>true</isConsumerSecretOptional>' +
            '<isDeviceFlowEnabled>true</isDeviceFlowEnabled><isPkceRequired>true</isPkceRequired>' +
            '<isRefreshTokenRotationEnabled>true</isRefreshTokenRotationEnabled>' +
            '<isSecretRequiredForRefreshToken>false</isSecretRequiredForRefreshToken><isTokenExchangeEnabled>true</isTokenExchangeEnabled>' +
            '<oauthClientCredentialUser>integration.marketing@acme.com</oauthClientCredentialUser><scopes>Api</scopes>',
        ) +
          '<label>Renamed</label><description>kept</description>' +
          '<oauthPolicy><ipRelaxation>BYPASS</ipRelaxation><refreshTokenPolicy>specific_inactivity:7:DAYS</refreshTokenPolicy></oauthPolicy>' +
          '<profileName>System Administrator</profileName>' +
          '<sessionPolicy><policyAction>Block</policyAction><sessionLevel>HIGH_ASSURANCE</sessionLevel></sessionPolicy>',
      ),
    );
    expect(problems).to.deep.equal([]);
    expect(done).to.deep.equal(['changed ConnectedApp Marketing_Sync']);
    expect(app).to.deep.include({
      name: 'Renamed',
      callbackUrls: ['https://acme.example/cb'],
      permittedUsers: 'self-authorized',
      clientCredentials: { enabled: true, runAsUserId: desk.integration.id },
      secretOptionalForWeb: true,
      deviceFlow: true,
      pkceRequired: true,
      rotation: true,
      secretRequiredForRefresh: false,
      tokenExchange: true,
      scopes: ['Api'],
      ipRelaxation: 'BYPASS',
      refreshPolicy: { kind: 'inactivity', period: 7, unit: 'DAYS' },
      profileIds: [admins.id],
      requiresHighAssurance: true,
      changedAt: noon,
    });
    expect(bare(app.certificate ?? '')).to.equal(bare(other));
    expect(app.permissionSetIds, 'what the file leaves out stays').to.have.length(1);
    expect(actions()).to.have.members([
      'changeApplicationCallbackUrl',
      'changeApplicationCertificate',
      'changeOauthDefaultScope',
      'changeUserRuntimeAccessPolicy',
      'SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledStandard',
      'changeIpRelaxationPolicy',
      'changeApplicationRefreshTokenRotationEnabled',
      'changeApplicationPkceRequired',
      'changeApplicationSecretRequiredForRefreshToken',
      'changeApplicationOptionalConsumerSecret',
      'changeApplicationClientCredentialEnabled',
      'addOauthClientCredentialUser',
    ]);
    const read = '<readMetadata><type>ConnectedApp</type><fullNames>Marketing_Sync</fullNames></readMetadata>';
    expect((await desk.soap(read)).text).to.include('<description>kept</description>');
  });

  it('gives the permission sets of the file the app, and takes it from the others', async () => {
    const set = createPermissionSet(desk.org, { name: 'Other' });
    await deployOne(desk, file('<permissionSetName>Other</permissionSetName>'));
    expect(app.permissionSetIds).to.deep.equal([set.id]);
    expect(actions()).to.deep.equal([
      'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled',
      'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Enabled',
    ]);
  });

  const refused: Record<string, readonly [body: string, problem: string]> = {
    'a scope of its own, for addresses': [
      '<ipRanges><end>10.0.0.2</end><start>10.0.0.1</start></ipRanges>',
      'ConnectedApp.ipRanges is not simulated',
    ],
    'a plug-in': ['<plugin>Gate</plugin>', 'ConnectedApp.plugin is not simulated'],
    'another consumer key': [oauth('<consumerKey>3MVG9other</consumerKey>'), 'A consumer key other than the app has'],
    'a consumer secret': [oauth('<consumerSecret>x</consumerSecret>'), 'A consumer secret of an app'],
    'an unknown profile': [
      '<profileName>Nobody</profileName>',
      'In field: profileName - no Profile named Nobody found',
    ],
    'an unknown permission set': [
      '<permissionSetName>No</permissionSetName>',
      'In field: permissionSetName - no PermissionSet named No found',
    ],
    'an unknown run-as user': [
      oauth('<oauthClientCredentialUser>no@acme.com</oauthClientCredentialUser>'),
      'In field: oauthClientCredentialUser - no User named no@acme.com found',
    ],
    'a certificate that is none': [oauth('<certificate>AAAA</certificate>'), 'The certificate cannot be read'],
    'an unknown relaxation': [
      '<oauthPolicy><ipRelaxation>SOME</ipRelaxation></oauthPolicy>',
      "'SOME' is not a valid value",
    ],
    'an unknown refresh policy': [
      '<oauthPolicy><refreshTokenPolicy>specific_lifetime:1:WEEKS</refreshTokenPolicy></oauthPolicy>',
      'not a valid refresh token policy',
    ],
    'a session level that only raises': [
      '<sessionPolicy><policyAction>RaiseSessionLevel</policyAction><sessionLevel>HIGH_ASSURANCE</sessionLevel></sessionPolicy>',
      'without the action Block is not simulated',
    ],
  };
  for (const [what, [body, problem]] of Object.entries(refused)) {
    it(`is not taken with ${what}`, async () => {
      const before = JSON.stringify(app);
      const { problems } = await deployOne(desk, file(body));
      expect(problems[0]).to.include(problem);
      expect(JSON.stringify(app)).to.equal(before);
    });
  }

  it('is not taken where another org owns it', async () => {
    app.origin = 'installed';
    const { problems } = await deployOne(desk, file('<label>Mine</label>'));
    expect(problems[0]).to.include('A connected app that another org owns is not simulated');
  });

  const fresh = [
    'connectedApps/Fresh.connectedApp',
    'ConnectedApp',
    '<contactEmail>a@acme.com</contactEmail><label>Fresh</label>',
  ] as const;

  it('is created only where Salesforce has switched that on', async () => {
    expect((await deployOne(desk, fresh)).problems[0]).to.include('cannot be created in this org');
    desk.org.settings.connectedAppCreation = true;
    expect((await deployOne(desk, fresh)).done).to.deep.equal(['created ConnectedApp Fresh']);
    expect(actions()).to.include('insertApplication');
    const taken = oauth(`<consumerKey>${app.consumerKey}</consumerKey>`);
    const twin = ['connectedApps/Twin.connectedApp', 'ConnectedApp', fresh[2] + taken] as const;
    expect((await deployOne(desk, twin)).problems[0]).to.include('The consumer key is already taken');
  });

  it('is deleted', async () => {
    const files = { 'destructiveChanges.xml': manifestXml({ ConnectedApp: ['Marketing_Sync'] }) };
    expect((await deployTo(desk, { files })).done).to.deep.equal(['deleted ConnectedApp Marketing_Sync']);
    expect(app.deleted).to.equal(true);
    expect(actions()).to.deep.equal(['deleteApplication']);
  });

  const link = '<externalClientApplication>Ledger</externalClientApplication>';
  const parts = {
    'externalClientApps/Ledger.eca': [
      'ExternalClientApplication',
      '<label>Ledger</label><distributionState>Local</distributionState>',
    ],
    'extlClntAppOauthSettings/Any.ecaOauth': [
      'ExtlClntAppOauthSettings',
      `${link}<commaSeparatedOauthScopes>Api, SFApiPlatform</commaSeparatedOauthScopes>`,
    ],
    'extlClntAppGlobalOauthSets/Name.ecaGlblOauth': [
      'ExtlClntAppGlobalOauthSettings',
      `${link}<callbackUrl>https://acme.example/cb</callbackUrl><consumerKey>3MVG9ledger</consumerKey>`,
    ],
    'extlClntAppOauthPolicies/Will.ecaOauthPlcy': [
      'ExtlClntAppOauthConfigurablePolicies',
      `${link}<commaSeparatedProfile>Integration</commaSeparatedProfile><ipRelaxationPolicyType>Bypass</ipRelaxationPolicyType>` +
        '<permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType><refreshTokenPolicyType>SpecificLifetime</refreshTokenPolicyType>' +
        '<refreshTokenValidityPeriod>2</refreshTokenValidityPeriod><refreshTokenValidityUnit>Months</refreshTokenValidityUnit>',
    ],
    'extlClntAppPolicies/Do.ecaPlcy': ['ExtlClntAppConfigurablePolicies', `${link}<isEnabled>false</isEnabled>`],
  } as const;
  const members = {
    ExternalClientApplication: ['Ledger'],
    ExtlClntAppOauthSettings: ['Any'],
    ExtlClntAppGlobalOauthSettings: ['Name'],
    ExtlClntAppOauthConfigurablePolicies: ['Will'],
    ExtlClntAppConfigurablePolicies: ['Do'],
  };

  it('of the other kind is created from its parts, whatever they are called', async () => {
    const { problems, done } = await deployTo(desk, { files: parts, members });
    expect(problems).to.deep.equal([]);
    expect(done).to.include('created ExternalClientApplication Ledger');
    const ledger = desk.org.apps.find(({ developerName }) => developerName === 'Ledger')!;
    expect(ledger).to.deep.include({
      kind: 'external-client-app',
      consumerKey: '3MVG9ledger',
      scopes: ['Api', 'SFAP'],
      permittedUsers: 'admin-approved',
      ipRelaxation: 'BYPASS',
      refreshPolicy: { kind: 'lifetime', period: 2, unit: 'MONTHS' },
      profileIds: [userById(desk.org, desk.integration.id).profileId],
      disabled: true,
    });
    const again = await deployTo(desk, { files: parts, members });
    expect(again.done.every((line) => line.startsWith('unchanged'))).to.equal(true);
  });

  const part = (
    body: string,
    type = 'ExtlClntAppOauthConfigurablePolicies',
    path = 'extlClntAppOauthPolicies/Ledger_oauthPlcy.ecaOauthPlcy',
  ) => deployOne(desk, [path, type, body]).then(({ problems }) => problems[0]);

  it('of the other kind is not taken with what is not understood', async () => {
    createApp(desk.org, { name: 'Ledger', kind: 'external-client-app' });
    expect(await part('')).to.include('Required field is missing: externalClientApplication');
    expect(await part('<externalClientApplication>No</externalClientApplication>')).to.include(
      'no ExternalClientApplication named No',
    );
    expect(await part(`${link}<permittedUsersPolicyType>Some</permittedUsersPolicyType>`)).to.include(
      "'Some' is not a valid value",
    );
    expect(await part(`${link}<refreshTokenPolicyType>Some</refreshTokenPolicyType>`)).to.include(
      "'Some' is not a valid value",
    );
    expect(await part(`${link}<refreshTokenPolicyType>SpecificLifetime</refreshTokenPolicyType>`)).to.include(
      'Required field is missing',
    );
    expect(await part(`${link}<commaSeparatedPermissionSet>No</commaSeparatedPermissionSet>`)).to.include(
      'no PermissionSet named No',
    );
    expect(await part(`${link}<commaSeparatedProfile>No</commaSeparatedProfile>`)).to.include('no Profile named No');
    expect(await part(`${link}<apexHandler>X</apexHandler>`)).to.include('apexHandler is not simulated');
    expect(await part(`${link}<requiredSessionLevel>HIGH_ASSURANCE</requiredSessionLevel>`)).to.include(
      'without the policyAction Block',
    );
    expect(
      await part(link, 'ExtlClntAppOauthConfigurablePolicies', 'extlClntAppOauthPolicies/Second.ecaOauthPlcy'),
    ).to.include('an app has one');
    const global = [
      'ExtlClntAppGlobalOauthSettings',
      'extlClntAppGlobalOauthSets/Ledger_glbloauth.ecaGlblOauth',
    ] as const;
    expect(await part(`${link}<consumerKey>3MVG9x</consumerKey>`, ...global)).to.include(
      'A consumer key other than the app has',
    );
    expect(await part('', 'ExternalClientApplication', 'externalClientApps/Nameless.eca')).to.include(
      'Required field is missing: label',
    );
  });

  it('of the other kind is deleted', async () => {
    const ledger = createApp(desk.org, { name: 'Ledger', kind: 'external-client-app' });
    const files = { 'destructiveChanges.xml': manifestXml({ ExternalClientApplication: ['Ledger'] }) };
    expect((await deployTo(desk, { files })).done).to.deep.equal(['deleted ExternalClientApplication Ledger']);
    expect(ledger.deleted).to.equal(true);
  });
});
