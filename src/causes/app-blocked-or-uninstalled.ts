import { workedLately } from '../clues/doubts.ts';
import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, proves, suggests } from '../model/index.ts';

const id = 'app-blocked-or-uninstalled';

const block = 'blockconnectedapplication';

/** What opens or shuts an app for the whole org: the newest of these stands. */
const switches = [block, 'unblockconnectedapplication', 'insertconnectedapplication', 'deleteconnectedapplication'];

export default cause({
  id,
  gate: 'app',
  blocks: true,
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    said(id),
    inHistory(id),
    notIn(id, 'soap-login'),
    // Whether an app is blocked can be read from no object and no metadata: only the audit trail tells, where it names the app.
    clue('audit', ['changes', 'refusals'], ({ changes, refusals }) => {
      const newest = changes.find(({ action }) => switches.includes(action.toLowerCase()));
      if (newest?.action.toLowerCase() !== block) return undefined;
      const values = { at: newest.at, by: newest.by ?? '-', display: newest.display };
      if (newest.about === 'app') return proves(values, newest.at);
      return isNamed(refusals, id) ? suggests(values) : undefined;
    }),
    workedLately(),
  ],
  actions: ['blockConnectedApplication', 'deleteConnectedApplication', 'uninstalledpackagingapp'],
  remedies: [
    { id: 'unblock', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
  ],
});
