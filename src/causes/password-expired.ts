import { cause } from '../clues/cause.ts';
import { passwordFlows } from '../clues/flows.ts';
import { isDecided } from '../clues/named.ts';
import { soonMs, span, wholeDays } from '../clues/times.ts';
import { clue, foretells, proves, rulesOut } from '../model/index.ts';

export default cause({
  id: 'password-expired',
  gate: 'user-state',
  blocks: true,
  flows: passwordFlows,
  sources: ['soap-core-faults', 'after-password-change'],
  clues: [
    clue('expiry', ['passwordExpiresAt', 'now'], ({ passwordExpiresAt: on, now }) => {
      const left = on === undefined ? undefined : span(now, on);
      if (on === undefined || left === undefined || left > soonMs) return undefined;
      return left > 0 ? foretells(on, { on, days: wholeDays(now, on) }) : proves({ on }, on);
    }),
    clue('not-expired', ['passwordExpiresAt', 'now', 'refusals'], ({ passwordExpiresAt: on, now, refusals }) => {
      if (isDecided(refusals, 'password-expired')) return undefined;
      return on === undefined || span(now, on) > 0 ? rulesOut() : undefined;
    }),
  ],
  actions: ['passwordexpiry', 'passwordexpiryForProfile'],
  remedies: [
    {
      id: 'set-password',
      who: 'org-admin',
      effect: 'changes-credential',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
    { id: 'never-expires', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/PermSets/home' },
    { id: 'leave-passwords', who: 'developer', effect: 'changes-client' },
  ],
});
