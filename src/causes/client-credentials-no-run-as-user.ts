import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, notes, proves, rulesOut, suggests, untold } from '../model/index.ts';

const id = 'client-credentials-no-run-as-user';

export default cause({
  id,
  gate: 'run-as-user',
  blocks: true,
  flows: ['client-credentials'],
  sources: ['oauth-errors'],
  clues: [
    clue('run-as', ['app'], ({ app }) => {
      const credentials = app?.clientCredentials;
      if (app === undefined || credentials?.enabled !== true) return undefined;
      return credentials.runAs === undefined ? proves({ app: app.name }) : undefined;
    }),
    clue('serves', ['app', 'runAs', 'refusals'], ({ app, runAs, refusals }) => {
      const name = app?.clientCredentials?.runAs;
      if (app === undefined || name === undefined) return undefined;
      if (runAs === undefined) return proves({ app: app.name, runAs: name });
      if (!runAs.isActive) return undefined;
      return isNamed(refusals, id) ? undefined : rulesOut({ app: app.name, runAs: name });
    }),
    // The wording does not tell whether there is none, or one that cannot serve.
    clue('inactive', ['app', 'runAs', 'refusals'], ({ app, runAs, refusals }) => {
      if (app === undefined || runAs === undefined || runAs.isActive) return undefined;
      const values = { app: app.name, runAs: runAs.username };
      return isNamed(refusals, id) ? proves(values) : suggests(values);
    }),
    clue('policy', ['app'], ({ app }) =>
      app !== undefined && app.clientCredentials === undefined ? untold({ app: app.name }) : undefined,
    ),
    // The reference says that the user must have it; that a login without it is refused was not seen.
    clue('api-only', ['app', 'runAs'], ({ app, runAs }) =>
      app?.clientCredentials?.runAs === undefined || runAs === undefined || runAs.apiUserOnly.length > 0
        ? undefined
        : notes({ runAs: runAs.username }),
    ),
  ],
  actions: ['addOauthClientCredentialUser', 'changeApplicationClientCredentialEnabled'],
  remedies: [
    {
      id: 'choose-run-as-user',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/{appPolicies}/home',
    },
  ],
});
