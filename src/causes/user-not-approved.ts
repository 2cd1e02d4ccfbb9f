import { cause } from '../clues/cause.ts';
import { givesRefresh } from '../clues/scope-needs.ts';
import { clue, inFlows, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'user-not-approved';

export default cause({
  id,
  gate: 'permitted-users',
  blocks: true,
  flows: ['jwt', 'token-exchange', 'web', 'device'],
  doubtedBySuccess: true,
  sources: ['jwt-bearer-flow', 'cli-jwt-login'],
  clues: [
    clue('pre-authorized', ['app'], ({ app }) =>
      app?.permittedUsers === 'admin-approved' ? rulesOut({ app: app.name }) : undefined,
    ),
    clue('no-approval', ['integration', 'app', 'grants'], ({ integration: { flow }, app, grants }) => {
      if (app?.permittedUsers !== 'self-authorized' || grants.length > 0) return undefined;
      // Where a person stands by, that person approves it on the way.
      if (flow === 'web' || flow === 'device') return undefined;
      return flow === 'token-exchange' ? suggests({ app: app.name }) : proves({ app: app.name });
    }),
    // An approval counts for the JWT flow only if it was given with the refresh token scope.
    inFlows(
      ['jwt'],
      clue('approval', ['app', 'grants', 'appOauth'], ({ app, grants, appOauth }) => {
        if (app?.permittedUsers !== 'self-authorized' || appOauth === undefined) return undefined;
        if (!givesRefresh(appOauth.scopes)) return suggests({ app: app.name });
        return grants.length > 0 ? rulesOut({ app: app.name, count: grants.length }) : undefined;
      }),
    ),
  ],
  actions: ['changeUserRuntimeAccessPolicy'],
  remedies: [
    { id: 'pre-authorize', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appPolicies}/home' },
    { id: 'approve-once', who: 'user', effect: 'grants-access', notIn: ['jwt'] },
  ],
});
