import { cause } from '../clues/cause.ts';
import { aheadAt } from '../clues/ahead.ts';
import { clue } from '../model/index.ts';

const id = 'soap-login-disabled';

export default cause({
  id,
  gate: 'flow',
  blocks: true,
  flows: ['soap-login'],
  sources: ['soap-login-retirement', 'soap-login'],
  clues: [
    // When a given org is told to enforce it, and whether this user has the permission, is not known.
    clue('any-api-auth', ['now'], ({ now }) => aheadAt('soap-login-needs-any-api-auth', now)),
    clue('retirement', ['now'], ({ now }) => aheadAt('soap-login-retires', now)),
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
