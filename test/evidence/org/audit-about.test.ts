import { expect } from 'chai';
import { aboutOf, type Cast } from '../../../src/evidence/org/audit-about.ts';

const cast: Cast = {
  user: { username: 'sync@acme.com', name: 'Sync User', id: '005000000000001AAA' },
  app: { name: 'Marketing Sync', id: '0H4000000000001AAA' },
  profileName: 'Integration',
  permissionSets: ['Integration', 'Marketing Sync Access'],
};

const entry = (action: string, display: string, section = 'Manage Users') => ({ action, section, display });

const cases: ReadonlyArray<[ReturnType<typeof aboutOf>, string, string, string?]> = [
  ['user', 'DEACTIVATEDUSER', 'Deactivated user Sync User (UserID: [005000000000001])'],
  [undefined, 'deactivateduser', 'Deactivated user Sync User (UserID: [005000000000002])'],
  ['user', 'frozeuser', 'Froze user account for Sync User'],
  ['user', 'unlockeduser', 'Unlocked user sync@acme.com (UserID: [005000000000001])'],
  ['user', 'changedusername', 'Changed username for 005000000000001 from a@acme.com to sync@acme.com'],
  [undefined, 'frozeuser', 'Froze user account for Sync Userman'],
  ['user', 'PermSetUnassign', 'Permission set X: unassigned from user Sync User (UserID: [005000000000001])'],
  [undefined, 'suOrgAdminLogin', 'Logged in using Login-As access for Sync User'],
  [
    'app',
    'changeIpRelaxationPolicy',
    'Changed connected app Marketing Sync IP relaxation setting from a to b',
    'Application',
  ],
  [
    undefined,
    'changeIpRelaxationPolicy',
    'Changed connected app Sales Sync IP relaxation setting from a to b',
    'Application',
  ],
  ['app', 'insertConnectedAppSessionPolicy', 'Created connected app session policy for app 0H4000000000001 with', 'x'],
  ['other', 'changeApplicationCallbackUrl', 'Changed Connected App Callback URL from a to b', 'Application'],
  [
    'app',
    'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled',
    'Changed permission set P: Marketing Sync connected app is disabled',
  ],
  ['profile', 'loginIpRange', 'Added Login Ip Range to Integration from 1.1.1.1 to 2.2.2.2'],
  [undefined, 'loginIpRange', 'Added Login Ip Range to Sales from 1.1.1.1 to 2.2.2.2'],
  [
    'other',
    'requiredSessionLevelForProfile',
    'Changed profile Admin: Changed RequiredSessionLevel',
    'Session Settings',
  ],
  [
    'permission-set',
    'PermSetDisableUserPerm',
    'Changed permission set Marketing Sync Access: API Enabled permission was changed',
  ],
  [undefined, 'PermSetDisableUserPerm', 'Changed permission set Other: API Enabled permission was changed'],
  ['other', 'PermSetDelete', ''],
  ['other', 'PermissionSetGroupDelete', 'Other'],
  ['org', 'deleteIpWhiteList', 'Deleted Ip AllowList from 1.1.1.1 to 1.1.1.2', 'Security Controls'],
  ['other', 'uploadCertificateChain', 'Uploaded Certificate Chain for Intranet', 'Certificate and Key Management'],
  ['app', 'brandNewAction', 'External client app Marketing Sync was disabled', 'Anything'],
  ['other', 'blockConnectedApplication', 'Blocked Connected App Big Marketing Sync'],
  ['other', 'blockConnectedApplication', 'Blocked Connected App Marketing Sync Pro'],
  ['app', 'insertApplication', 'Created Connected App Marketing Sync'],
  ['app', 'enableOauth', 'Enabled connected Marketing Sync OAuth 2.0 authorization settings'],
  ['app', 'changeUserRuntimeAccessPolicy', 'Changed connected app Marketing Sync Permitted Users setting from a to b'],
  ['app', 'insertConnectedApplication', 'Installed Connected App Marketing Sync to Salesforce'],
  [undefined, 'frozeuser', 'Froze user account for Anna Sync User'],
  [
    'permission-set',
    'PermSetDisableUserPerm',
    'Changed permission set Integration: API Enabled permission was changed',
  ],
  [
    'permission-set',
    'PermissionSetGroupComponentRemoved',
    'Changed permission set group Integration: group member A was removed',
  ],
  [undefined, 'PermSetDisableUserPerm', 'Changed permission set Sales: API Enabled permission was changed'],
  ['other', 'brandNewAction', 'Something about tokens', 'External Client Apps'],
  [undefined, 'newValidation', 'New Accounts validation rule "will_never_fire"', 'Customize Accounts'],
];

describe('what an audit entry is about', () => {
  for (const [about, action, display, section] of cases) {
    it(`${String(about)}: ${action}: ${display}`, () => {
      expect(aboutOf(entry(action, display, section), cast)).to.equal(about);
    });
  }

  it('stays open where the user could not be seen and the entry gives a name only', () => {
    const blind: Cast = {
      ...cast,
      user: { username: 'sync@acme.com' },
      profileName: undefined,
      permissionSets: undefined,
    };
    expect(aboutOf(entry('frozeuser', 'Froze user account for Someone'), blind)).to.equal('other');
    expect(aboutOf(entry('deactivateduser', 'Deactivated user S (UserID: [005000000000002])'), blind)).to.equal(
      undefined,
    );
    expect(aboutOf(entry('loginIpRange', 'Added Login Ip Range to X from a to b'), blind)).to.equal('other');
  });

  it('takes an entry that names no app for one about the app that was changed at that moment', () => {
    const changed: Cast = { ...cast, app: { ...cast.app!, changedAt: '2026-11-23T01:00:00.000Z' } };
    const about = (at: string) =>
      aboutOf(
        { ...entry('changeApplicationCallbackUrl', 'Changed Connected App Callback URL from a to b'), at },
        changed,
      );
    expect(['2026-11-23T00:59:55.000Z', '2026-11-23T01:00:05.000Z'].map(about)).to.deep.equal(['app', 'app']);
    expect(['2026-11-23T00:59:54.999Z', '2026-11-23T01:00:05.001Z'].map(about)).to.deep.equal(['other', 'other']);
  });

  it('knows an app that is listed no more by its name, and leaves open what names another', () => {
    const gone: Cast = { ...cast, app: { name: 'Marketing Sync' } };
    const uninstalled = (app: string) => entry('deleteConnectedApplication', `Uninstalled Connected App ${app}`);
    expect(aboutOf(uninstalled('Marketing Sync'), gone)).to.equal('app');
    expect(aboutOf(uninstalled('Sales Sync'), gone)).to.equal('other');
  });

  it('leaves users out where nobody asked about one', () => {
    const app: Cast = { ...cast, user: undefined, profileName: undefined };
    expect(aboutOf(entry('frozeuser', 'Froze user account for Sync User'), app)).to.equal(undefined);
  });
});
