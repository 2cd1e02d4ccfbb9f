import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { clue, clueWith, inFlows, notes, proves, rulesOut } from '../model/index.ts';

/** Scopes by which an app hands out refresh tokens. */
const refreshing: ReadonlySet<string> = new Set(['refreshtoken', 'offlineaccess']);

/** Hygiene: nothing fails by it. */
export default cause({
  id: 'full-scope',
  gate: 'scopes',
  blocks: false,
  flows: appFlows,
  sources: ['oauth-errors', 'client-credentials-grant'],
  clues: [
    clue('scopes', ['app', 'appOauth'], ({ app, appOauth }) => {
      if (app === undefined || appOauth === undefined) return undefined;
      const { scopes } = appOauth;
      const values = { app: app.name, scopes: scopes.length === 0 ? '-' : scopes.join(', ') };
      return scopes.includes('full') ? proves(values) : rulesOut(values);
    }),
    // Client credentials bring no refresh token, and nobody else holds one.
    inFlows(
      ['client-credentials'],
      clueWith('unused', { needs: ['integration'], also: ['appOauth', 'appTokens'] }, ({ appOauth, appTokens }) => {
        const unused = appOauth?.scopes.filter((scope) => refreshing.has(scope)) ?? [];
        return unused.length === 0 || appTokens?.total !== 0 ? undefined : notes({ scopes: unused.join(', ') });
      }),
    ),
  ],
  remedies: [
    { id: 'narrow-scopes', who: 'org-admin', effect: 'changes-client', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
