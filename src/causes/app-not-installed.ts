import { cause } from '../clues/cause.ts';
import { isElsewhere, isOnlyAuthorised } from '../clues/presence.ts';
import { roads } from '../clues/roads.ts';
import { dayOf } from '../clues/calendar/index.ts';
import { enforcedBy } from '../clues/enforced.ts';
import { appFlows } from '../clues/flows.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { span } from '../clues/times.ts';
import { castsDoubt, clue, clueOfDoubt, clueWith, proves, rulesOut, tells, withParts } from '../model/index.ts';

const id = 'app-not-installed';

export default cause({
  id,
  gate: 'app',
  blocks: true,
  flows: appFlows,
  since: dayOf('apps-must-be-installed'),
  sources: ['usage-restrictions', 'apps-oauth-usage'],
  clues: [
    // Who approved the app before it had to be installed may go on using it, but for the device flow.
    clueOfDoubt(
      'approved-before',
      ['integration', 'grants', 'refusals'],
      ({ integration: { flow }, grants, refusals }) => {
        const approved = grants.find(({ createdAt }) => span(createdAt, dayOf('apps-must-be-installed')) > 0);
        if (
          approved === undefined ||
          flow === undefined ||
          flow === 'device' ||
          isDecided(refusals, id) ||
          !isNamed(refusals, id)
        )
          return undefined;
        return castsDoubt({ at: approved.createdAt });
      },
    ),
    // An app that nobody installed may be used by whoever may approve such apps, and by those who approved it earlier.
    clueWith(
      'uninstalled',
      { needs: ['app', 'appTokens', 'integration', 'approveUninstalled', 'grants', 'refusals'], also: ['keyProbe'] },
      (facts) => {
        if (!isOnlyAuthorised(facts) && !isElsewhere(facts)) return undefined;
        const { integration, grants, approveUninstalled, refusals } = facts;
        const isDecidedSo = isDecided(refusals, id);
        if (grants.length > 0 && integration.flow !== 'device') return isDecidedSo ? undefined : rulesOut();
        if (approveUninstalled.length === 0) return enforcedBy('apps-must-be-installed', proves());
        return isDecidedSo ? undefined : withParts({ roads: roads(approveUninstalled) }, tells());
      },
    ),
    clue('listed', ['app', 'refusals'], ({ app, refusals }) =>
      app === undefined || isNamed(refusals, id) ? undefined : rulesOut({ app: app.name }),
    ),
  ],
  actions: ['deleteConnectedApplication', 'uninstalledpackagingapp'],
  remedies: [
    { id: 'install', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
    {
      id: 'install-package',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ImportedPackage/home',
    },
    {
      id: 'let-user-approve',
      who: 'org-admin',
      effect: 'relaxes-policy',
      gives: 'CanApproveUninstalledApps',
      setup: '/lightning/setup/PermSets/home',
      onlyBy: ['uninstalled', 'said'],
      notIn: ['jwt', 'client-credentials', 'refresh-token', 'password', 'soap-login', 'token-exchange'],
    },
    { id: 'log-in-to-right-org', who: 'integration-owner', effect: 'changes-client' },
  ],
});
