import { appFlows } from '../clues/flows.ts';
import { cause, clue, proves, rulesOut } from '../model/index.ts';

/** Hygiene: nothing fails by it. */
export default cause({
  id: 'full-scope',
  gate: 'scope',
  blocks: false,
  explains: [],
  clues: [
    clue('scopes', ['integration', 'app', 'appOauth'], ({ integration: { flow }, app, appOauth }) => {
      if (flow === undefined || !appFlows.includes(flow) || app === undefined || appOauth === undefined)
        return undefined;
      const { scopes } = appOauth;
      const values = { app: app.name, scopes: scopes.length === 0 ? '-' : scopes.join(', ') };
      return scopes.includes('full') ? proves(values) : rulesOut(values);
    }),
  ],
  remedies: [
    { id: 'narrow-scopes', who: 'org-admin', effect: 'changes-client', setup: '/lightning/setup/{appSettings}/home' },
  ],
});
