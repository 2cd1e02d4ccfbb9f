import type { PermissionName } from '../../state/types.ts';
import type { Column, SObject } from './objects.ts';

/** Who looks: ids as the org has them, permissions as in metadata, and the features of the org, as `Column.feature` names them. */
export type Viewer = {
  userId: string;
  permissions: ReadonlySet<PermissionName>;
  features?: ReadonlySet<string>;
};

type Rule = (may: (...names: PermissionName[]) => boolean) => boolean;

const setup: Rule = (may) => may('ViewSetup');
const externalClientApps: Rule = (may) =>
  may('ViewSetup') && may('ExternalClientAppViewer', 'ExternalClientAppAdmin', 'ExternalClientAppDeveloper');

/** Objects that are as good as absent (INVALID_TYPE) without the right. Where the facts say "INVALID_TYPE or empty", one was picked. */
const needed: Record<string, Rule> = {
  SetupAuditTrail: setup,
  SetupEntityAccess: setup,
  PermissionSetGroup: setup,
  PermissionSetGroupComponent: setup,
  MutingPermissionSet: setup,
  ConnectedApplication: setup,
  Domain: (may) => may('ViewSetup', 'ManageCustomDomains'),
  OauthCustomScope: (may) => may('ManageRemoteAccess'),
  OauthCustomScopeApp: (may) => may('ManageRemoteAccess'),
  TransactionSecurityPolicy: setup,
  EventLogFile: (may) => may('ViewEventLogFiles', 'ViewAllData'),
  TwoFactorMethodsInfo: (may) => may('ManageTwoFactor'),
  TwoFactorInfo: (may) => may('ManageTwoFactor'),
  TwoFactorTempCode: (may) => may('ManageTwoFactor'),
  LoginGeo: (may) => may('ManageUsers'),
  VerificationHistory: (may) => may('ManageUsers'),
  SecurityHealthCheck: (may) => may('ViewHealthCheck', 'ViewSetup'),
  SecurityHealthCheckRisks: (may) => may('ViewHealthCheck', 'ViewSetup'),
  PermissionSetLicenseAssign: (may) => may('ViewSetup', 'ManageUsers'),
  SessionPermSetActivation: (may) => may('ViewSetup', 'ManageSessionPermissionSets'),
  /** Licensed add-ons that no simulated org has. */
  LoginEvent: () => false,
  LoginEventLog: () => false,
};

/** Rows of others are missing, without a word, from these objects. Column: whose row it is. */
const own: Record<string, { column: string; unless: PermissionName[] }> = {
  LoginHistory: { column: 'UserId', unless: ['MonitorLoginHistory', 'ManageUsers'] },
  OauthToken: { column: 'UserId', unless: ['CustomizeApplication'] },
  AuthSession: { column: 'UsersId', unless: ['ManageUsers'] },
  PermissionSetAssignment: { column: 'AssigneeId', unless: ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'] },
};

/** All rows are missing, without a word. */
const empty: Record<string, PermissionName[]> = {
  UserLogin: ['ManageUsers'],
  PermissionSet: ['ViewSetup', 'AssignPermissionSets', 'ManageProfilesPermissionsets', 'ManageSessionPermissionSets'],
};

/** Columns that are as good as absent (INVALID_FIELD) without one of the rights. */
const columns: Record<string, PermissionName[]> = {
  'User.NumberOfFailedLogins': ['ManageUsers'],
  Metadata: ['ModifyMetadata', 'ModifyAllData'],
};

const holds =
  (viewer: Viewer) =>
  (...names: PermissionName[]): boolean =>
    names.some((name) => viewer.permissions.has(name));

export const seesObject = (viewer: Viewer, object: SObject): boolean => {
  const rule = needed[object.name] ?? (object.name.startsWith('ExtlClntApp') ? externalClientApps : undefined);
  if (object.name === 'ExternalClientApplication') return externalClientApps(holds(viewer));
  if (rule !== undefined) return rule(holds(viewer));
  return object.api === 'rest' || object.name === 'User' || setup(holds(viewer));
};

export const seesColumn = (viewer: Viewer, object: SObject, column: Column): boolean => {
  if (column.feature !== undefined && viewer.features?.has(column.feature) !== true) return false;
  const names =
    columns[`${object.name}.${column.name}`] ?? (object.api === 'tooling' ? columns[column.name] : undefined);
  return names === undefined || holds(viewer)(...names);
};

/** Which rows are shown: all, none, or those in whose column the viewer's own id stands. */
export const seenRows = (viewer: Viewer, object: SObject): 'all' | 'none' | { ownBy: string } => {
  const rights = object.api === 'rest' ? empty[object.name] : undefined;
  if (rights !== undefined && !holds(viewer)(...rights)) return 'none';
  const rule = object.api === 'rest' ? own[object.name] : undefined;
  return rule === undefined || holds(viewer)(...rule.unless) ? 'all' : { ownBy: rule.column };
};
