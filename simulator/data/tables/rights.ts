import type { Assignment, Id, Org, PermissionName, PermissionSetGroup } from '../../state/types.ts';
import { licenseIdOf } from './people.ts';
import { permissionCells, sisterId, stamps, type Row, type Table } from './row.ts';

/** The permission set in which a profile, or a group, keeps its own permissions. */
const setOfProfile = (profileId: Id): Id => sisterId('0PS', profileId);
const setOfGroup = (groupId: Id): Id => sisterId('0PS', groupId);

const permissionsOfGroup = (org: Org, group: PermissionSetGroup): PermissionName[] =>
  org.permissionSets
    .filter(({ id }) => group.permissionSetIds.includes(id))
    .flatMap((set) => [...set.permissions].filter((name) => !group.mutedPermissions.has(name)));

const common = (org: Org): Row => ({
  ...stamps(org, org.createdAt),
  HasActivationRequired: false,
  LicenseId: licenseIdOf(org),
  UserLicenseId: licenseIdOf(org),
});

export const permissionSets: Table = ({ org }) => [
  ...org.permissionSets.map((set) => ({
    ...common(org),
    ...permissionCells(set.permissions),
    Id: set.id,
    Name: set.name,
    Label: set.label,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Regular',
  })),
  ...org.profiles.map((profile) => ({
    ...common(org),
    ...permissionCells(profile.permissions),
    Id: setOfProfile(profile.id),
    Name: `X${profile.id}`,
    Label: profile.id,
    IsCustom: false,
    IsOwnedByProfile: true,
    ProfileId: profile.id,
    Type: 'Profile',
  })),
  ...org.permissionSetGroups.map((group) => ({
    ...common(org),
    ...permissionCells(permissionsOfGroup(org, group)),
    Id: setOfGroup(group.id),
    Name: group.developerName,
    Label: group.label,
    IsCustom: true,
    IsOwnedByProfile: false,
    PermissionSetGroupId: group.id,
    Type: 'Group',
  })),
];

const assigned = (org: Org, one: Assignment): Row => ({
  SystemModstamp: org.createdAt,
  Id: one.id,
  AssigneeId: one.userId,
  PermissionSetId:
    one.permissionSetId ?? (one.permissionSetGroupId === undefined ? null : setOfGroup(one.permissionSetGroupId)),
  PermissionSetGroupId: one.permissionSetGroupId,
  ExpirationDate: one.expiresAt,
  IsActive: one.expired !== true,
  IsRevoked: false,
});

/** Every user is assigned to the permission set of the own profile too. */
export const assignments: Table = ({ org }) => [
  ...org.users.map((user) => ({
    SystemModstamp: user.createdAt,
    Id: sisterId('0Pa', user.id),
    AssigneeId: user.id,
    PermissionSetId: setOfProfile(user.profileId),
    IsActive: true,
    IsRevoked: false,
  })),
  ...org.assignments.map((one) => assigned(org, one)),
];

export const permissionSetGroups: Table = ({ org }) =>
  org.permissionSetGroups.map((group) => ({
    ...stamps(org, org.createdAt),
    Id: group.id,
    DeveloperName: group.developerName,
    MasterLabel: group.label,
    Language: 'en_US',
    HasActivationRequired: false,
    Status: 'Updated',
  }));

export const permissionSetGroupComponents: Table = ({ org }) =>
  org.permissionSetGroups.flatMap((group) =>
    group.permissionSetIds.map((setId, at) => ({
      ...stamps(org, org.createdAt),
      Id: sisterId('0PM', group.id.slice(0, 12) + setId.slice(12, 14) + String(at)),
      PermissionSetGroupId: group.id,
      PermissionSetId: setId,
    })),
  );

export const mutingPermissionSets: Table = ({ org }) =>
  org.permissionSetGroups
    .filter((group) => group.mutedPermissions.size > 0)
    .map((group) => ({
      ...stamps(org, org.createdAt),
      ...permissionCells(group.mutedPermissions),
      Id: sisterId('0QM', group.id),
      DeveloperName: `${group.developerName}_Muting`,
      MasterLabel: `${group.label} Muting`,
      Language: 'en_US',
    }));

/** Which apps are given to which profiles and permission sets. */
export const setupEntityAccess: Table = ({ org }) =>
  org.apps
    .filter((app) => !app.deleted && app.origin !== 'only-authorised')
    .flatMap((app) =>
      [...app.profileIds.map(setOfProfile), ...app.permissionSetIds].map((parentId) => ({
        SystemModstamp: app.changedAt,
        Id: sisterId('0J0', app.id.slice(0, 3) + parentId.slice(9, 15) + app.id.slice(9, 15)),
        ParentId: parentId,
        SetupEntityId: app.id,
        SetupEntityType: app.kind === 'connected-app' ? 'ConnectedApplication' : 'ExternalClientApplication',
      })),
    );

/** One row: what the looking user may do. */
export const userPermissionAccess: Table = ({ viewer, now }) => [
  { ...permissionCells(viewer.permissions), Id: sisterId('0up', viewer.userId), LastCacheUpdate: now },
];
