import { anotherProfile } from '../clues/another-profile.ts';
import { cause } from '../clues/cause.ts';
import { mutedRoads, roads } from '../clues/roads.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { clue, proves, rulesOut, withParts } from '../model/index.ts';

const id = 'api-disabled-for-user-or-edition';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  sources: ['soap-core-faults'],
  clues: [
    clue('api-enabled', ['userPermissions'], ({ userPermissions: { apiEnabled } }) =>
      apiEnabled.length === 0 ? proves() : withParts({ roads: roads(apiEnabled) }, rulesOut()),
    ),
    // A group mutes what its sets grant.
    clue('muted', ['userPermissions', 'groupMembers'], ({ userPermissions: { apiEnabled }, groupMembers }) => {
      const muted = mutedRoads(groupMembers);
      return apiEnabled.length > 0 || muted.length === 0 ? undefined : withParts({ roads: muted }, proves());
    }),
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
  undoneBy: ['PermSetEnableUserPerm', 'PermSetAssign', 'PermSetLicenseAssign', 'PermissionSetGroupComponentAdd'],
  permission: { label: 'API Enabled', stops: 'disabled' },
  remedies: [
    { id: 'grant-api-enabled', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/PermSets/home' },
    {
      id: 'change-edition',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/CompanyProfileInfo/home',
    },
  ],
});
