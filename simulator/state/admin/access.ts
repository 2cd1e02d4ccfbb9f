import { assignPermissionSet } from '../people.ts';
import type { App, PermissionSet, Profile, User } from '../types.ts';
import { audit, auditApp, named } from './act.ts';
import type { Act } from './act.ts';
import { isStandardProfile } from './profiles.ts';

const users = 'Manage Users';

export const addAssignment = (act: Act, user: User, set: PermissionSet): void => {
  assignPermissionSet(act.org, user.id, set.id);
  audit(act, 'PermSetAssign', users, `Permission set ${set.label}: assigned to user ${named(user)}`);
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
  const { changedAt } = app;
  auditApp(act, app, `SetupEntityAccessAudit_${what}`, display, users);
  app.changedAt = changedAt;
};
