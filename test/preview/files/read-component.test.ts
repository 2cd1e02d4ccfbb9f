import { expect } from 'chai';
import { privateKeyFor, selfSigned } from '../../../simulator/state/certificate.ts';
import { permissionsThatCount } from '../../../src/model/index.ts';
import { parseXml } from '../../../src/preview/files/element.ts';
import { deletionOf } from '../../../src/preview/files/deletion.ts';
import { brief, read, unnamed } from './support.ts';

describe('What a metadata file sets', () => {
  it('reads a connected app, each element at its place', () => {
    const edits = read(
      'ConnectedApp',
      `<oauthConfig>
  <isAdminApproved>true</isAdminApproved>
  <scopes>Api</scopes>
  <scopes>RefreshToken</scopes><isPkceRequired>true</isPkceRequired>
</oauthConfig>
<oauthPolicy><ipRelaxation>ENFORCE_RELAXREFRESH</ipRelaxation>
  <refreshTokenPolicy>specific_inactivity:7:DAYS</refreshTokenPolicy></oauthPolicy>
<sessionPolicy><sessionLevel>HIGH_ASSURANCE</sessionLevel></sessionPolicy>
<plugin>Handler</plugin>`,
    );
    expect(brief(edits)).to.have.members([
      '4:3 oauthConfig.isAdminApproved permitted-users "admin-approved"',
      '5:3 oauthConfig.scopes scopes ["api","refreshtoken"]',
      '6:32 oauthConfig.isPkceRequired app-switch true',
      '8:14 oauthPolicy.ipRelaxation ip-relaxation "enforce-relax-refresh"',
      '9:3 oauthPolicy.refreshTokenPolicy refresh-token-policy {"kind":"inactivity","period":7,"unit":"days"}',
      '10:16 sessionPolicy.sessionLevel high-assurance true',
      '11:1 plugin untold app-handler',
    ]);
  });

  it('reads the certificate of an app, and says where it cannot', () => {
    const [from, to] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
    const certificate = selfSigned({ privateKey: privateKeyFor('sync'), commonName: 'sync', from, to });
    const bare = certificate.replaceAll(/-----[A-Z ]+-----|\s/gu, '');
    const config = (text: string): string => `<oauthConfig><certificate>${text}</certificate></oauthConfig>`;
    const [edit] = read('ConnectedApp', config(bare));
    expect(edit?.setting).to.have.property('set', 'certificate');
    expect(edit?.setting).to.have.nested.property('value.keyType', 'rsa');
    expect(brief(read('ConnectedApp', config('MIIrubbish')))).to.include.members([
      '3:14 oauthConfig.certificate untold certificate-unreadable',
    ]);
  });

  it('does not trust that a deployment assigns whom a connected app names', () => {
    const edits = read(
      'ConnectedApp',
      '<permissionSetName>Access</permissionSetName>\n<profileName>Sales</profileName>',
    );
    const carriers = { set: 'app-carriers', app: 'Sync', profiles: ['Sales'], sets: ['Access'] };
    expect(edits.map(({ setting }) => setting)).to.deep.include(carriers);
  });

  it('takes both words of XML Schema for a checkbox, and no other', () => {
    const approved = (text: string): readonly unknown[] =>
      read('ConnectedApp', `<oauthConfig><isAdminApproved>${text}</isAdminApproved></oauthConfig>`)
        .filter(({ setting }) => setting.set === 'permitted-users')
        .map(({ setting }) => 'value' in setting && setting.value);
    expect(['true', '1', 'FALSE', '0', 'yes'].map(approved)).to.deep.equal([
      ['admin-approved'],
      ['admin-approved'],
      ['self-authorized'],
      ['self-authorized'],
      [],
    ]);
  });

  it('knows the levels of a session, and no other word for them', () => {
    const level = (text: string): readonly unknown[] =>
      read('ExtlClntAppOauthConfigurablePolicies', `<requiredSessionLevel>${text}</requiredSessionLevel>`).map(
        ({ setting }) => (setting.set === 'high-assurance' ? setting.value : setting.set),
      );
    expect(['HIGH_ASSURANCE', 'STANDARD', 'LOW', 'high'].map(level)).to.deep.equal([
      [true],
      [false],
      [false],
      ['untold'],
    ]);
  });

  it('does not know what a secret in a file does to clients that have one', () => {
    const whys = (type: string, inside: string): readonly unknown[] =>
      read(type, inside).flatMap(({ setting }) =>
        setting.set === 'untold' && !setting.why.endsWith('-absent') ? [setting.why] : [],
      );
    const inside =
      '<consumerSecret>x</consumerSecret><isSecretRequiredForTokenExchange>true</isSecretRequiredForTokenExchange>';
    const both = ['consumer-secret', 'secret-for-exchange'];
    expect(whys('ConnectedApp', `<oauthConfig>${inside}</oauthConfig>`)).to.deep.equal(both);
    expect(whys('ExtlClntAppGlobalOauthSettings', inside)).to.deep.equal(both);
    expect(whys('ExtlClntAppGlobalOauthSettings', inside.replaceAll(/>(?:x|true)</gu, '><'))).to.deep.equal([]);
  });

  it('does not know what becomes of an app whose file has no OAuth settings', () => {
    expect(read('ConnectedApp', '<label>Sync</label>').map(({ setting }) => setting)).to.deep.equal([
      { set: 'untold', about: { of: 'app', app: 'Sync' }, why: 'oauth-absent' },
    ]);
  });

  it('says what of a connected app is not named, and stands where it would stand', () => {
    expect(
      brief(unnamed('ConnectedApp', '<oauthConfig>\n<callbackUrl>https://a</callbackUrl></oauthConfig>')),
    ).to.deep.equal([
      '3:1 oauthConfig.isAdminApproved permitted-users "self-authorized"',
      '3:1 oauthConfig.scopes scopes []',
      '3:1 oauthConfig.certificate certificate undefined',
      '3:1 oauthConfig.isClientCredentialEnabled client-credentials false',
      '3:1 oauthConfig.oauthClientCredentialUser run-as ""',
      '3:1 oauthConfig.isDeviceFlowEnabled app-switch false',
      '3:1 oauthConfig.isTokenExchangeEnabled app-switch false',
      '3:1 oauthConfig.isSecretRequiredForRefreshToken app-switch true',
      '3:1 oauthConfig.isConsumerSecretOptional app-switch false',
      '2:1 oauthPolicy.ipRelaxation ip-relaxation "enforce"',
      '2:1 permissionSetName app-carriers',
    ]);
    const named = `<oauthConfig><isAdminApproved>false</isAdminApproved><scopes>Api</scopes><certificate/></oauthConfig>
<oauthPolicy><ipRelaxation>BYPASS</ipRelaxation></oauthPolicy><profileName>Sales</profileName>`;
    const left = unnamed('ConnectedApp', named).map(({ element }) => element);
    expect(left).to.include('oauthConfig.certificate').and.to.have.length(7);
  });

  it('says what of each part of an external client app is not named', () => {
    const left = (type: string, inside: string): readonly string[] =>
      unnamed(type, `<externalClientApplication>Eca</externalClientApplication>${inside}`).map(
        ({ element }) => element,
      );
    expect(left('ExtlClntAppOauthSettings', '')).to.deep.equal(['commaSeparatedOauthScopes']);
    expect(left('ExtlClntAppGlobalOauthSettings', '<isDeviceFlowEnabled>true</isDeviceFlowEnabled>')).to.deep.equal([
      'certificate',
      'isClientCredentialsFlowEnabled',
      'isTokenExchangeEnabled',
      'isSecretRequiredForRefreshToken',
      'isConsumerSecretOptional',
    ]);
    expect(left('ExtlClntAppConfigurablePolicies', '<isEnabled>true</isEnabled>')).to.deep.equal([
      'isOauthPluginEnabled',
    ]);
    expect(left('ExtlClntAppOauthConfigurablePolicies', '')).to.have.members([
      'commaSeparatedPermissionSet',
      'permittedUsersPolicyType',
      'ipRelaxationPolicyType',
      'isClientCredentialsFlowEnabled',
      'clientCredentialsFlowUser',
    ]);
    const [scopes] = unnamed('ExtlClntAppOauthSettings', '<externalClientApplication>Eca</externalClientApplication>');
    expect(scopes?.setting).to.have.property('app', 'Eca');
  });

  it('reads the parts of an external client app, by the app that they name', () => {
    const of = '<externalClientApplication>Eca</externalClientApplication>';
    const policies = `${of}
<permittedUsersPolicyType>AdminApprovedPreAuthorized</permittedUsersPolicyType>
<ipRelaxationPolicyType>Bypass_2factor</ipRelaxationPolicyType>
<refreshTokenPolicyType>SpecificLifetime</refreshTokenPolicyType><refreshTokenValidityPeriod>30</refreshTokenValidityPeriod><refreshTokenValidityUnit>Days</refreshTokenValidityUnit>
<isClientCredentialsFlowEnabled>false</isClientCredentialsFlowEnabled>`;
    const edits = read('ExtlClntAppOauthConfigurablePolicies', policies);
    expect(edits.every(({ setting }) => 'app' in setting && setting.app === 'Eca')).to.equal(true);
    expect(brief(edits)).to.deep.equal([
      '4:1 permittedUsersPolicyType permitted-users "admin-approved"',
      '5:1 ipRelaxationPolicyType ip-relaxation "bypass-2factor"',
      '6:1 refreshTokenPolicyType refresh-token-policy {"kind":"lifetime","period":30,"unit":"days"}',
      '7:1 isClientCredentialsFlowEnabled client-credentials false',
    ]);
    expect(
      brief(
        read(
          'ExtlClntAppOauthSettings',
          `${of}<commaSeparatedOauthScopes>Api, RefreshToken</commaSeparatedOauthScopes>`,
        ),
      ),
    ).to.deep.equal(['3:59 commaSeparatedOauthScopes scopes ["api","refreshtoken"]']);
    const off = `${of}\n<isEnabled>true</isEnabled>\n<isOauthPluginEnabled>false</isOauthPluginEnabled>`;
    expect(brief(read('ExtlClntAppConfigurablePolicies', off))).to.deep.equal([
      '4:1 isEnabled app-enabled true',
      '5:1 isOauthPluginEnabled app-oauth-enabled false',
    ]);
    const globals = `${of}\n<isDeviceFlowEnabled>false</isDeviceFlowEnabled>\n<shouldRotateConsumerKey>true</shouldRotateConsumerKey>`;
    expect(brief(read('ExtlClntAppGlobalOauthSettings', globals))).to.deep.equal([
      '4:1 isDeviceFlowEnabled app-switch false',
      '5:1 shouldRotateConsumerKey untold key-rotation',
    ]);
  });

  it('takes the ranges of a profile for all of them, and none for none of its business', () => {
    const range =
      '<loginIpRanges><endAddress>10.0.0.9</endAddress><startAddress>10.0.0.1</startAddress></loginIpRanges>';
    expect(brief(read('Profile', range))).to.deep.equal([
      '3:1 loginIpRanges login-ranges [{"start":"10.0.0.1","end":"10.0.0.9"}]',
    ]);
    expect(read('Profile', '<custom>true</custom>')).to.deep.equal([]);
  });

  it('reads hours, and an empty element as none', () => {
    expect(
      brief(read('Profile', '<loginHours><mondayEnd>1020</mondayEnd><mondayStart>540</mondayStart></loginHours>')),
    ).to.deep.equal(['3:1 loginHours login-hours {"monday":{"start":540,"end":1020}}']);
    expect(brief(read('Profile', '<loginHours></loginHours>'))).to.deep.equal(['3:1 loginHours login-hours {}']);
  });

  const grant = (name: string, on: boolean): string =>
    `<userPermissions>\n<enabled>${String(on)}</enabled>\n<name>${name}</name>\n</userPermissions>`;

  it('changes the permissions that a profile names, and all that a permission set could name', () => {
    expect(brief(read('Profile', grant('ApiEnabled', false) + grant('ViewSetup', true)))).to.deep.equal([
      '3:1 userPermissions.ApiEnabled permission false',
    ]);
    const edits = brief(read('PermissionSet', grant('ApiEnabled', true)));
    expect(edits).to.include('3:1 userPermissions.ApiEnabled permission true');
    expect(edits).to.include('2:1 userPermissions.TwoFactorApi permission false');
    expect(edits).to.have.length(permissionsThatCount.length);
  });

  it('leaves what a permission set does not name where it is deployed by an API of old', () => {
    const named = grant('ApiEnabled', true);
    expect(brief(read('PermissionSet', named, { version: 39 }))).to.deep.equal([
      '3:1 userPermissions.ApiEnabled permission true',
    ]);
    expect(read('PermissionSet', named, { version: 40 })).to.have.length(permissionsThatCount.length);
  });

  it('counts what is muted, and what is muted no more and can refuse somebody', () => {
    const muted = (...names: readonly string[]): readonly string[] =>
      brief(read('MutingPermissionSet', names.map((name) => grant(name, true)).join('')));
    expect(muted('ApiEnabled')).to.deep.equal([
      '3:1 userPermissions.ApiEnabled untold muting',
      '2:1 userPermissions untold muting',
    ]);
    expect(muted()).to.deep.equal(['2:1 userPermissions untold muting']);
    expect(muted('TwoFactorApi', 'ApiUserOnly', 'IsSsoEnabled')).to.not.include('2:1 userPermissions untold muting');
    const [again] = read('MutingPermissionSet', '');
    expect(again?.setting).to.have.deep.property('flows', ['password', 'soap-login', 'web', 'device']);
  });

  it('says of a second factor in a browser that nobody can tell it of whoever logs in there on the way', () => {
    const [edit] = read('Profile', grant('ForceTwoFactor', true));
    expect(edit?.setting).to.deep.include({ why: 'second-factor', flows: ['web', 'device'] });
    expect(read('Profile', grant('ForceTwoFactor', false))).to.deep.equal([]);
    expect(brief(read('PermissionSet', grant('ForceTwoFactor', true)))).to.include(
      '3:1 userPermissions.ForceTwoFactor untold second-factor',
    );
  });

  it('reads what shuts logins beside apps and users', () => {
    const policy = (event: string, on: string): readonly string[] =>
      brief(read('TransactionSecurityPolicy', `<active>${on}</active>\n<eventName>${event}</eventName>`));
    expect(policy('LoginEvent', 'true')).to.deep.equal(['3:1 active untold transaction-policy']);
    expect(policy('ReportEvent', 'true')).to.deep.equal([]);
    expect(policy('LoginEvent', 'false')).to.deep.equal([]);
    expect(brief(read('SamlSsoConfig', '<name>Okta</name>'))).to.deep.equal([
      '2:1 SamlSsoConfig untold single-sign-on',
    ]);
    expect(brief(read('AuthProvider', '<name>Okta</name>'))).to.deep.equal(['2:1 AuthProvider untold single-sign-on']);
  });

  it('says of groups and activation that nobody can tell', () => {
    expect(brief(read('PermissionSetGroup', '<permissionSets>A</permissionSets>'))).to.deep.equal([
      '2:1 permissionSets group-members',
    ]);
    expect(brief(read('PermissionSet', '<hasActivationRequired>true</hasActivationRequired>'))).to.include(
      '3:1 hasActivationRequired untold activation',
    );
  });

  it('reads the settings of the org', () => {
    const settings = (root: string, inside: string) => brief(read('Settings', inside, { root }));
    expect(settings('OauthOidcSettings', '<blockOAuthUnPwFlow>true</blockOAuthUnPwFlow>')).to.deep.equal([
      '3:1 blockOAuthUnPwFlow password-flow-blocked true',
    ]);
    expect(
      settings('ConnectedAppSettings', '<enableAdminApprovedAppsOnly>true</enableAdminApprovedAppsOnly>'),
    ).to.deep.equal(['3:1 enableAdminApprovedAppsOnly approved-apps-only true']);
    expect(
      settings(
        'MyDomainSettings',
        '<doesApiLoginRequireOrgDomain>true</doesApiLoginRequireOrgDomain>\n<myDomainName>acme</myDomainName>',
      ),
    ).to.deep.equal([
      '3:1 doesApiLoginRequireOrgDomain api-login-by-my-domain true',
      '4:1 myDomainName my-domain-name "acme"',
    ]);
    expect(
      settings(
        'SecuritySettings',
        '<networkAccess><ipRanges><end>10.0.0.9</end><start>10.0.0.1</start></ipRanges></networkAccess>\n<sessionSettings><lockSessionsToIp>true</lockSessionsToIp></sessionSettings>',
      ),
    ).to.deep.equal([
      '3:1 networkAccess.ipRanges trusted-ranges [{"start":"10.0.0.1","end":"10.0.0.9"}]',
      '4:18 sessionSettings.lockSessionsToIp untold session-locked',
    ]);
    const sso = (inside: string): readonly string[] =>
      settings('SecuritySettings', `<singleSignOnSettings>${inside}</singleSignOnSettings>`);
    expect(sso('<enableSamlLogin>false</enableSamlLogin>')).to.deep.equal([
      '3:23 singleSignOnSettings.enableSamlLogin untold single-sign-on',
    ]);
    expect(sso('<enableSamlLogin>true</enableSamlLogin>')).to.deep.equal([]);
    expect(sso('<enableForceDelegatedCallout>true</enableForceDelegatedCallout>')).to.have.length(1);
    expect(settings('UserManagementSettings', '<enableNewProfileUI>true</enableNewProfileUI>')).to.deep.equal([]);
  });

  it('names the line of what is no XML', () => {
    expect(parseXml('<Profile>\n<custom>\n</Profile>', 'a.xml')).to.have.nested.property('at.line', 3);
  });

  it('takes an app away, and says of whatever users have that nobody can tell', () => {
    expect(deletionOf('ConnectedApp', 'Sync')).to.deep.equal({ set: 'app-gone', app: 'Sync' });
    expect(deletionOf('PermissionSet', 'Access')).to.have.property('why', 'deletion');
    expect(deletionOf('MutingPermissionSet', 'Mute')).to.have.deep.property('about', { of: 'groups' });
    expect(deletionOf('ExtlClntAppOauthSettings', 'Eca_oauth')).to.have.deep.property('about', { of: 'org' });
    expect(deletionOf('ProfilePasswordPolicy', 'P')).to.have.property('why', 'password-expiry');
    expect(deletionOf('SamlSsoConfig', 'Okta')).to.have.property('why', 'single-sign-on');
    for (const type of ['Certificate', 'TransactionSecurityPolicy', 'ProfileSessionSetting'])
      expect(deletionOf(type, 'Old'), type).to.equal(undefined);
  });
});
