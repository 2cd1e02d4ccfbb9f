import { expect } from 'chai';
import { privateKeyFor, selfSigned } from '../../../simulator/index.ts';
import { noon } from '../data/support.ts';
import { componentXml, manifestXml } from './project.ts';
import { deployOne, deployTo, openDesk } from './support.ts';
import type { Desk, Outcome } from './support.ts';

describe('simulator: deployed settings and certificates', () => {
  let desk: Desk;
  let actions: () => string[];
  beforeEach(async () => {
    desk = await openDesk();
    const before = desk.org.auditRows.length;
    actions = () => desk.org.auditRows.slice(before).map(({ action }) => action);
  });
  afterEach(() => desk.close());

  const settings = (member: string, body: string): Promise<Outcome> =>
    deployOne(desk, [`settings/${member}.settings`, `${member}Settings`, body]);

  it('security: ranges, passwords, sessions; what the file leaves out stays', async () => {
    desk.org.settings.trustedIpRanges = [{ start: '10.0.0.1', end: '10.0.0.2' }];
    const { problems } = await settings(
      'Security',
      '<networkAccess><ipRanges><end>10.0.1.2</end><start>10.0.1.1</start></ipRanges></networkAccess>' +
        '<passwordPolicies><expiration>Never</expiration><lockoutInterval>Forever</lockoutInterval><maxLoginAttempts>ThreeAttempts</maxLoginAttempts></passwordPolicies>' +
        '<sessionSettings><enforceIpRangesEveryRequest>true</enforceIpRangesEveryRequest><lockSessionsToIp>true</lockSessionsToIp><sessionTimeout>FifteenMinutes</sessionTimeout></sessionSettings>',
    );
    expect(problems).to.deep.equal([]);
    const { settings: now } = desk.org;
    expect(now).to.deep.include({
      trustedIpRanges: [{ start: '10.0.1.1', end: '10.0.1.2' }],
      lockoutInterval: 'forever',
      maxLoginAttempts: 3,
      enforceIpRangesEveryRequest: true,
      lockSessionsToIp: true,
      sessionMinutes: 15,
    });
    expect(now.passwordExpiresAfterDays).to.equal(undefined);
    expect(actions()).to.deep.equal(['deleteIpWhiteList', 'passwordexpiry', 'passwordlockout', 'passwordmaxinvalid']);
    await settings('Security', '<networkAccess/>');
    expect(now.trustedIpRanges).to.deep.equal([]);
    await settings('Security', '<enableAdminLoginAsAnyUser>false</enableAdminLoginAsAnyUser>');
    expect(now.sessionMinutes).to.equal(15);
  });

  it('security: what no login asks for is kept, and read back by both APIs', async () => {
    await settings('Security', '<passwordPolicies><complexity>UpperLowerCase</complexity></passwordPolicies>');
    const read = '<readMetadata><type>SecuritySettings</type><fullNames>Security</fullNames></readMetadata>';
    expect((await desk.soap(read)).text).to.include('<complexity>UpperLowerCase</complexity>');
    const { records } = await desk.tooling('SELECT Metadata FROM SecuritySettings');
    expect(records[0]).to.have.nested.property('Metadata.passwordPolicies.complexity', 'UpperLowerCase');
  });

  it('security: refuses a word that is none, and what it does not simulate', async () => {
    const problem = async (body: string): Promise<string> => (await settings('Security', body)).problems[0] ?? '';
    expect(await problem('<passwordPolicies><expiration>Soon</expiration></passwordPolicies>')).to.include(
      "'Soon' is not",
    );
    const single =
      '<singleSignOnSettings><isLoginWithSalesforceCredentialsDisabled>true</isLoginWithSalesforceCredentialsDisabled></singleSignOnSettings>';
    expect(await problem(single)).to.include('isLoginWithSalesforceCredentialsDisabled is not simulated');
  });

  it('the flows that OAuth settings block', async () => {
    await settings(
      'OauthOidc',
      '<blockOAuthUnPwFlow>true</blockOAuthUnPwFlow><blockOAuthUsrAgtFlow>false</blockOAuthUsrAgtFlow><isPkceRequired>true</isPkceRequired>',
    );
    expect(desk.org.settings).to.include({
      passwordFlowBlocked: true,
      userAgentFlowBlocked: false,
      pkceRequired: true,
    });
  });

  it('API Access Control, where the org has it', async () => {
    const body = '<enableAdminApprovedAppsOnly>true</enableAdminApprovedAppsOnly>';
    expect((await settings('ConnectedApp', body)).problems[0]).to.include('is not enabled for this org');
    desk.org.settings.apiAccessControl = false;
    // Else it shuts out whoever switches it on.
    desk.org.profiles[0]!.permissions.add('UseAnyApiClient');
    await settings('ConnectedApp', body);
    expect(desk.org.settings.apiAccessControl).to.equal(true);
    expect(actions()).to.deep.equal(['adminApprovedAppsOnlyOffOn']);
  });

  it('My Domain', async () => {
    await settings(
      'MyDomain',
      '<canOnlyLoginWithMyDomainUrl>true</canOnlyLoginWithMyDomainUrl><doesApiLoginRequireOrgDomain>true</doesApiLoginRequireOrgDomain>',
    );
    expect(desk.org.settings).to.include({ onlyLoginWithMyDomain: true, apiLoginRequiresMyDomain: true });
    expect(actions()).to.deep.equal(['enableAPILoginRequiresOrgDomain', 'enableRequireLoginFromOrgDomain']);
    await settings(
      'MyDomain',
      '<canOnlyLoginWithMyDomainUrl>false</canOnlyLoginWithMyDomainUrl><doesApiLoginRequireOrgDomain>false</doesApiLoginRequireOrgDomain>',
    );
    expect(actions().slice(2)).to.deep.equal(['disableAPILoginRequiresOrgDomain', 'disableRequireLoginFromOrgDomain']);
    expect((await settings('MyDomain', '<myDomainName>other</myDomainName>')).problems[0]).to.include('not simulated');
  });

  const upload = (days: number, more: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
    deployTo(desk, {
      files: {
        'certs/Old.crt': selfSigned({
          privateKey: privateKeyFor('Old'),
          commonName: 'Old',
          from: noon,
          to: noon + days * 86_400_000,
        }),
        'certs/Old.crt-meta.xml': componentXml(
          'Certificate',
          '<caSigned>false</caSigned><masterLabel>Old</masterLabel>',
        ),
        ...more,
      },
      members: { Certificate: ['Old'] },
    });

  it('a certificate is uploaded, replaced and deleted', async () => {
    expect((await upload(10)).done).to.deep.equal(['created Certificate Old']);
    expect(desk.org.certificates[0]).to.include({ label: 'Old', expiresAt: noon + 10 * 86_400_000, keySize: 2048 });
    expect((await upload(20)).done).to.deep.equal(['changed Certificate Old']);
    expect(desk.org.certificates).to.have.length(1);
    expect(actions()).to.deep.equal(['insertCertificate', 'uploadCertificateChain']);
    await deployTo(desk, { files: { 'destructiveChanges.xml': manifestXml({ Certificate: ['Old'] }) } });
    expect(desk.org.certificates).to.deep.equal([]);
  });

  it('a certificate that cannot be read, or has no label, is not taken', async () => {
    expect((await upload(10, { 'certs/Old.crt': 'none' })).problems[0]).to.include('cannot be read');
    const nameless = componentXml('Certificate', '<caSigned>false</caSigned>');
    expect((await upload(10, { 'certs/Old.crt-meta.xml': nameless })).problems[0]).to.include('missing: masterLabel');
  });
});
