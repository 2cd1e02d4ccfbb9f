import { defined } from '../../model/index.ts';
import type { Path } from '../../model/index.ts';
import type { Look } from '../denial.ts';
import type { OrgRequest } from '../org-wire.ts';
import type { Needs } from './permissions.ts';
import { rowOf, text, truth, type Row } from './rows.ts';
import { query, quoted } from './soql.ts';

/** Permissions of the integration's user that bear on a login, by the fact's names. All stand in every describe. */
export const loginPermissions = {
  apiEnabled: 'PermissionsApiEnabled',
  apiUserOnly: 'PermissionsApiUserOnly',
  twoFactorApi: 'PermissionsTwoFactorApi',
  passwordNeverExpires: 'PermissionsPasswordNeverExpires',
} as const;

/** One road by which the user has rights: the profile, a permission set or a permission set group. */
export type Assignment = {
  readonly path: Path;
  /** What people and the audit trail call it. */
  readonly label: string;
  readonly permissionSetId: string;
  readonly groupId?: string;
  /** What the group gives is right only while its status says `Updated`. */
  readonly upToDate: boolean;
  /** Columns of `loginPermissions` that are on. */
  readonly permissions: ReadonlySet<string>;
};

export const assignmentNeeds: Needs = [
  ['ViewSetup', 'AssignPermissionSets', 'ManageUsers'],
  ['ViewSetup', 'AssignPermissionSets', 'ManageProfilesPermissionsets', 'ManageSessionPermissionSets'],
];

const columns = [
  'PermissionSetId',
  'PermissionSetGroupId',
  'PermissionSet.Name',
  'PermissionSet.Label',
  'PermissionSet.IsOwnedByProfile',
  'PermissionSet.ProfileId',
  'PermissionSet.Profile.Name',
  'PermissionSet.HasActivationRequired',
  'PermissionSetGroup.DeveloperName',
  'PermissionSetGroup.MasterLabel',
  'PermissionSetGroup.Status',
  ...Object.values(loginPermissions).map((column) => `PermissionSet.${column}`),
];

/** Assignments under a condition on the assignee. */
export const assignmentsWhere = (condition: string, apiVersion: number): OrgRequest => {
  const gated = [...(apiVersion >= 52 ? ['IsActive'] : []), ...(apiVersion >= 57 ? ['IsRevoked'] : [])];
  return query(
    `SELECT ${[...columns, ...gated].join(', ')} FROM PermissionSetAssignment WHERE ${condition} LIMIT 2000`,
  );
};

/** The profile counts too: its permissions sit on a permission set that it owns, and the assignment has a row for that. */
export const assignmentsOf = (userId: string, apiVersion: number): OrgRequest =>
  assignmentsWhere(`AssigneeId = ${quoted(userId)}`, apiVersion);

/** What asks for session activation gives nothing until a session activates it, and a login is before every session. */
const inForce = (row: Row): boolean =>
  truth(row.IsActive) !== false &&
  truth(row.IsRevoked) !== true &&
  truth(rowOf(row.PermissionSet)?.HasActivationRequired) !== true;

/** What the profile that owns a permission set is called. Whoever lacks "View All Profiles" is shown the name of the own profile only: then its id. */
export const profileNameOf = (set: Row): string | undefined => text(rowOf(set.Profile)?.Name) ?? text(set.ProfileId);

export const pathOf = (set: Row, group: Row | undefined): { path: Path; label: string } => {
  if (truth(set.IsOwnedByProfile) === true) {
    const name = profileNameOf(set) ?? '';
    return { path: { via: 'profile', name }, label: name };
  }
  if (group !== undefined) {
    const name = text(group.DeveloperName) ?? '';
    return { path: { via: 'permission-set-group', name }, label: text(group.MasterLabel) ?? name };
  }
  const name = text(set.Name) ?? '';
  return { path: { via: 'permission-set', name }, label: text(set.Label) ?? name };
};

const read = (row: Row, set: Row): Assignment => {
  const group = rowOf(row.PermissionSetGroup);
  const groupId = text(row.PermissionSetGroupId);
  return {
    ...pathOf(set, group),
    permissionSetId: text(row.PermissionSetId) ?? '',
    ...defined({ groupId }),
    upToDate: group === undefined || (text(group.Status) ?? 'Updated') === 'Updated',
    permissions: new Set(Object.values(loginPermissions).filter((column) => truth(set[column]) === true)),
  };
};

/**
 * The assignments in force. Undefined where the rows cannot be the whole of it: every user has the row of the profile,
 * and every row has its permission set; what a session may not see is left out without a word. To one that sees all of them, a row
 * without its permission set is of one that was deleted, and gives nothing.
 */
export const readAssignments = (
  rows: readonly Row[],
  { sight }: Pick<Look, 'sight'> = { sight: 'unsure' },
): readonly Assignment[] | undefined => {
  const found = rows.filter(inForce).map((row) => {
    const set = rowOf(row.PermissionSet);
    return set === undefined ? undefined : read(row, set);
  });
  const seen = found.filter((assignment) => assignment !== undefined);
  const isWhole = seen.length === found.length || sight === 'whole';
  return isWhole && seen.some(({ path }) => path.via === 'profile') ? seen : undefined;
};
