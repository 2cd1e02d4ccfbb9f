import { workedLately } from '../clues/doubts.ts';
import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';
import type { App, Integration } from '../model/index.ts';

const id = 'user-not-preauthorized';

/** For client credentials the run-as user must be assigned, whoever else was asked about. */
const isAboutAnother = ({ flow, username }: Integration, app: App): boolean => {
  const runAs = app.clientCredentials?.runAs;
  return (
    flow === 'client-credentials' &&
    runAs !== undefined &&
    username !== undefined &&
    runAs.toLowerCase() !== username.toLowerCase()
  );
};

export default cause({
  id,
  gate: 'approval',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    notIn(id, 'soap-login'),
    clue('self-authorized', ['app'], ({ app }) =>
      app?.permittedUsers === 'self-authorized' ? rulesOut({ app: app.name }) : undefined,
    ),
    clue('assignment', ['integration', 'app', 'appAccess'], ({ integration, app, appAccess }) => {
      if (app?.permittedUsers !== 'admin-approved' || integration.flow === 'soap-login') return undefined;
      const [path] = appAccess.paths;
      if (path !== undefined)
        return isAboutAnother(integration, app) ? undefined : rulesOut({ app: app.name, via: path.name });
      const carriers = appAccess.carriers.map(({ name }) => name).join(', ');
      const values = { app: app.name, carriers: carriers === '' ? '-' : carriers };
      return isAboutAnother(integration, app) || integration.flow === 'password' ? suggests(values) : proves(values);
    }),
    workedLately(),
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
  remedies: [
    { id: 'assign-permission-set', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/PermSets/home' },
    { id: 'add-to-app', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appPolicies}/home' },
  ],
});
