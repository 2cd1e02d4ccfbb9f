import { cause } from '../clues/cause.ts';
import { appFlows, serverFlows } from '../clues/flows.ts';
import {
  asksForRefresh,
  givesRefresh,
  idleScopes,
  issuedIn,
  lacking,
  neededIn,
  opensNoApi,
} from '../clues/scope-needs.ts';
import { isNamed } from '../clues/named.ts';
import { clue, inFlows, listedScopes, notes, proves, rulesOut, suggests } from '../model/index.ts';
import type { Facts, Integration, Sign } from '../model/index.ts';

const id = 'missing-scope';

/** One of these must be there for a token to be good for the REST API. */
const opensApi = (scopes: readonly string[]): boolean => scopes.includes('api') || scopes.includes('full');

/** A machine logs in to call something. What a refresh token was given once it may have still, whatever the app has now: no page tells. */
const callsApi = ({ flow }: Integration): boolean =>
  flow !== undefined && flow !== 'refresh-token' && (serverFlows.includes(flow) || flow === 'password');

/** What a token that was given says of itself, or the host says of it. */
const ofToken = (scopes: readonly string[] | undefined, refusals: Facts['refusals']): Sign | undefined => {
  if (scopes === undefined || opensApi(scopes)) return undefined;
  return isNamed(refusals, id) ? proves({ scopes: listedScopes(scopes) }) : suggests({ scopes: listedScopes(scopes) });
};

export default cause({
  id,
  gate: 'scopes',
  blocks: true,
  flows: appFlows,
  recorded: false,
  sources: ['oauth-errors'],
  clues: [
    clue('app-scopes', ['integration', 'appOauth', 'refusals'], ({ integration, appOauth, refusals }) => {
      if (appOauth === undefined || neededIn(integration).length > 0) return undefined;
      const values = { scopes: listedScopes(appOauth.scopes) };
      if (lacking(integration, appOauth.scopes).withheld.length > 0) return undefined;
      if (opensApi(appOauth.scopes)) return isNamed(refusals, id) ? undefined : rulesOut(values);
      // Another interface may be all that is called, and a person who only logs in calls none.
      const isPlain = callsApi(integration) && opensNoApi(issuedIn(integration, appOauth.scopes));
      return isPlain || isNamed(refusals, id) ? proves(values) : suggests(values);
    }),
    clue('needs', ['integration', 'appOauth', 'refusals'], ({ integration, appOauth, refusals }) => {
      const needed = neededIn(integration);
      if (appOauth === undefined || needed.length === 0) return undefined;
      const scopes = listedScopes(appOauth.scopes);
      const { missing, withheld } = lacking(integration, appOauth.scopes);
      if (missing.length > 0) return proves({ missing: listedScopes(missing), scopes });
      if (withheld.length > 0) return undefined;
      return isNamed(refusals, id) ? undefined : rulesOut({ needs: listedScopes(needed), scopes });
    }),
    clue('not-by-flow', ['integration', 'appOauth'], ({ integration, appOauth }) => {
      const { withheld } = lacking(integration, appOauth?.scopes ?? []);
      if (appOauth === undefined || withheld.length === 0) return undefined;
      return proves({ withheld: listedScopes(withheld), scopes: listedScopes(appOauth.scopes) });
    }),
    clue('anew', ['integration'], ({ integration }) => (asksForRefresh(integration) ? notes() : undefined)),
    clue('unused', ['integration', 'appOauth'], ({ integration, appOauth }) => {
      const idle = idleScopes(integration, appOauth?.scopes ?? []);
      return idle.length === 0 ? undefined : notes({ scopes: listedScopes(idle) });
    }),
    inFlows(
      ['refresh-token'],
      clue('no-refresh-scope', ['appOauth'], ({ appOauth }) =>
        appOauth === undefined || givesRefresh(appOauth.scopes)
          ? undefined
          : notes({ scopes: listedScopes(appOauth.scopes) }),
      ),
    ),
    clue('given-token', ['accessToken', 'refusals'], ({ accessToken, refusals }) => {
      const scopes = accessToken?.form === 'jwt' ? accessToken.scopes : undefined;
      return ofToken(scopes, refusals);
    }),
    clue('introspected', ['introspection', 'refusals'], ({ introspection, refusals }) =>
      ofToken(introspection?.state === 'active' ? introspection.scopes : undefined, refusals),
    ),
    clue('token-scopes', ['attempt'], ({ attempt }) => {
      if (!attempt.granted || attempt.api === undefined) return undefined;
      if (attempt.api === 'accepted') return rulesOut();
      if (attempt.scopes === undefined || opensApi(attempt.scopes)) return undefined;
      return proves({ scopes: listedScopes(attempt.scopes) });
    }),
  ],
  actions: ['changeOauthDefaultScope'],
  remedies: [
    { id: 'add-scope', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
    { id: 'ask-for-listed-scopes', who: 'developer', effect: 'changes-client' },
  ],
});
