import { notIn } from '../clues/flows.ts';
import { said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, rulesOut, suggests } from '../model/index.ts';

const id = 'callback-url-missing';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    notIn(id, 'password', 'client-credentials', 'soap-login'),
    clue('callback', ['integration', 'appOauth', 'refusals'], ({ integration: { flow }, appOauth, refusals }) => {
      if (appOauth === undefined || isNamed(refusals, id)) return undefined;
      if (appOauth.callbackUrls.length > 0) return rulesOut({ url: appOauth.callbackUrls.join(', ') });
      return flow === 'web' ? suggests() : undefined;
    }),
  ],
  actions: ['changeApplicationCallbackUrl'],
  remedies: [
    { id: 'add-callback', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
