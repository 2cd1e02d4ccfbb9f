import { workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'user-not-approved';

export default cause({
  id,
  gate: 'approval',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'jwt', 'token-exchange', 'web', 'device'),
    clue('pre-authorized', ['app'], ({ app }) =>
      app?.permittedUsers === 'admin-approved' ? rulesOut({ app: app.name }) : undefined,
    ),
    clue('no-approval', ['integration', 'app', 'grants'], ({ integration: { flow }, app, grants }) => {
      if (app?.permittedUsers !== 'self-authorized' || grants.length > 0) return undefined;
      if (flow === 'jwt') return proves({ app: app.name });
      return flow === 'token-exchange' || flow === undefined ? suggests({ app: app.name }) : undefined;
    }),
    // An approval counts for the JWT flow only if it was given with the refresh token scope.
    clue('approval', ['integration', 'app', 'grants', 'appOauth'], ({ integration, app, grants, appOauth }) => {
      if (integration.flow !== 'jwt' || app?.permittedUsers !== 'self-authorized' || appOauth === undefined)
        return undefined;
      if (!appOauth.scopes.includes('refreshtoken')) return suggests({ app: app.name });
      return grants.length > 0 ? rulesOut({ app: app.name, count: grants.length }) : undefined;
    }),
    workedLately(),
  ],
  remedies: [
    { id: 'pre-authorize', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appPolicies}/home' },
    { id: 'approve-once', who: 'user', effect: 'grants-access' },
  ],
});
