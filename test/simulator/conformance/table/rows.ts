import {
  addAuditRow,
  addLoginRow,
  addLoginRows,
  createApp,
  createGrant,
  createPermissionSet,
  createProfile,
  createUser,
} from '../../../../simulator/index.ts';
import type { LoginRow, User } from '../../../../simulator/index.ts';
import type { Stage } from '../../auth/support.ts';
import { adminOf, ask, query } from '../data.ts';
import type { Replay, Table } from '../replay.ts';

const user = ({ sim }: Stage, id: string, given: Partial<User> = {}): User =>
  createUser(sim.org, { id, username: `${id}@example.com`, profileId: sim.org.profiles[0]!.id, ...given });

const at = (stage: Stage, time: string): number => {
  const then = Date.parse(time);
  stage.sim.clock.set(then);
  return then;
};

const login = (stage: Stage, time: string, userId: string, more: Partial<LoginRow>): LoginRow =>
  addLoginRow(stage.sim.org, { at: Date.parse(time), userId, status: 'Success', ...more });

const many = (stage: Stage): void => {
  stage.sim.org.loginRows = [];
  addLoginRows(stage.sim.org, 10_000, stage.sim.clock.now());
};

/** Only users, profiles, logins ... live here: another object stands in for the recorded one. */
const other = (
  situation: string,
  soql: string,
  check: Replay['check'] = 'members',
  without: string[] = [],
  version = 53,
): Replay => ({
  situation,
  ask: (stage) => query(stage, soql, version),
  check,
  without,
});

const paged = 'SELECT Id, LoginTime FROM LoginHistory';
const pageMembers = ['RANDOM_1__c', 'RANDOM_2__c'];

export const rowsTable: Table = {
  'rest-query-ok': other('rows of one object (users for accounts)', 'SELECT Name FROM User'),
  'rest-query-page1': {
    situation: 'the first of five pages (logins for a custom object)',
    ask: (stage) => {
      many(stage);
      return query(stage, paged, 53);
    },
    check: 'members',
    without: pageMembers,
  },
  'rest-query-page2': {
    situation: 'the second of five pages',
    ask: async (stage) => {
      many(stage);
      const { nextRecordsUrl } = JSON.parse((await query(stage, paged, 53)).text) as { nextRecordsUrl: string };
      return ask(stage, nextRecordsUrl);
    },
    check: 'members',
    without: pageMembers,
  },
  'rest-query-subquery': other(
    'children of a row (assignments of a user for contacts of an account)',
    'SELECT Name, (SELECT PermissionSetId FROM PermissionSetAssignments) FROM User',
    'members',
    ['Contacts'],
  ),
  'rest-query-permissionset': {
    situation: 'a permission set by its name',
    ask: (stage) => {
      createPermissionSet(stage.sim.org, { id: '0PSak00000M9uBBGAZ', name: 'IntegrationCustomFieldVisibility' });
      return query(stage, "SELECT Id,Name FROM PermissionSet WHERE Name='IntegrationCustomFieldVisibility'");
    },
    check: 'json',
  },
  'rest-queryall': {
    situation: 'queryAll (users for accounts)',
    ask: (stage) => query(stage, 'SELECT Name FROM User', 64, 'queryAll'),
    check: 'members',
  },
  'rest-query-aggregate': {
    situation: 'groups with a number each (users by profile for opportunities by campaign)',
    ask: (stage) => query(stage, 'SELECT ProfileId, COUNT(Id) FROM User GROUP BY ProfileId', 58),
    check: 'members',
    swap: () => [['CampaignId', 'ProfileId']],
  },
  'rest-query-empty': other('a query that finds nothing', "SELECT Id FROM User WHERE Username = 'nobody'", 'json'),
  'rest-query-org-id': {
    situation: 'the id of the org (asked of a version that is still served)',
    ask: (stage) => query(stage, 'select id from Organization', 64),
    check: 'members',
  },
  'rest-query-loginhistory': {
    situation: 'two logins',
    ask: (stage) => {
      at(stage, '2023-07-23T17:00:00Z');
      const who = user(stage, '005Hn00000H35JtIAJ').id;
      const common = { sourceIp: '198.51.100.1' };
      login(stage, '2023-07-23T16:18:23Z', who, {
        ...common,
        id: '0YaHn0000EUyGdHKQV',
        application: 'New Connected App',
        loginUrl: 'login.salesforce.com',
      });
      login(stage, '2023-07-23T16:20:13Z', who, {
        ...common,
        id: '0YaHn0000EUyGkcKQF',
        loginType: 'Application',
        loginUrl: 'example.salesforce.com',
        application: 'Browser',
        browser: 'Chrome 115',
      });
      const fields = 'LoginTime, UserId, LoginType, LoginUrl, SourceIp, Status, Application, Browser';
      return query(
        stage,
        `SELECT ${fields} FROM LoginHistory WHERE LoginTime >= 2023-07-23T16:00:00.000Z AND UserId = '${who}'`,
        58,
      );
    },
    check: 'json',
  },
  'rest-query-loginhistory-empty': other(
    'no login in the time asked for',
    'SELECT Id FROM LoginHistory WHERE LoginTime > TOMORROW',
    'json',
    [],
    58,
  ),
  'rest-query-user': {
    situation: 'a user by id (whose alias is made from the name here)',
    ask: (stage) => {
      user(stage, '005Hn00000HVWwxIAH', { firstName: 'Security', lastName: 'User', email: 'user@example.com' });
      return query(
        stage,
        "SELECT Id, FirstName, LastName, Email, Alias, IsActive FROM User WHERE Id='005Hn00000HVWwxIAH'",
        58,
      );
    },
    check: 'json',
    swap: () => [['"sec"', '"suser"']],
  },
  'rest-query-connectedapplication': {
    situation: 'connected apps',
    ask: (stage) => {
      const names = [
        'Chatter Desktop',
        'Salesforce for Android',
        'Chatter Mobile for BlackBerry',
        'Salesforce for iOS',
        'Salesforce Touch',
      ];
      ['w9', 'wA', 'wB', 'wC', 'wD'].forEach((end, n) => {
        const suffix = end === 'w9' ? 'SAA' : 'SAQ';
        createApp(stage.sim.org, {
          id: `0H43X0000000t${end}${suffix}`,
          name: names[n] ?? '',
          permittedUsers: 'self-authorized',
        });
      });
      return query(stage, 'SELECT Id,Name,OptionsAllowAdminApprovedUsersOnly FROM ConnectedApplication', 63);
    },
    check: 'members',
  },
  'rest-query-oauthtoken': {
    situation: 'grants; apps that are not installed have no menu item',
    ask: (stage) => {
      const app = createApp(stage.sim.org, { name: 'Test App 3', origin: 'only-authorised' });
      createGrant(stage.sim.org, { userId: stage.user.id, appId: app.id, createdAt: stage.sim.clock.now() });
      return query(
        stage,
        'SELECT User.Username,UseCount,LastUsedDate,AppName,AppMenuItem.ApplicationId FROM OauthToken',
        63,
      );
    },
    check: 'members',
  },
  'rest-query-loginhistory-aggregate': {
    situation: 'logins by type, app, user and status',
    ask: (stage) => {
      at(stage, '2025-08-08T00:00:00Z');
      const who = user(stage, '005Pl000001p3HqIAI').id;
      for (let n = 0; n < 264; n += 1)
        login(stage, '2025-08-07T10:01:17Z', who, { loginType: 'Application', application: 'Browser' });
      for (let n = 0; n < 10; n += 1) {
        login(stage, '2025-08-06T10:00:00Z', who, {
          loginType: 'Other Apex API',
          application: 'N/A',
          status: 'Failed: Security token required',
        });
      }
      return query(
        stage,
        `SELECT LoginType,Application,UserId,Status,COUNT(Id)LoginCount,MAX(LoginTime)LastLogin FROM LoginHistory WHERE UserId IN ('${who}') GROUP BY LoginType,Application,UserId,Status`,
        63,
      );
    },
    check: 'json',
  },
  'rest-query-eca': {
    situation: 'external client apps',
    ask: (stage) => {
      createApp(stage.sim.org, { name: 'Test External Client App', kind: 'external-client-app' });
      return query(stage, 'SELECT Id,MasterLabel,DeveloperName,DistributionState FROM ExternalClientApplication', 63);
    },
    check: 'members',
  },
  'rest-query-eca-policy': {
    situation: 'OAuth policies of an external client app',
    ask: (stage) => {
      createApp(stage.sim.org, { id: '0xI000000000001AAA', name: 'Test', kind: 'external-client-app' });
      return query(
        stage,
        'SELECT ExternalClientApplicationId,PermittedUsersPolicyType FROM ExtlClntAppOauthPlcyCnfg',
        63,
      );
    },
    check: 'members',
  },
  'rest-query-psa': {
    situation: 'permission sets of a user',
    ask: (stage) => {
      const who = user(stage, '0054P00000AaGueQAF').id;
      const sets = [
        ['0PS4P000001lD3aWAE', '0Pa4P00000BpdOkSAJ', 'Test_Admin_Permission_Set_1'],
        ['0PS4P000001lFw1WAE', '0Pa4P00000BqELzSAN', 'Test_Power_User_Permission_Set_1'],
      ] as const;
      for (const [id, assignment, name] of sets) {
        createPermissionSet(stage.sim.org, { id, name });
        stage.sim.org.assignments.push({ id: assignment, userId: who, permissionSetId: id });
      }
      return query(
        stage,
        `SELECT AssigneeId,PermissionSet.Name FROM PermissionSetAssignment WHERE AssigneeId='${who}'`,
        65,
      );
    },
    check: 'rows',
  },
  'rest-query-profile-permset': other(
    'permission sets of profiles',
    'SELECT Profile.Name,Profile.UserType,IsCustom FROM PermissionSet WHERE IsOwnedByProfile = TRUE',
    'members',
    [],
    64,
  ),
  'rest-query-user-details': {
    situation: 'users with profile and assignments',
    ask: (stage) => {
      const profile = createProfile(stage.sim.org, { id: '00e4P000000GGz7QAG', name: 'Guest User Profile' });
      user(stage, '0054P00000AYPYXQA5', { profileId: profile.id });
      const soql =
        "SELECT Id,Username,CreatedDate,IsActive,Profile.Name,(SELECT PermissionSet.Name FROM PermissionSetAssignments) FROM User WHERE UserType IN ('Standard')";
      return query(stage, soql, 65);
    },
    check: 'members',
  },
  'rest-query-setupaudittrail': {
    situation: 'a row of the Setup Audit Trail',
    ask: (stage) => {
      adminOf(stage).username = 'user@example.com';
      const time = Date.parse('2024-06-27T10:13:42Z');
      const display = 'New Accounts validation rule "will_never_fire"';
      addAuditRow(stage.sim.org, time, adminOf(stage).id, ['newValidation', '', display]).id = '0YmKY00000100dl0AA';
      return query(stage, 'SELECT Id, CreatedBy.Username, CreatedDate, Action, Display FROM SetupAuditTrail', 58);
    },
    check: 'rows',
    swap: (stage) => [['005XXXXXXXXXXXXXXX', adminOf(stage).id]],
  },
  'rest-query-loginevent': { not: 'needs an add-on that no simulated org has: the object is refused' },
};
