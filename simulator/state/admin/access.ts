import { assignPermissionSet, createPermissionSet, createPermissionSetGroup } from '../people.ts';
import type { App, Id, Org, PermissionSet, PermissionSetGroup, Profile, User } from '../types.ts';
import { audit, named } from './act.ts';
import type { Act } from './act.ts';
import { isStandardProfile } from './profiles.ts';

const users = 'Manage Users';

export const addAssignment = (act: Act, user: User, set: PermissionSet): void => {
  assignPermissionSet(act.org, user.id, set.id);
  audit(act, 'PermSetAssign', users, `Permission set ${set.label}: assigned to user ${named(user)}`);
};

/** The permission set for a time: the text of the row tells until when. */
export const addAssignmentUntil = (act: Act, user: User, set: PermissionSet, expiresAt: number): void => {
  assignPermissionSet(act.org, user.id, set.id).expiresAt = expiresAt;
  const until = `expiring on ${new Date(expiresAt).toUTCString()}`;
  audit(
    act,
    'PermSetAssign_HasExpiration',
    '',
    `Permission set ${set.label}: assigned to user ${named(user)}, ${until}`,
  );
};

/** Nobody acts when its time is over, and no entry of the trail is known for it. */
export const letAssignmentExpire = (org: Org, user: User, set: PermissionSet): void => {
  for (const one of org.assignments) {
    if (one.userId === user.id && one.permissionSetId === set.id) one.expired = true;
  }
};

export const removeAssignment = (act: Act, user: User, set: PermissionSet): void => {
  act.org.assignments = act.org.assignments.filter((one) => one.userId !== user.id || one.permissionSetId !== set.id);
  audit(act, 'PermSetUnassign', users, `Permission set ${set.label}: unassigned from user ${named(user)}`);
};

export const addAppToPermissionSet = (act: Act, app: App, set: PermissionSet): void => {
  app.permissionSetIds.push(set.id);
  auditAccess(
    act,
    app,
    'PermissionSet_ConnectedApplication_Enabled',
    `Changed permission set ${set.label}: ${app.name} connected app is enabled`,
  );
};

export const removeAppFromPermissionSet = (act: Act, app: App, set: PermissionSet): void => {
  app.permissionSetIds = app.permissionSetIds.filter((id) => id !== set.id);
  auditAccess(
    act,
    app,
    'PermissionSet_ConnectedApplication_Disabled',
    `Changed permission set ${set.label}: ${app.name} connected app is disabled`,
  );
};

export const addAppToProfile = (act: Act, app: App, profile: Profile): void => {
  app.profileIds.push(profile.id);
  const kind = isStandardProfile(profile) ? 'Standard' : 'Custom';
  auditAccess(
    act,
    app,
    `Profile_ConnectedApplication_Enabled${kind}`,
    `Changed profile ${profile.name}: ${app.name} connected app is enabled`,
  );
};

export const removeAppFromProfile = (act: Act, app: App, profile: Profile): void => {
  app.profileIds = app.profileIds.filter((id) => id !== profile.id);
  const kind = isStandardProfile(profile) ? 'Standard' : 'Custom';
  auditAccess(
    act,
    app,
    `Profile_ConnectedApplication_Disabled${kind}`,
    `Changed profile ${profile.name}: ${app.name} connected app is disabled`,
  );
};

/** The assignment is a row of its own: the app's change date stays. */
const auditAccess = (act: Act, app: App, what: string, display: string): void => {
  if (app.kind === 'connected-app') audit(act, `SetupEntityAccessAudit_${what}`, users, display);
};

/** No text was seen for what becomes of permission sets and of their groups, but for a member that leaves. */
export const insertPermissionSet = (act: Act, name: string, label: string): PermissionSet => {
  const set = createPermissionSet(act.org, { name, label });
  audit(act, 'PermSetCreate', users, '');
  return set;
};

/** Its users, its apps and its groups lose it too: nothing points at a set that is not there. */
export const deletePermissionSet = (act: Act, set: PermissionSet): void => {
  const { org } = act;
  org.permissionSets = org.permissionSets.filter((one) => one !== set);
  org.assignments = org.assignments.filter(({ permissionSetId }) => permissionSetId !== set.id);
  for (const app of org.apps) app.permissionSetIds = app.permissionSetIds.filter((id) => id !== set.id);
  for (const group of org.permissionSetGroups) {
    group.permissionSetIds = group.permissionSetIds.filter((id) => id !== set.id);
  }
  audit(act, 'PermSetDelete', users, '');
};

const groups = 'Permission Set Group';

export const insertPermissionSetGroup = (act: Act, developerName: string, label: string): PermissionSetGroup => {
  const group = createPermissionSetGroup(act.org, { developerName, label, permissionSetIds: [] });
  audit(act, 'PermissionSetGroupCreate', groups, '');
  return group;
};

export const deletePermissionSetGroup = (act: Act, group: PermissionSetGroup): void => {
  act.org.permissionSetGroups = act.org.permissionSetGroups.filter((one) => one !== group);
  audit(act, 'PermissionSetGroupDelete', groups, '');
};

export const setGroupMembers = (act: Act, group: PermissionSetGroup, permissionSetIds: Id[]): void => {
  const { permissionSets } = act.org;
  const before = group.permissionSetIds;
  group.permissionSetIds = permissionSetIds;
  for (const id of permissionSetIds) {
    if (!before.includes(id)) audit(act, 'PermissionSetGroupComponentAdd', groups, '');
  }
  for (const id of before.filter((one) => !permissionSetIds.includes(one))) {
    const name = permissionSets.find((one) => one.id === id)?.label ?? id;
    audit(
      act,
      'PermissionSetGroupComponentRemoved',
      groups,
      `Changed permission set group ${group.label}: group member ${name} was removed`,
    );
  }
};
