import { aheadAt } from '../clues/ahead.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause, clue } from '../model/index.ts';

const id = 'soap-login-disabled';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'soap-login'),
    // When a given org is told to enforce it, and whether this user has the permission, is not known.
    clue('any-api-auth', ['integration', 'now'], ({ integration: { flow }, now }) =>
      flow === 'soap-login' ? aheadAt('soap-login-needs-any-api-auth', now) : undefined,
    ),
    clue('retirement', ['integration', 'now'], ({ integration: { flow }, now }) =>
      flow === 'soap-login' ? aheadAt('soap-login-retires', now) : undefined,
    ),
  ],
  remedies: [
    { id: 'use-oauth', who: 'developer', effect: 'changes-client' },
    {
      id: 'enable-soap-login',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/UserInterfaceUI/home',
    },
  ],
});
