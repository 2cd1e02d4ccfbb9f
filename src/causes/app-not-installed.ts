import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause } from '../model/index.ts';

const id = 'app-not-installed';

export default cause({
  id,
  gate: 'app',
  blocks: true,
  explains: [],
  clues: [said(id), inHistory(id), notIn(id, 'soap-login')],
  actions: ['deleteConnectedApplication', 'uninstalledpackagingapp'],
  remedies: [
    { id: 'install', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
    {
      id: 'install-package',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ImportedPackage/home',
    },
    { id: 'log-in-to-right-org', who: 'integration-owner', effect: 'changes-client' },
  ],
});
