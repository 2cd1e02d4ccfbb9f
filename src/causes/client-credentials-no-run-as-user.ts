import { workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, proves, rulesOut } from '../model/index.ts';

const id = 'client-credentials-no-run-as-user';

export default cause({
  id,
  gate: 'user',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'client-credentials'),
    clue('run-as', ['integration', 'app', 'refusals'], ({ integration: { flow }, app, refusals }) => {
      const credentials = app?.clientCredentials;
      if (flow !== 'client-credentials' || app === undefined || credentials?.enabled !== true) return undefined;
      if (credentials.runAs === undefined) return proves({ app: app.name });
      return isNamed(refusals, id) ? undefined : rulesOut({ app: app.name, runAs: credentials.runAs });
    }),
    workedLately(),
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
