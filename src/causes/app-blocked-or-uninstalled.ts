import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, suggests } from '../model/index.ts';

const id = 'app-blocked-or-uninstalled';

const block = 'blockconnectedapplication';

/** What opens or shuts an app for the whole org: the newest of these stands. */
const switches = [block, 'unblockconnectedapplication', 'insertconnectedapplication', 'deleteconnectedapplication'];

export default cause({
  id,
  gate: 'app',
  blocks: true,
  flows: appFlows,
  doubtedBySuccess: true,
  sources: ['apps-oauth-usage'],
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    // Whether an app is blocked can be read from no object and no metadata: only the audit trail tells, where it names the app.
    clue('audit', ['changes', 'refusals'], ({ changes, refusals }) => {
      const newest = changes.find(({ action }) => switches.includes(action.toLowerCase()));
      if (newest?.action.toLowerCase() !== block) return undefined;
      const values = { at: newest.at, by: newest.by ?? '-', display: newest.display };
      if (newest.about === 'app') return proves(values, newest.at);
      return isNamed(refusals, id) ? suggests(values) : undefined;
    }),
  ],
  actions: ['blockConnectedApplication', 'deleteConnectedApplication', 'uninstalledpackagingapp'],
  undoneBy: ['unblockConnectedApplication', 'insertConnectedApplication'],
  remedies: [
    { id: 'unblock', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
  ],
});
