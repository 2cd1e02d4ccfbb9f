import type { LoginHours, Org, PermissionName, PermissionSetGroup } from '../../state/types.ts';
import { sisterId } from '../tables/row.ts';
import type { Component, Elements, Value } from './component.ts';

/** Enabled permissions only, by name, as current API versions list them. */
const userPermissions = (permissions: Iterable<PermissionName>): Value =>
  [...permissions].sort().map((name) => ({ enabled: true, name }));

/** Minutes as strings; a day without limits is absent; no limits at all: no element. */
const loginHours = (hours: LoginHours): Elements | undefined => {
  const days = Object.entries(hours).flatMap(([day, { start, end }]) => [
    [`${day}End`, String(end)],
    [`${day}Start`, String(start)],
  ]);
  return days.length === 0 ? undefined : (Object.fromEntries(days) as Elements);
};

export const profileComponents = (org: Org): Component[] =>
  org.profiles.map((profile) => ({
    type: 'Profile',
    fullName: profile.fullName,
    id: profile.id,
    value: {
      custom: profile.fullName === profile.name,
      loginHours: loginHours(profile.loginHours),
      loginIpRanges: profile.loginIpRanges.map(({ start, end, description }) => ({
        description,
        endAddress: end,
        startAddress: start,
      })),
      userLicense: 'Salesforce',
      userPermissions: userPermissions(profile.permissions),
    },
    createdAt: org.createdAt,
    changedAt: org.createdAt,
    readable: true,
  }));

export const permissionSetComponents = (org: Org): Component[] =>
  org.permissionSets.map((set) => ({
    type: 'PermissionSet',
    fullName: set.name,
    id: set.id,
    value: { hasActivationRequired: false, label: set.label, userPermissions: userPermissions(set.permissions) },
    createdAt: org.createdAt,
    changedAt: org.createdAt,
    readable: true,
  }));

export const mutingSetName = (group: PermissionSetGroup): string =>
  group.mutingSetName ?? `${group.developerName}_Muting`;

const isMuting = (group: PermissionSetGroup): boolean =>
  group.mutingSetName !== undefined || group.mutedPermissions.size > 0;

export const permissionSetGroupComponents = (org: Org): Component[] =>
  org.permissionSetGroups.map((group) => ({
    type: 'PermissionSetGroup',
    fullName: group.developerName,
    id: group.id,
    value: {
      hasActivationRequired: false,
      label: group.label,
      mutingPermissionSets: isMuting(group) ? [mutingSetName(group)] : [],
      permissionSets: org.permissionSets
        .filter(({ id }) => group.permissionSetIds.includes(id))
        .map(({ name }) => name),
      status: 'Updated',
    },
    createdAt: org.createdAt,
    changedAt: org.createdAt,
    readable: true,
  }));

export const mutingPermissionSetComponents = (org: Org): Component[] =>
  org.permissionSetGroups.filter(isMuting).map((group) => ({
    type: 'MutingPermissionSet',
    fullName: mutingSetName(group),
    id: sisterId('0QM', group.id),
    value: {
      hasActivationRequired: false,
      label: `${group.label} Muting`,
      userPermissions: userPermissions(group.mutedPermissions),
    },
    createdAt: org.createdAt,
    changedAt: org.createdAt,
    readable: true,
  }));

/** Exists for profiles whose session settings differ from the org's. The name is made by the org: never to be built. */
export const profileSessionSettingComponents = (org: Org): Component[] =>
  org.profiles
    .filter(({ requiredSessionLevel }) => requiredSessionLevel !== undefined)
    .map((profile) => ({
      type: 'ProfileSessionSetting',
      fullName: `${profile.name}_profileSessionSetting${org.createdAt}`,
      id: sisterId('0Nd', profile.id),
      value: {
        externalCommunityUserIdentityVerif: false,
        forceLogout: false,
        profile: profile.name,
        requiredSessionLevel: profile.requiredSessionLevel,
        sessionPersistence: false,
        sessionTimeout: org.settings.sessionMinutes,
        sessionTimeoutWarning: false,
      },
      createdAt: org.createdAt,
      changedAt: org.createdAt,
      readable: true,
    }));

export const certificateComponents = (org: Org): Component[] =>
  org.certificates.map((one) => ({
    type: 'Certificate',
    fullName: one.developerName,
    id: one.id,
    value: {
      caSigned: false,
      encryptedWithPlatformEncryption: false,
      expirationDate: new Date(one.expiresAt).toISOString(),
      keySize: one.keySize,
      masterLabel: one.label,
      privateKeyExportable: true,
    },
    createdAt: org.createdAt,
    changedAt: org.createdAt,
    readable: true,
  }));
