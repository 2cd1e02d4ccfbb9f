import { cause } from '../clues/cause.ts';
import { flowsBut } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut } from '../model/index.ts';

const id = 'callback-url-missing';

export default cause({
  id,
  gate: 'callback-url',
  blocks: true,
  flows: flowsBut('password', 'client-credentials', 'soap-login'),
  recorded: false,
  sources: ['oauth-errors'],
  clues: [
    clue('callback', ['integration', 'appOauth', 'refusals'], ({ integration: { flow }, appOauth, refusals }) => {
      if (appOauth === undefined || isNamed(refusals, id)) return undefined;
      if (appOauth.callbackUrls.length > 0) return rulesOut({ url: appOauth.callbackUrls.join(', ') });
      return flow === 'web' ? proves() : undefined;
    }),
  ],
  actions: ['changeApplicationCallbackUrl'],
  remedies: [
    { id: 'add-callback', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
