import { cause } from '../clues/cause.ts';
import { passwordFlows } from '../clues/flows.ts';
import { healthCheck } from '../clues/health-check.ts';
import { soonMs, span, wholeDays } from '../clues/times.ts';
import { clue, foretells, rulesOut } from '../model/index.ts';

/** Hygiene: nothing fails by it yet. From 30 days before the end, and after it, `password-expired` speaks. */
export default cause({
  id: 'password-can-expire',
  gate: 'user-state',
  blocks: false,
  flows: passwordFlows,
  sources: ['soap-core-faults'],
  clues: [
    clue('expiry', ['passwordExpiresAt', 'now'], ({ passwordExpiresAt: on, now }) => {
      if (on === undefined) return rulesOut();
      return span(now, on) > soonMs ? foretells(on, { on, days: wholeDays(now, on) }) : undefined;
    }),
    healthCheck('Password Policies'),
  ],
  remedies: [
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
    { id: 'never-expires', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/PermSets/home' },
  ],
});
