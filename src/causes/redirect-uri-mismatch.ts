import { cause } from '../clues/cause.ts';
import { flowsBut } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, suggests } from '../model/index.ts';

const id = 'redirect-uri-mismatch';

export default cause({
  id,
  gate: 'callback-url',
  blocks: true,
  flows: flowsBut('jwt', 'password', 'client-credentials', 'soap-login'),
  sources: ['oauth-errors'],
  clues: [
    clue('callbacks', ['appOauth', 'refusals'], ({ appOauth, refusals }) =>
      appOauth === undefined || appOauth.callbackUrls.length === 0 || !isNamed(refusals, id)
        ? undefined
        : suggests({ urls: appOauth.callbackUrls.join(', ') }),
    ),
  ],
  actions: ['changeApplicationCallbackUrl'],
  remedies: [
    { id: 'add-callback', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
    { id: 'send-the-same', who: 'developer', effect: 'changes-client' },
  ],
});
