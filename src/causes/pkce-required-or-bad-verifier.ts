import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, suggests, tells } from '../model/index.ts';

const id = 'pkce-required-or-bad-verifier';

export default cause({
  id,
  gate: 'client-authentication',
  blocks: true,
  flows: ['web', 'device'],
  sources: ['controls-for-apps'],
  clues: [
    clue('app-requires', ['appOauth', 'refusals'], ({ appOauth, refusals }) =>
      appOauth?.pkceRequired === true && isNamed(refusals, id) ? suggests() : undefined,
    ),
    clue('org-requires', ['oauthSettings', 'refusals'], ({ oauthSettings, refusals }) =>
      oauthSettings.pkceRequired === true && isNamed(refusals, id) ? suggests() : undefined,
    ),
    clue(
      'not-sent',
      ['integration', 'appOauth', 'oauthSettings'],
      ({ integration: { client }, appOauth, oauthSettings }) => {
        const isRequired = appOauth?.pkceRequired === true || oauthSettings.pkceRequired === true;
        return isRequired && client?.sends !== undefined && !client.sends.includes('pkce') ? proves() : undefined;
      },
    ),
    clue('required', ['appOauth', 'oauthSettings'], ({ appOauth, oauthSettings }) =>
      appOauth?.pkceRequired === true || oauthSettings.pkceRequired === true ? tells() : undefined,
    ),
  ],
  actions: ['changeApplicationPkceRequired'],
  remedies: [
    { id: 'send-challenge', who: 'developer', effect: 'changes-client' },
    { id: 'stop-requiring', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
