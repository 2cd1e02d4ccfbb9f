import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, rulesOut, suggests } from '../model/index.ts';

const id = 'app-requires-secret';

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    notIn(id, 'jwt', 'soap-login'),
    clue('refresh-secret', ['integration', 'appOauth', 'refusals'], ({ integration, appOauth, refusals }) => {
      if (integration.flow !== 'refresh-token' || appOauth?.secretRequiredForRefresh === undefined) return undefined;
      if (!appOauth.secretRequiredForRefresh) return rulesOut();
      return isNamed(refusals, id) ? suggests() : undefined;
    }),
    clue('web-secret', ['integration', 'appOauth', 'refusals'], ({ integration, appOauth, refusals }) => {
      if (integration.flow !== 'web' || appOauth?.secretOptional === undefined) return undefined;
      if (appOauth.secretOptional) return rulesOut();
      return isNamed(refusals, id) ? suggests() : undefined;
    }),
  ],
  actions: ['changeApplicationSecretRequiredForRefreshToken', 'changeApplicationOptionalConsumerSecret'],
  remedies: [
    {
      id: 'stop-requiring-secret',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/{appSettings}/home',
    },
    { id: 'send-secret', who: 'developer', effect: 'changes-client' },
  ],
});
