import { onlyIn, passwordFlows, sendsPassword } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isDecided } from '../clues/named.ts';
import { soonMs, span, wholeDays } from '../clues/times.ts';
import { cause, clue, foretells, proves, rulesOut, suggests } from '../model/index.ts';

export default cause({
  id: 'password-expired',
  gate: 'user-state',
  blocks: true,
  explains: [],
  clues: [
    said('password-expired'),
    inHistory('password-expired'),
    onlyIn('password-expired', ...passwordFlows),
    clue('expiry', ['passwordExpiresAt', 'now', 'integration'], ({ passwordExpiresAt: on, now, integration }) => {
      const left = on === undefined ? undefined : span(now, on);
      if (on === undefined || left === undefined || left > soonMs) return undefined;
      if (left > 0)
        return sendsPassword(integration.flow) ? foretells(on, { on, days: wholeDays(now, on) }) : undefined;
      if (sendsPassword(integration.flow)) return proves({ on }, on);
      return integration.flow === undefined ? suggests({ on }, on) : undefined;
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
