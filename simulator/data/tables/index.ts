import { objectByKey } from '../schema/objects.ts';
import { eventLogFiles } from './event-log-files.ts';
import * as apps from './apps.ts';
import * as eca from './external-client-apps.ts';
import * as logins from './logins.ts';
import * as org from './org.ts';
import * as people from './people.ts';
import * as rights from './rights.ts';
import * as settings from './settings.ts';
import type { Table } from './row.ts';

const settingsNames = [
  'SecuritySettings',
  'OauthOidcSettings',
  'ConnectedAppSettings',
  'ExternalClientAppSettings',
  'MyDomainSettings',
  'UserManagementSettings',
];

const settingsTables = settingsNames.map((name) => {
  const object = objectByKey(`${name} (Tooling)`);
  if (object === undefined) throw new Error(`The facts have no ${name}.`);
  return [object.key, settings.settingsTable(object)] as const;
});

const parts = {
  PasswordPolicies: 'passwordPolicies',
  SessionSettings: 'sessionSettings',
  SingleSignOnSettings: 'singleSignOnSettings',
} as const;

const partTables = Object.entries(parts).map(([name, part]) => {
  const object = objectByKey(`${name} (Tooling)`);
  if (object === undefined) throw new Error(`The facts have no ${name}.`);
  return [object.key, settings.securityPart(object, part)] as const;
});

/** Key of the object -> its rows. An object that is not here has none. */
export const tables: Readonly<Record<string, Table>> = {
  LoginHistory: logins.loginHistory,
  EventLogFile: eventLogFiles,
  AuthSession: logins.authSessions,
  User: people.users,
  'User (Tooling)': people.users,
  UserLogin: people.userLogins,
  UserLicense: people.userLicenses,
  TwoFactorMethodsInfo: people.twoFactorMethods,
  Profile: people.profiles,
  'Profile (Tooling)': settings.withMetadata(people.profiles, 'Profile'),
  PermissionSet: rights.permissionSets,
  'PermissionSet (Tooling)': rights.permissionSets,
  PermissionSetAssignment: rights.assignments,
  PermissionSetGroup: rights.permissionSetGroups,
  PermissionSetGroupComponent: rights.permissionSetGroupComponents,
  MutingPermissionSet: rights.mutingPermissionSets,
  SetupEntityAccess: rights.setupEntityAccess,
  UserPermissionAccess: rights.userPermissionAccess,
  ConnectedApplication: apps.connectedApplications,
  'ConnectedApplication (Tooling)': apps.connectedApplications,
  AppMenuItem: apps.appMenuItems,
  OauthToken: apps.oauthTokens,
  ExternalClientApplication: eca.applications,
  ExtlClntAppOauthPlcyCnfg: eca.oauthPolicies,
  ExtlClntAppOauthSettings: eca.oauthSettings,
  ExtlClntAppPlcyCnfg: eca.policies,
  ExtlClntAppOauthConsumer: eca.consumers,
  Organization: org.organization,
  Domain: org.domains,
  SetupAuditTrail: org.auditTrail,
  Certificate: org.certificates,
  TransactionSecurityPolicy: org.transactionPolicies,
  SecurityHealthCheckRisks: settings.healthCheckRisks,
  'IpRange (Tooling)': settings.ipRanges,
  'NetworkAccess (Tooling)': settings.networkAccess,
  ...Object.fromEntries([...settingsTables, ...partTables]),
};
