import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'app-requires-secret';

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    // Of the other flows that send a secret none has a setting to do without.
    onlyIn(id, 'web', 'refresh-token', 'device'),
    clue('refresh-secret', ['integration', 'appOauth', 'refusals'], ({ integration, appOauth, refusals }) => {
      if (integration.flow !== 'refresh-token' || appOauth?.secretRequiredForRefresh === undefined) return undefined;
      if (!appOauth.secretRequiredForRefresh) return rulesOut();
      return isNamed(refusals, id) ? suggests() : undefined;
    }),
    clue('none-stored', ['integration', 'storedLogin', 'appOauth', 'refusals'], (facts) => {
      const { integration, storedLogin, appOauth, refusals } = facts;
      if (integration.flow !== 'refresh-token' || storedLogin?.secret !== false || !isNamed(refusals, id))
        return undefined;
      return appOauth?.secretRequiredForRefresh === true ? proves({ login: storedLogin.username }) : undefined;
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
