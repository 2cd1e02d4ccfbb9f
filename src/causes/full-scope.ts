import { cause } from '../clues/cause.ts';
import { appFlows } from '../clues/flows.ts';
import { clue, proves, rulesOut } from '../model/index.ts';

/** Hygiene: nothing fails by it. */
export default cause({
  id: 'full-scope',
  gate: 'scopes',
  blocks: false,
  flows: appFlows,
  sources: ['oauth-errors'],
  clues: [
    clue('scopes', ['app', 'appOauth'], ({ app, appOauth }) => {
      if (app === undefined || appOauth === undefined) return undefined;
      const { scopes } = appOauth;
      const values = { app: app.name, scopes: scopes.length === 0 ? '-' : scopes.join(', ') };
      return scopes.includes('full') ? proves(values) : rulesOut(values);
    }),
  ],
  remedies: [
    { id: 'narrow-scopes', who: 'org-admin', effect: 'changes-client', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
