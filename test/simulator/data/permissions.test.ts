import { expect } from 'chai';
import {
  addLoginRow,
  createApp,
  createGrant,
  createPermissionSet,
  createPermissionSetGroup,
  assignPermissionSetGroup,
  createSession,
} from '../../../simulator/index.ts';
import {
  effectivePermissions,
  lookingPermissions,
  permissionsThatChangeAnswers,
} from '../../../simulator/data/permissions.ts';
import { noon, openDesk } from './support.ts';
import type { Desk } from './support.ts';

/** Everything that a diagnosis may ask, and more: path below the version. */
const soql = (text: string, path = 'query'): string => `${path}?q=${encodeURIComponent(text)}`;
const count = (object: string): string => soql(`SELECT COUNT() FROM ${object}`);

const questions: readonly string[] = [
  ...[
    'LoginHistory',
    'UserLogin',
    'OauthToken',
    'AuthSession',
    'PermissionSet',
    'PermissionSetAssignment',
    'PermissionSetGroup',
  ].map(count),
  ...[
    'SetupEntityAccess',
    'SetupAuditTrail',
    'ConnectedApplication',
    'ExternalClientApplication',
    'ExtlClntAppOauthPlcyCnfg',
  ].map(count),
  ...['Domain', 'EventLogFile', 'TwoFactorMethodsInfo', 'OauthCustomScope', 'VerificationHistory'].map(count),
  soql('SELECT NumberOfFailedLogins FROM User'),
  soql('SELECT Id FROM OauthOidcSettings', 'tooling/query'),
  soql('SELECT Metadata FROM OauthOidcSettings', 'tooling/query'),
  soql('SELECT DurableId FROM SecurityHealthCheck', 'tooling/query'),
  'limits',
];

const read = (type: string, name: string): string =>
  `<readMetadata><type>${type}</type><fullNames>${name}</fullNames></readMetadata>`;

describe('what a looking user may see', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk();
    createApp(desk.org, { name: 'Ledger', kind: 'external-client-app' });
    createGrant(desk.org, { userId: desk.integration.id, appId: desk.org.apps[0]!.id, createdAt: noon });
    createSession(desk.org, { userId: desk.integration.id, createdAt: noon });
    const profile = desk.org.profiles.find(({ id }) => id === desk.admin.profileId)!;
    profile.permissions = new Set(lookingPermissions);
  });
  afterEach(() => desk.close());

  const answers = async (): Promise<string[]> => {
    const rest = await Promise.all(questions.map(async (path) => `${path}: ${(await desk.get(path)).text}`));
    const password = await desk.get(`sobjects/User/${desk.integration.id}/password`);
    const soap = [read('ConnectedApp', 'Marketing_Sync'), read('ExtlClntAppGlobalOauthSettings', 'Ledger_glbloauth')];
    return [...rest, password.text, ...(await Promise.all(soap.map(async (call) => (await desk.soap(call)).text)))].map(
      (one) => one.replace(/"Remaining":\d+/g, ''),
    );
  };

  for (const { permission } of permissionsThatChangeAnswers) {
    it(`${permission} changes an answer, in the end`, async () => {
      const others: Record<string, string[]> = {
        MonitorLoginHistory: ['ManageUsers'],
        AssignPermissionSets: ['ViewSetup', 'ManageProfilesPermissionsets', 'ManageSessionPermissionSets'],
        ManageProfilesPermissionsets: ['ViewSetup', 'AssignPermissionSets', 'ManageSessionPermissionSets'],
        ManageSessionPermissionSets: ['ViewSetup', 'AssignPermissionSets', 'ManageProfilesPermissionsets'],
        ManageCustomDomains: ['ViewSetup'],
        ViewHealthCheck: ['ViewSetup'],
        ModifyMetadata: ['ModifyAllData'],
        ModifyAllData: ['ModifyMetadata'],
        ExternalClientAppViewer: ['ExternalClientAppAdmin', 'ExternalClientAppDeveloper'],
        ExternalClientAppAdmin: ['ExternalClientAppViewer', 'ExternalClientAppDeveloper'],
        ExternalClientAppDeveloper: ['ExternalClientAppViewer', 'ExternalClientAppAdmin'],
        ViewEventLogFiles: ['ViewAllData'],
        ViewAllData: ['ViewEventLogFiles'],
      };
      desk.withhold(...(others[permission] ?? []));
      const with_ = await answers();
      desk.withhold(permission);
      expect(await answers()).to.not.deep.equal(with_);
    });
  }

  it('rows of others are missing without a word', async () => {
    const mine = await desk.query(`SELECT COUNT() FROM LoginHistory WHERE UserId = '${desk.admin.id}'`);
    const all = await desk.query('SELECT COUNT() FROM LoginHistory');
    desk.withhold('MonitorLoginHistory', 'ManageUsers', 'CustomizeApplication', 'ViewSetup', 'AssignPermissionSets');
    expect((await desk.query('SELECT COUNT() FROM LoginHistory')).totalSize)
      .to.equal(mine.totalSize)
      .and.below(all.totalSize);
    expect((await desk.query('SELECT COUNT() FROM OauthToken')).totalSize).to.equal(0);
    expect((await desk.query('SELECT COUNT() FROM UserLogin')).totalSize).to.equal(0);
    expect(
      (await desk.query('SELECT UsersId FROM AuthSession')).records.every(({ UsersId }) => UsersId === desk.admin.id),
    ).to.equal(true);
    const own = await desk.query('SELECT AssigneeId FROM PermissionSetAssignment');
    expect(own.records.map(({ AssigneeId }) => AssigneeId)).to.deep.equal([desk.admin.id]);
  });

  it('hidden objects are refused in short, hidden columns as if unknown', async () => {
    desk.withhold('ViewSetup', 'ManageUsers');
    for (const object of [
      'SetupAuditTrail',
      'SetupEntityAccess',
      'ConnectedApplication',
      'ExternalClientApplication',
    ]) {
      expect(await desk.refused(`SELECT Id FROM ${object}`)).to.deep.equal({
        message: `sObject type '${object}' is not supported.`,
        errorCode: 'INVALID_TYPE',
      });
    }
    expect((await desk.refused('SELECT NumberOfFailedLogins FROM User')).message).to.include(
      "No such column 'NumberOfFailedLogins' on entity 'User'.",
    );
  });

  it('UserPermissionAccess tells what the running user may do', async () => {
    const access = async (): Promise<unknown> =>
      (await desk.query('SELECT PermissionsViewSetup FROM UserPermissionAccess')).records.map(
        (row) => row.PermissionsViewSetup,
      );
    expect(await access()).to.deep.equal([true]);
    desk.withhold('ViewSetup');
    expect(await access()).to.deep.equal([false]);
  });

  it('a group gives what its sets give, but for what it mutes', async () => {
    const set = createPermissionSet(desk.org, { name: 'Reader', permissions: new Set(['ViewSetup', 'ManageUsers']) });
    const group = createPermissionSetGroup(desk.org, {
      developerName: 'Readers',
      permissionSetIds: [set.id],
      mutedPermissions: new Set(['ManageUsers']),
    });
    assignPermissionSetGroup(desk.org, desk.integration.id, group.id);
    expect([...effectivePermissions(desk.org, desk.integration)])
      .to.include('ViewSetup')
      .and.not.include('ManageUsers');
    const { records } = await desk.query(
      `SELECT PermissionSet.PermissionsViewSetup, PermissionSet.PermissionsManageUsers, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE AssigneeId = '${desk.integration.id}' AND PermissionSetGroupId != null`,
    );
    expect(records[0]!.PermissionSet).to.include({ PermissionsViewSetup: true, PermissionsManageUsers: false });
    expect(records[0]!.PermissionSetGroup).to.include({ DeveloperName: 'Readers' });
  });

  it('a login row of the own user stays to be seen', async () => {
    desk.withhold('MonitorLoginHistory', 'ManageUsers');
    addLoginRow(desk.org, { at: noon, userId: desk.admin.id, status: 'Mine' });
    const { records } = await desk.query('SELECT Status FROM LoginHistory ORDER BY LoginTime DESC LIMIT 1');
    expect(records[0]).to.include({ Status: 'Mine' });
  });
});
