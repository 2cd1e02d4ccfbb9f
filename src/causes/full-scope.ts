import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { isOfRefresh } from '../clues/scope-needs.ts';
import { clue, clueWith, inFlows, listedScopes, notes, proves, rulesOut } from '../model/index.ts';

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
      const values = { app: app.name, scopes: listedScopes(scopes) };
      return scopes.includes('full') ? proves(values) : rulesOut(values);
    }),
    // Client credentials bring no refresh token, and nobody else holds one.
    inFlows(
      ['client-credentials'],
      clueWith('unused', { needs: ['integration'], also: ['appOauth', 'appTokens'] }, ({ appOauth, appTokens }) => {
        const unused = appOauth?.scopes.filter(isOfRefresh) ?? [];
        return unused.length === 0 || appTokens?.total !== 0 ? undefined : notes({ scopes: listedScopes(unused) });
      }),
    ),
  ],
  remedies: [
    { id: 'narrow-scopes', who: 'org-admin', effect: 'changes-client', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
