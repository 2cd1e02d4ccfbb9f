import { anotherProfile } from '../clues/another-profile.ts';
import { endOfRoads, lastEnded, renewAssignment } from '../clues/assignment-ends.ts';
import { cause } from '../clues/cause.ts';
import { mutedRoads, roads } from '../clues/roads.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { clue, clueWith, proves, rulesOut, suggests, withParts } from '../model/index.ts';

const id = 'api-disabled-for-user-or-edition';

/** User license for integrations: its own profile enables the API, and its permission set license lets permission sets grant more. */
const integrationLicense = 'Salesforce Integration';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  sources: ['soap-core-faults', 'integration-users', 'assignments-that-expire'],
  clues: [
    clue('assignment-ended', ['userPermissions', 'assignmentEnds', 'now'], (facts) => {
      const { userPermissions, assignmentEnds, now } = facts;
      if (userPermissions.apiEnabled.length > 0) return undefined;
      const ended = lastEnded(assignmentEnds, now, ({ apiEnabled }) => apiEnabled);
      if (ended === undefined) return undefined;
      return withParts({ road: roads([ended.path]) }, proves({ at: ended.endsAt }, ended.endsAt));
    }),
    clue('api-enabled', ['userPermissions'], ({ userPermissions: { apiEnabled } }) =>
      apiEnabled.length === 0 ? proves() : withParts({ roads: roads(apiEnabled) }, rulesOut()),
    ),
    // A group mutes what its sets grant.
    clue('muted', ['userPermissions', 'groupMembers'], ({ userPermissions: { apiEnabled }, groupMembers }) => {
      const muted = mutedRoads(groupMembers);
      return apiEnabled.length > 0 || muted.length === 0 ? undefined : withParts({ roads: muted }, proves());
    }),
    clue('assignment-ends', ['userPermissions', 'assignmentEnds', 'now'], (facts) => {
      const { userPermissions, assignmentEnds, now } = facts;
      const { apiEnabled } = userPermissions;
      return apiEnabled.length === 0 ? undefined : endOfRoads(apiEnabled, assignmentEnds, now);
    }),
    // What the licence needs to give the API, its page tells: why the permission is missing, it does not prove.
    clueWith('integration-license', { needs: ['userPermissions'], also: ['user'] }, ({ userPermissions, user }) =>
      userPermissions.apiEnabled.length === 0 && user?.userLicense === integrationLicense
        ? suggests({ license: integrationLicense, profile: user.profileName ?? user.profileId })
        : undefined,
    ),
    clue('run-as', ['integration', 'runAs'], (facts) => {
      const runAs = otherRunAs(facts);
      if (runAs === undefined) return undefined;
      const { username: name, apiEnabled } = runAs;
      return apiEnabled.length === 0 ? proves({ name }) : withParts({ roads: roads(apiEnabled) }, rulesOut({ name }));
    }),
  ],
  actions: [
    'PermSetUnassign',
    'PermSetUnassign_HasExpiration',
    'PermSetGroupUnassign',
    'PermSetDisableUserPerm',
    'PermSetLicenseUnassign',
    'permSetLicenseUserPermRevoked',
    'PermissionSetGroupComponentRemoved',
    'PermissionSetGroupComponentRemove',
    'profilePermChangedCustom',
    ...anotherProfile,
  ],
  undoneBy: [
    'PermSetEnableUserPerm',
    'PermSetAssign',
    'PermSetAssign_HasExpiration',
    'PermSetLicenseAssign',
    'PermissionSetGroupComponentAdd',
  ],
  permission: { label: 'API Enabled', stops: 'disabled' },
  remedies: [
    {
      id: 'grant-api-enabled',
      who: 'org-admin',
      effect: 'grants-access',
      gives: 'ApiEnabled',
      setup: '/lightning/setup/PermSets/home',
    },
    {
      id: 'complete-integration-user',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
      onlyBy: ['integration-license'],
    },
    {
      id: 'change-edition',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/CompanyProfileInfo/home',
    },
    renewAssignment,
  ],
});
