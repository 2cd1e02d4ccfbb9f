import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'api-access-control';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  explains: [],
  // The switch stands in settings that most orgs do not have, and the right to pass it in no reference: only wordings decide.
  clues: [said(id), inHistory(id), notIn(id, 'soap-login')],
  actions: ['adminApprovedAppsOnlyOffOn', 'deleteConnectedApplication'],
  remedies: [
    { id: 'allow-app', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
    { id: 'allow-user', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/PermSets/home' },
  ],
});
