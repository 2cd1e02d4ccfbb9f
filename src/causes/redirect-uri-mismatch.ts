import { riskyCallbacks } from '../clues/callbacks.ts';
import { cause } from '../clues/cause.ts';
import { isCliApp } from '../clues/cli-app.ts';
import { flowsBut } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, clueWith, notes, proves, rulesOut, suggests, tells, withParts } from '../model/index.ts';

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
    clue('sent', ['integration', 'appOauth', 'refusals'], ({ integration: { client }, appOauth, refusals }) => {
      const url = client?.callbackUrl;
      if (url === undefined || appOauth === undefined) return undefined;
      if (!appOauth.callbackUrls.includes(url)) return proves({ url, urls: appOauth.callbackUrls.join(', ') });
      return isNamed(refusals, id) ? undefined : rulesOut({ url });
    }),
    clue('registered', ['appOauth'], ({ appOauth }) =>
      appOauth === undefined || appOauth.callbackUrls.length === 0
        ? undefined
        : tells({ urls: appOauth.callbackUrls.join(', ') }),
    ),
    clueWith(
      'risky-callbacks',
      { needs: ['integration'], also: ['appOauth', 'organization'] },
      ({ integration, appOauth, organization }) => {
        const risky = riskyCallbacks(appOauth?.callbackUrls ?? [], organization);
        // The CLI's own app is made for the machines of people.
        return risky.length === 0 || isCliApp(integration) ? undefined : withParts({ urls: risky }, notes());
      },
    ),
  ],
  actions: ['changeApplicationCallbackUrl'],
  remedies: [
    { id: 'add-callback', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appSettings}/home' },
    { id: 'send-the-same', who: 'developer', effect: 'changes-client' },
  ],
});
