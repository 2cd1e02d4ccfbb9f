import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'user-not-preauthorized';

export default cause({
  id,
  gate: 'permitted-users',
  blocks: true,
  flows: appFlows,
  doubtedBySuccess: true,
  sources: ['failed-not-approved', 'jwt-bearer-flow'],
  clues: [
    clue('self-authorized', ['app'], ({ app }) =>
      app?.permittedUsers === 'self-authorized' ? rulesOut({ app: app.name }) : undefined,
    ),
    clue('assignment', ['integration', 'app', 'appAccess'], ({ integration, app, appAccess }) => {
      if (app?.permittedUsers !== 'admin-approved') return undefined;
      const [path] = appAccess.paths;
      if (path !== undefined) return rulesOut({ app: app.name, via: path.name });
      const carriers = appAccess.carriers.map(({ name }) => name).join(', ');
      const values = { app: app.name, carriers: carriers === '' ? '-' : carriers };
      return integration.flow === 'password' ? suggests(values) : proves(values);
    }),
    clue('run-as', ['integration', 'app', 'runAs'], ({ app, ...seen }) => {
      const runAs = otherRunAs(seen);
      if (app?.permittedUsers !== 'admin-approved' || runAs === undefined) return undefined;
      const [path] = runAs.paths;
      const values = { app: app.name, name: runAs.username };
      return path === undefined ? proves(values) : rulesOut({ ...values, via: path.name });
    }),
  ],
  actions: [
    'changeUserRuntimeAccessPolicy',
    'PermSetUnassign',
    'PermSetUnassign_HasExpiration',
    'PermSetGroupUnassign',
    'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledCustom',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledStandard',
    'changedprofileforuser',
    'changedprofileforusercusttostd',
    'changedprofileforuserstdtocust',
    'changedprofileforuserstdtostd',
  ],
  undoneBy: [
    'SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Enabled',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledCustom',
    'SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledStandard',
    'PermSetAssign',
  ],
  remedies: [
    { id: 'assign-permission-set', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/PermSets/home' },
    { id: 'add-to-app', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appPolicies}/home' },
  ],
});
