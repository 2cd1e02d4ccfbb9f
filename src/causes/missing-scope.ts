import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, inFlows, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'missing-scope';

/** One of these must be there for a token to be good for the REST API. */
const opensApi = (scopes: readonly string[]): boolean => scopes.includes('api') || scopes.includes('full');

const listed = (scopes: readonly string[]): string => (scopes.length === 0 ? '-' : scopes.join(', '));

export default cause({
  id,
  gate: 'scopes',
  blocks: true,
  flows: appFlows,
  recorded: false,
  sources: ['oauth-errors'],
  clues: [
    clue('app-scopes', ['appOauth', 'refusals'], ({ appOauth, refusals }) => {
      if (appOauth === undefined) return undefined;
      const values = { scopes: listed(appOauth.scopes) };
      if (opensApi(appOauth.scopes)) return isNamed(refusals, id) ? undefined : rulesOut(values);
      return isNamed(refusals, id) ? proves(values) : suggests(values);
    }),
    inFlows(
      ['refresh-token'],
      clue('no-refresh-scope', ['appOauth'], ({ appOauth }) =>
        appOauth === undefined || appOauth.scopes.includes('refreshtoken')
          ? undefined
          : suggests({ scopes: listed(appOauth.scopes) }),
      ),
    ),
    clue('token-scopes', ['attempt'], ({ attempt }) => {
      if (!attempt.granted || attempt.api === undefined) return undefined;
      if (attempt.api === 'accepted') return rulesOut();
      if (attempt.scopes === undefined || opensApi(attempt.scopes)) return undefined;
      return proves({ scopes: listed(attempt.scopes) });
    }),
  ],
  actions: ['changeOauthDefaultScope'],
  remedies: [
    { id: 'add-scope', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
    { id: 'ask-for-listed-scopes', who: 'developer', effect: 'changes-client' },
  ],
});
