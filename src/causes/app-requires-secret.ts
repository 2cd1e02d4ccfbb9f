import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, inFlows, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'app-requires-secret';

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  flows: ['web', 'refresh-token', 'device'],
  sources: ['refresh-token-flow'],
  clues: [
    // Of the other flows that send a secret none has a setting to do without.
    inFlows(
      ['refresh-token'],
      clue('refresh-secret', ['appOauth', 'refusals'], ({ appOauth, refusals }) => {
        if (appOauth?.secretRequiredForRefresh === undefined) return undefined;
        if (!appOauth.secretRequiredForRefresh) return rulesOut();
        return isNamed(refusals, id) ? suggests() : undefined;
      }),
    ),
    inFlows(
      ['refresh-token'],
      clue('none-stored', ['storedLogin', 'appOauth', 'refusals'], ({ storedLogin, appOauth, refusals }) =>
        storedLogin?.secret === false && isNamed(refusals, id) && appOauth?.secretRequiredForRefresh === true
          ? proves({ login: storedLogin.username })
          : undefined,
      ),
    ),
    inFlows(
      ['web'],
      clue('web-secret', ['appOauth', 'refusals'], ({ appOauth, refusals }) => {
        if (appOauth?.secretOptional === undefined) return undefined;
        if (appOauth.secretOptional) return rulesOut();
        return isNamed(refusals, id) ? suggests() : undefined;
      }),
    ),
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
