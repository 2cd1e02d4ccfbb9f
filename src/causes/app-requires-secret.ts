import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, clueWith, defined, inFlows, proves, rulesOut, suggests, tells } from '../model/index.ts';
import type { Facts } from '../model/index.ts';

const id = 'app-requires-secret';

type ClientFacts = Pick<Facts, 'integration'> & Partial<Pick<Facts, 'appOauth'>>;

/** Whether the client must send its secret, as far as that is known. Two flows know no client without. */
const isNeeded = ({ integration: { flow }, appOauth }: ClientFacts): boolean =>
  flow === 'client-credentials' ||
  flow === 'password' ||
  (flow === 'refresh-token' && appOauth?.secretRequiredForRefresh === true) ||
  (flow === 'web' && appOauth?.secretOptional === false);

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  flows: ['web', 'refresh-token', 'device', 'client-credentials', 'password'],
  sources: ['refresh-token-flow'],
  clues: [
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
    clueWith(
      'sent',
      { needs: ['integration', 'refusals'], also: ['appOauth'] },
      ({ integration, appOauth, refusals }) => {
        const { client } = integration;
        if (client?.sends === undefined) return undefined;
        if (client.sends.includes('secret')) return isNamed(refusals, id) ? undefined : rulesOut();
        return isNeeded({ integration, ...defined({ appOauth }) }) ? proves() : undefined;
      },
    ),
    clueWith('needed', { needs: ['integration'], also: ['appOauth'] }, (facts) =>
      isNeeded(facts) ? tells() : undefined,
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
