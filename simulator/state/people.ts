import { nextId } from './ids.ts';
import type { Assignment, Id, Org, PermissionSet, PermissionSetGroup, Profile, User } from './types.ts';

const day = 24 * 3600 * 1000;

export const createProfile = (org: Org, given: { name: string } & Partial<Profile>): Profile => {
  const profile: Profile = {
    id: nextId(org, '00e'),
    fullName: given.name,
    permissions: new Set(['ApiEnabled']),
    loginIpRanges: [],
    loginHours: {},
    loginHoursTimeZone: org.timeZone,
    ...given,
  };
  org.profiles.push(profile);
  return profile;
};

export const createPermissionSet = (org: Org, given: { name: string } & Partial<PermissionSet>): PermissionSet => {
  const set: PermissionSet = { id: nextId(org, '0PS'), label: given.name, permissions: new Set(), ...given };
  org.permissionSets.push(set);
  return set;
};

export const createPermissionSetGroup = (
  org: Org,
  given: { developerName: string; permissionSetIds: Id[] } & Partial<PermissionSetGroup>,
): PermissionSetGroup => {
  const group: PermissionSetGroup = {
    id: nextId(org, '0PG'),
    label: given.developerName,
    mutedPermissions: new Set(),
    ...given,
  };
  org.permissionSetGroups.push(group);
  return group;
};

/** `passwordChangedAt`, `createdAt`, `changedAt` default to the org's own age. */
export const createUser = (org: Org, given: { username: string; profileId: Id } & Partial<User>): User => {
  const user: User = {
    id: nextId(org, '005'),
    email: given.username,
    firstName: '',
    lastName: given.username.split('@')[0] ?? given.username,
    userType: 'Standard',
    isActive: true,
    isFrozen: false,
    failedLogins: 0,
    password: 'Correct-Horse-7',
    securityToken: 'kT4vZ9qLw2XyB6nR8mJd1sPe',
    passwordChangedAt: org.createdAt + 30 * day,
    createdAt: org.createdAt + 30 * day,
    changedAt: org.createdAt + 30 * day,
    ...given,
  };
  org.users.push(user);
  return user;
};

export const assignPermissionSet = (org: Org, userId: Id, permissionSetId: Id): Assignment => {
  const assignment: Assignment = { id: nextId(org, '0Pa'), userId, permissionSetId };
  org.assignments.push(assignment);
  return assignment;
};

export const assignPermissionSetGroup = (org: Org, userId: Id, permissionSetGroupId: Id): Assignment => {
  const assignment: Assignment = { id: nextId(org, '0Pa'), userId, permissionSetGroupId };
  org.assignments.push(assignment);
  return assignment;
};
