import type { CauseId } from './cause-id.ts';
import type { Clue } from './clue.ts';
import type { Gate } from './gate.ts';
import type { Remedy } from './remedy.ts';

/** One root cause: one file, one id, one page, for ever. Its words live in `messages/cause.<id>.md`. */
export type Cause = {
  readonly id: CauseId;
  readonly gate: Gate;
  /** Whether it stops the login (or the first call after it). Hygiene does not. */
  readonly blocks: boolean;
  /**
   * Whether the same call can succeed later without anyone changing anything. A list: only where one of the clues named
   * proves it (an app that is still spreading passes by itself, an app that was deleted does not).
   */
  readonly transient?: boolean | readonly string[];
  /** Causes that this one brings about: shown after it. */
  readonly explains: readonly CauseId[];
  readonly clues: readonly Clue[];
  /** Setup Audit Trail actions by which an admin brings it about (compared without case); none known = absent. */
  readonly actions?: readonly string[];
  readonly remedies: readonly Remedy[];
};

export const cause = (definition: Cause): Cause => definition;
