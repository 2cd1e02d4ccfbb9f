import { cause } from '../clues/cause.ts';
import { refreshedShortlyBefore, refreshes, wasRefused } from '../clues/refresh.ts';
import { castsDoubt, clue, clueOfDoubt, inFlows, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'refresh-token-revoked-or-expired';

export default cause({
  id,
  gate: 'refresh-token',
  blocks: true,
  flows: ['refresh-token', 'web', 'device'],
  sources: ['refresh-token-flow', 'oauth-errors', 'apps-oauth-usage'],
  clues: [
    // No grant, no live refresh token. Where one was used minutes before, or the policy ends each at once, another cause says why.
    clue(
      'no-grant',
      ['integration', 'refusals', 'grants', 'app', 'appOauth', 'loginRows', 'failedAt', 'now'],
      (facts) => {
        const { app, appOauth, grants, loginRows, failedAt, now } = facts;
        if (!refreshes(facts) || grants.length > 0) return undefined;
        if (app === undefined) return suggests({ app: '-' });
        // A token that is sent twice ends the grant: where the app rotates its tokens, that comes first.
        if (app.refreshTokenPolicy?.kind === 'zero' || appOauth?.refreshTokenRotation === true) return undefined;
        if (refreshedShortlyBefore(loginRows, app.name, failedAt ?? now) !== undefined) return undefined;
        return wasRefused(facts) ? proves({ app: app.name }) : suggests({ app: app.name });
      },
    ),
    // The same answer is given of a token that another app has.
    clue('not-active', ['introspection', 'accessToken'], ({ introspection, accessToken }) =>
      introspection?.state === 'inactive' && accessToken?.form === 'refresh-token'
        ? suggests({ host: introspection.host })
        : undefined,
    ),
    clueOfDoubt('active', ['introspection', 'accessToken'], ({ introspection, accessToken }) =>
      introspection?.state === 'active' && accessToken?.form === 'refresh-token'
        ? castsDoubt({ host: introspection.host })
        : undefined,
    ),
    inFlows(
      ['refresh-token'],
      clue('granted', ['attempt'], ({ attempt }) => (attempt.granted ? rulesOut({ host: attempt.host }) : undefined)),
    ),
  ],
  actions: ['blockConnectedApplication', 'deleteConnectedApplication', 'deleteApplication', 'uninstalledpackagingapp'],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'find-who-revoked',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ConnectedAppsUsage/home',
    },
    { id: 'leave-refresh-tokens', who: 'developer', effect: 'changes-client' },
  ],
});
