import facts from '../facts/permissions.json' with { type: 'json' };
import { permissionsOf } from '../state/lookup.ts';
import type { Org, PermissionName, User } from '../state/types.ts';

/** What a user may do: profile, permission sets, and groups as far as they do not mute it. */
export const effectivePermissions: (org: Org, user: User) => Set<PermissionName> = permissionsOf;

/** Permissions of the looking user by which an answer of the data or metadata API differs, and what is missing without them. */
export const permissionsThatChangeAnswers: ReadonlyArray<{ permission: PermissionName; without: string }> = [
  { permission: 'ApiEnabled', without: 'every call is refused' },
  { permission: 'ViewSetup', without: 'setup objects, audit trail, Tooling objects and /limits are refused' },
  { permission: 'ManageUsers', without: 'UserLogin rows, User.NumberOfFailedLogins, other users’ password state' },
  { permission: 'MonitorLoginHistory', without: 'other users’ LoginHistory rows, unless the user may Manage Users' },
  { permission: 'CustomizeApplication', without: 'other users’ OauthToken rows' },
  { permission: 'AssignPermissionSets', without: 'PermissionSet rows, unless View Setup or another right gives them' },
  { permission: 'ManageProfilesPermissionsets', without: 'PermissionSet rows, unless View Setup gives them' },
  { permission: 'ManageSessionPermissionSets', without: 'PermissionSet rows, unless View Setup gives them' },
  { permission: 'ManageCustomDomains', without: 'the Domain object, unless View Setup gives it' },
  { permission: 'ModifyMetadata', without: 'readMetadata() and Tooling Metadata columns, unless Modify All Data' },
  { permission: 'ModifyAllData', without: 'readMetadata() and Tooling Metadata columns, unless Modify Metadata' },
  { permission: 'ExternalClientAppViewer', without: 'the objects of external client apps, unless Admin or Developer' },
  { permission: 'ExternalClientAppAdmin', without: 'the objects of external client apps, unless Viewer or Developer' },
  { permission: 'ExternalClientAppDeveloper', without: 'the objects of external client apps, unless Viewer or Admin' },
  { permission: 'ViewClientSecret', without: 'the global OAuth settings of external client apps are nil' },
  { permission: 'ManageRemoteAccess', without: 'OauthCustomScope is refused' },
  { permission: 'ViewEventLogFiles', without: 'EventLogFile is refused, unless View All Data' },
  { permission: 'ViewAllData', without: 'EventLogFile is refused, unless View Event Log Files' },
  { permission: 'ManageTwoFactor', without: 'TwoFactorMethodsInfo and TwoFactorInfo are refused' },
  { permission: 'ViewHealthCheck', without: 'SecurityHealthCheck is refused, unless View Setup' },
];

/** Their names: what tests withhold in turn. */
export const lookingPermissions: readonly PermissionName[] = permissionsThatChangeAnswers.map(
  ({ permission }) => permission,
);

/** As Setup calls it; a permission that the facts do not have goes by its own name. */
export const permissionLabel = (name: PermissionName): string =>
  Object.values(facts).find(({ permission }) => permission === name)?.label ?? name;
