import { expect } from 'chai';
import { XMLParser } from 'fast-xml-parser';
import { createApp, createPermissionSet, createPermissionSetGroup } from '../../../simulator/index.ts';
import type { Org } from '../../../simulator/index.ts';
import { componentsOf } from '../../../simulator/data/metadata/components.ts';
import type { Elements, Value } from '../../../simulator/data/metadata/component.ts';
import { metadataTypes } from '../../../simulator/data/schema/metadata.ts';
import type { Element } from '../../../simulator/data/schema/metadata.ts';
import { openDesk } from './support.ts';
import type { Desk } from './support.ts';

type Tree = Record<string, unknown>;

const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  isArray: (name) => name === 'records' || name === 'result',
});

const records = (xml: string): Tree[] => {
  const body = (parser.parse(xml) as Record<string, Record<string, Tree>>)['soapenv:Envelope']!['soapenv:Body']!;
  return (body.readMetadataResponse as { result: Array<{ records: Tree[] }> }).result[0]!.records;
};

const read = (type: string, ...names: string[]): string =>
  `<readMetadata><type>${type}</type>${names.map((name) => `<fullNames>${name}</fullNames>`).join('')}</readMetadata>`;

const fault = (code: string, text: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="http://soap.sforce.com/2006/04/metadata"><soapenv:Body><soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${code}: ${text}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;

/** Elements that the facts do not know, as paths. */
const unknownIn = (value: Elements, known: Record<string, Element>, path: string): string[] =>
  Object.entries(value).flatMap(([name, one]) => {
    const element = known[name];
    if (element === undefined) return [`${path}.${name}`];
    const inner = (Array.isArray(one) ? one : [one]).filter(
      (item): item is Value & Elements => typeof item === 'object' && !Array.isArray(item),
    );
    return inner.flatMap((item) => unknownIn(item, element.fields ?? {}, `${path}.${name}`));
  });

const furnish = (org: Org): void => {
  createApp(org, {
    name: 'Ledger',
    kind: 'external-client-app',
    scopes: ['Api', 'RefreshToken'],
    refreshPolicy: { kind: 'lifetime', period: 365, unit: 'DAYS' },
  });
  createApp(org, {
    name: 'Bought',
    origin: 'installed',
    refreshPolicy: { kind: 'inactivity', period: 30, unit: 'DAYS' },
  });
  const reader = createPermissionSet(org, { name: 'Reader', permissions: new Set(['ViewSetup']) });
  createPermissionSetGroup(org, {
    developerName: 'Readers',
    permissionSetIds: [reader.id],
    mutedPermissions: new Set(['ViewSetup']),
  });
  org.certificates.push({
    id: '0P1Hn0000000001IAA',
    developerName: 'Signing',
    label: 'Signing',
    expiresAt: Date.UTC(2027, 0, 1),
    keySize: 2048,
  });
  org.profiles[0]!.requiredSessionLevel = 'HIGH_ASSURANCE';
  org.profiles[1]!.loginHours = { monday: { start: 480, end: 1080 }, sunday: { start: 0, end: 0 } };
  org.profiles[1]!.loginIpRanges = [{ start: '203.0.113.0', end: '203.0.113.255', description: 'Office & <more>' }];
  org.settings.trustedIpRanges = [{ start: '198.51.100.1', end: '198.51.100.9' }];
  org.settings.apiAccessControl = false;
};

describe('the Metadata API', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    furnish(desk.org);
  });
  afterEach(() => desk.close());

  it('every component is made of elements that the facts know, and every simulated type has one', () => {
    const empty = new Set(['ProfilePasswordPolicy', 'ExtlClntAppOauthSecuritySettings']);
    for (const type of metadataTypes) {
      const components = componentsOf(desk.org, type.name);
      expect(components.length === 0, type.name).to.equal(empty.has(type.name));
      for (const { value } of components) expect(unknownIn(value, type.elements, type.name)).to.deep.equal([]);
    }
  });

  it('one record a name, in order; nil for what is missing and for what another org owns', async () => {
    const { status, text } = await desk.soap(read('ConnectedApp', 'Bought', 'Marketing_Sync', 'Nope'));
    expect(status).to.equal(200);
    const [bought, own, none] = records(text);
    expect([bought!['@xsi:nil'], none!['@xsi:nil']]).to.deep.equal(['true', 'true']);
    expect(own).to.include({ '@xsi:type': 'ConnectedApp', fullName: 'Marketing_Sync', label: 'Marketing Sync' });
    const [first, ...rest] = Object.keys(own!).filter((key) => !key.startsWith('@'));
    expect([first, rest]).to.deep.equal(['fullName', [...rest].sort()]);
  });

  it('listing names what cannot be read, too', async () => {
    const { text } = await desk.soap(
      '<listMetadata><queries><type>ConnectedApp</type></queries><asOfVersion>64.0</asOfVersion></listMetadata>',
    );
    expect([...text.matchAll(/<fullName>(\w+)</g)].map(([, name]) => name)).to.deep.equal(['Marketing_Sync', 'Bought']);
    const none = await desk.soap('<listMetadata><queries><type>ProfilePasswordPolicy</type></queries></listMetadata>');
    expect(none.text).to.include('<soapenv:Body><listMetadataResponse/></soapenv:Body>');
    const settings = await desk.soap('<listMetadata><queries><type>Settings</type></queries></listMetadata>');
    expect(settings.text).to.include('<fullName>OauthOidc</fullName>');
  });

  it('no consumer secret, whatever is read', async () => {
    const profile = desk.org.profiles.find(({ id }) => id === desk.admin.profileId)!;
    profile.permissions.add('ViewClientSecret');
    const secrets = desk.org.apps.map(({ consumerSecret }) => consumerSecret);
    const calls = metadataTypes.map(({ name }) =>
      read(
        name,
        ...componentsOf(desk.org, name)
          .map(({ fullName }) => fullName)
          .slice(0, 10),
      ),
    );
    for (const call of calls) {
      const { text } = await desk.soap(call, '67.0');
      for (const secret of secrets) expect(text).to.not.include(secret);
    }
    expect((await desk.soap(read('ExtlClntAppGlobalOauthSettings', 'Ledger_glbloauth'))).text).to.include(
      '<consumerKey>3MVG9',
    );
  });

  it('elements appear with the API version', async () => {
    const old = records((await desk.soap(read('ConnectedApp', 'Marketing_Sync'), '48.0')).text)[0]!;
    expect(old).to.not.have.any.keys('oauthPolicy', 'sessionPolicy');
    expect(old.oauthConfig)
      .to.include.keys('isAdminApproved')
      .and.not.have.any.keys('isClientCredentialEnabled', 'isPkceRequired');
    const now = records((await desk.soap(read('ConnectedApp', 'Marketing_Sync'))).text)[0]!;
    expect(now.oauthConfig).to.include.keys('isClientCredentialEnabled', 'isPkceRequired');
    expect((await desk.soap(read('OauthOidcSettings', 'OauthOidc'), '50.0')).text).to.equal(
      fault('INVALID_TYPE', 'Cannot use: OauthOidcSettings in this version'),
    );
  });

  it('profiles: minutes as strings, open days absent, ranges', async () => {
    const [profile] = records((await desk.soap(read('Profile', 'Integration'))).text);
    expect(profile!.loginHours).to.deep.equal({
      mondayEnd: '1080',
      mondayStart: '480',
      sundayEnd: '0',
      sundayStart: '0',
    });
    expect(profile!.loginIpRanges).to.deep.equal({
      description: 'Office & <more>',
      endAddress: '203.0.113.255',
      startAddress: '203.0.113.0',
    });
    expect(records((await desk.soap(read('Profile', 'Admin'))).text)[0]).to.not.have.property('loginHours');
  });

  it('settings: words, ranges; API Access Control absent where it was never given', async () => {
    const [security] = records((await desk.soap(read('SecuritySettings', 'Security'))).text);
    expect(security!.passwordPolicies).to.include({
      expiration: 'NinetyDays',
      lockoutInterval: 'FifteenMinutes',
      maxLoginAttempts: 'TenAttempts',
    });
    expect(security!.networkAccess).to.deep.equal({ ipRanges: { end: '198.51.100.9', start: '198.51.100.1' } });
    const access = async (): Promise<string> => (await desk.soap(read('ConnectedAppSettings', 'ConnectedApp'))).text;
    expect(await access()).to.include('<enableAdminApprovedAppsOnly>false<');
    delete desk.org.settings.apiAccessControl;
    expect(await access()).to.not.include('enableAdminApprovedAppsOnly');
  });

  it('refresh policies in the words of both kinds of apps', async () => {
    const [sync] = records((await desk.soap(read('ConnectedApp', 'Marketing_Sync'))).text);
    expect(sync!.oauthPolicy).to.include({ refreshTokenPolicy: 'infinite', ipRelaxation: 'ENFORCE' });
    const [ledger] = records((await desk.soap(read('ExtlClntAppOauthConfigurablePolicies', 'Ledger_oauthPlcy'))).text);
    expect(ledger).to.include({
      refreshTokenPolicyType: 'SpecificLifetime',
      refreshTokenValidityPeriod: '365',
      refreshTokenValidityUnit: 'Days',
    });
  });

  it('faults: session, rights, type, names too many', async () => {
    const text = async (call: string, token?: string): Promise<[number, string]> => {
      const answer = await desk.soap(call, '64.0', token);
      return [answer.status, answer.text];
    };
    expect(await text(read('Profile', 'Admin'), 'dead')).to.deep.equal([
      500,
      fault('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session'),
    ]);
    expect(await text(read('Nope', 'x'))).to.deep.equal([
      500,
      fault('INVALID_TYPE', 'This type of metadata is not available for this organization'),
    ]);
    expect((await text(read('Profile', ...Array.from({ length: 11 }, (_, n) => `p${n}`))))[0]).to.equal(500);
    desk.withhold('ModifyMetadata', 'ModifyAllData');
    expect(await text(read('Profile', 'Admin'))).to.deep.equal([
      500,
      fault(
        'INSUFFICIENT_ACCESS',
        'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
      ),
    ]);
  });

  it('a GET of the SOAP address', async () => {
    const { status, text } = await desk.get('/services/Soap/m/64.0');
    expect(status).to.equal(405);
    expect(text).to.include('<title>Error 405 Only POST allowed</title>');
  });
});
