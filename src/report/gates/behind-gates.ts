import type { AppCheck } from '../../model/index.ts';
import type { Say } from '../say.ts';

/** What stands behind the gates, where none of them is closed: a line, or none. `say` speaks from `messages/gates.md`. */
export const behindGates = ({ decidingGate, notLookedAt }: AppCheck, say: Say): readonly string[] =>
  decidingGate !== undefined || notLookedAt.length === 0
    ? []
    : [say('screen.not-looked-at', { what: notLookedAt.map((one) => say(`screen.not-looked-at.${one}`)).join('; ') })];
