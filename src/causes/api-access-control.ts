import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { clue, rulesOut, suggests, untold } from '../model/index.ts';

const id = 'api-access-control';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  flows: appFlows,
  sources: ['apps-oauth-usage', 'usage-restrictions'],
  clues: [
    // Where the org was never given it, it is off. Users of communities have a switch of their own.
    clue('switch-off', ['apiAccess', 'user', 'refusals'], ({ apiAccess, user, refusals }) =>
      apiAccess.adminApprovedAppsOnly !== true && user?.userType === 'Standard' && !isDecided(refusals, id)
        ? rulesOut()
        : undefined,
    ),
    // It shuts out whoever looks as it does the integration: one refusal, for two apps.
    clue('shuts-us-out', ['orgRefusal', 'refusals'], ({ orgRefusal, refusals }) =>
      orgRefusal !== undefined && isNamed([orgRefusal], id) && isNamed(refusals, id)
        ? suggests({ text: orgRefusal.description ?? orgRefusal.text })
        : undefined,
    ),
    // The right that passes it (Use Any API Client) stands in no reference, so nobody can ask for it: no proof.
    clue('switch-on', ['apiAccess', 'app', 'integration', 'refusals'], ({ apiAccess, app, integration, refusals }) => {
      if (apiAccess.adminApprovedAppsOnly !== true || app !== undefined) return undefined;
      const named = { app: integration.app ?? integration.consumerKey ?? '-' };
      return isNamed(refusals, id) ? suggests(named) : untold(named);
    }),
    // Which right passes apps that are not approved stands in no reference, so the switch alone proves nothing.
    clue('self-authorized', ['apiAccess', 'app', 'refusals'], ({ apiAccess, app, refusals }) => {
      if (apiAccess.adminApprovedAppsOnly !== true || app === undefined || isNamed(refusals, id)) return undefined;
      return app.permittedUsers === 'admin-approved' ? rulesOut({ app: app.name }) : untold({ app: app.name });
    }),
  ],
  actions: ['adminApprovedAppsOnlyOffOn', 'deleteConnectedApplication'],
  undoneBy: ['adminApprovedAppsOnlyOnOff', 'insertConnectedApplication'],
  remedies: [
    { id: 'allow-app', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
    { id: 'allow-user', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/PermSets/home' },
  ],
});
