import { cause } from '../clues/cause.ts';
import { serverFlows } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut } from '../model/index.ts';

/** Hygiene: nothing fails by it. In flows in which a person logs in, people may well be meant to let the app in themselves. */
export default cause({
  id: 'users-self-authorize',
  gate: 'permitted-users',
  blocks: false,
  flows: serverFlows,
  sources: ['jwt-bearer-flow', 'approving-apps'],
  clues: [
    // Where the approval is what may be refused, `user-not-approved` speaks, and its cure is the same.
    clue('policy', ['app', 'refusals'], ({ app, refusals }) => {
      if (app?.permittedUsers === undefined) return undefined;
      const values = { app: app.name };
      if (app.permittedUsers !== 'self-authorized') return rulesOut(values);
      return isNamed(refusals, 'user-not-approved') ? undefined : proves(values);
    }),
  ],
  remedies: [
    { id: 'pre-authorize', who: 'org-admin', effect: 'grants-access', setup: '/lightning/setup/{appPolicies}/home' },
  ],
});
