import { notIn } from '../clues/flows.ts';
import { said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'missing-scope';

/** One of these must be there for a token to be good for the REST API. */
const opensApi = (scopes: readonly string[]): boolean => scopes.includes('api') || scopes.includes('full');

const listed = (scopes: readonly string[]): string => (scopes.length === 0 ? '-' : scopes.join(', '));

export default cause({
  id,
  gate: 'scope',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    notIn(id, 'soap-login'),
    clue('app-scopes', ['appOauth', 'refusals'], ({ appOauth, refusals }) => {
      if (appOauth === undefined) return undefined;
      const values = { scopes: listed(appOauth.scopes) };
      if (opensApi(appOauth.scopes)) return isNamed(refusals, id) ? undefined : rulesOut(values);
      return isNamed(refusals, id) ? proves(values) : suggests(values);
    }),
    clue('no-refresh-scope', ['appOauth', 'integration'], ({ appOauth, integration: { flow } }) => {
      if (appOauth === undefined || flow !== 'refresh-token') return undefined;
      return appOauth.scopes.includes('refreshtoken') ? undefined : suggests({ scopes: listed(appOauth.scopes) });
    }),
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
