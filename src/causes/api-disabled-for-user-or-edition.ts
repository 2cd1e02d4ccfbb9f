import { cause } from '../clues/cause.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { clue, proves, rulesOut } from '../model/index.ts';

const id = 'api-disabled-for-user-or-edition';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  sources: ['soap-core-faults'],
  clues: [
    clue('api-enabled', ['userPermissions'], ({ userPermissions: { apiEnabled } }) => {
      const [path] = apiEnabled;
      return path === undefined ? proves() : rulesOut({ via: path.name });
    }),
    clue('run-as', ['integration', 'runAs'], (facts) => {
      const runAs = otherRunAs(facts);
      if (runAs === undefined) return undefined;
      const [path] = runAs.apiEnabled;
      return path === undefined ? proves({ name: runAs.username }) : rulesOut({ name: runAs.username, via: path.name });
    }),
  ],
  actions: [
    'PermSetUnassign',
    'PermSetUnassign_HasExpiration',
    'PermSetGroupUnassign',
    'PermSetDisableUserPerm',
    'profilePermChangedCustom',
    'changedprofileforuser',
    'changedprofileforusercusttostd',
    'changedprofileforuserstdtocust',
    'changedprofileforuserstdtostd',
  ],
  undoneBy: ['PermSetEnableUserPerm', 'PermSetAssign'],
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
