import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isDecided, isNamed } from '../clues/named.ts';
import { isOnlyAuthorised } from '../clues/presence.ts';
import { clue, clueWith, defined, proves, rulesOut, suggests, untold } from '../model/index.ts';
import type { Path } from '../model/index.ts';

const id = 'api-access-control';

const hasAny = (roads: readonly Path[] | undefined): boolean => roads !== undefined && roads.length > 0;

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  flows: appFlows,
  sources: ['api-access-control', 'any-api-client', 'apps-oauth-usage', 'usage-restrictions'],
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
    // Who has it reaches the API with any app, whatever the switch says.
    clueWith('any-client', { needs: ['apiAccess', 'refusals'], also: ['anyApiClient'] }, (facts) => {
      const { apiAccess, refusals, anyApiClient: [road] = [] } = facts;
      if (apiAccess.adminApprovedAppsOnly !== true || road === undefined || isDecided(refusals, id)) return undefined;
      return rulesOut({ via: road.name });
    }),
    clueWith(
      'switch-on',
      { needs: ['apiAccess', 'app', 'integration', 'refusals'], also: ['anyApiClient', 'user', 'appTokens'] },
      (facts) => {
        const { apiAccess, app, integration, refusals, anyApiClient, user, appTokens } = facts;
        if (apiAccess.adminApprovedAppsOnly !== true || app !== undefined || hasAny(anyApiClient)) return undefined;
        const named = { app: integration.app ?? integration.consumerKey ?? '-' };
        if (!isNamed(refusals, id)) return untold(named);
        // Users approved an app of this name, so it is no name that was mistyped.
        const isSure =
          anyApiClient !== undefined &&
          user?.userType === 'Standard' &&
          isOnlyAuthorised({ app, ...defined({ appTokens }) });
        return isSure ? proves(named) : suggests(named);
      },
    ),
    // What becomes of an app whose users approve it by themselves is not told: the switch alone proves nothing.
    clueWith('self-authorized', { needs: ['apiAccess', 'app', 'refusals'], also: ['anyApiClient'] }, (facts) => {
      const { apiAccess, app, refusals, anyApiClient } = facts;
      if (apiAccess.adminApprovedAppsOnly !== true || app === undefined || isNamed(refusals, id)) return undefined;
      if (app.permittedUsers === 'admin-approved') return rulesOut({ app: app.name });
      return hasAny(anyApiClient) ? undefined : untold({ app: app.name });
    }),
  ],
  actions: ['adminApprovedAppsOnlyOffOn', 'deleteConnectedApplication'],
  undoneBy: ['adminApprovedAppsOnlyOnOff', 'insertConnectedApplication'],
  remedies: [
    { id: 'allow-app', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/ConnectedAppsUsage/home' },
    { id: 'allow-user', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/PermSets/home' },
  ],
});
