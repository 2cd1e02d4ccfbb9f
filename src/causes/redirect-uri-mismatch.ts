import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, suggests } from '../model/index.ts';

const id = 'redirect-uri-mismatch';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    notIn(id, 'jwt', 'password', 'client-credentials', 'soap-login'),
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
