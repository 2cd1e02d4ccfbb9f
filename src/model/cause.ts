import type { CauseId } from './cause-id.ts';
import type { Clue } from './clue.ts';
import type { Flow } from './flow.ts';
import type { Gate } from './gate.ts';
import type { Remedy } from './remedy.ts';

/** A public page that says so. `checked`: the day on which somebody last looked. */
export type Citation = { readonly id: string; readonly url: string; readonly checked: string };

/** One root cause: one file, one id, one page, for ever. Its words live in `messages/cause.<id>.md`. */
export type Cause = {
  readonly id: CauseId;
  readonly gate: Gate;
  /** Whether it stops the login (or the first call after it). Hygiene does not. */
  readonly blocks: boolean;
  /** The flows in which it can happen; absent: all. */
  readonly flows?: readonly Flow[];
  /** From when on, and until when, Salesforce refuses logins for it: UTC, ISO 8601; absent: always. */
  readonly since?: string;
  readonly until?: string;
  /**
   * Whether the same call can succeed later without anyone changing anything. A list: only where one of the clues named
   * proves it (an app that is still spreading passes by itself, an app that was deleted does not).
   */
  readonly transient?: boolean | readonly string[];
  readonly sources: readonly Citation[];
  /** Causes that this one brings about: shown after it. */
  readonly explains: readonly CauseId[];
  readonly clues: readonly Clue[];
  /** Setup Audit Trail actions by which an admin brings it about (compared without case); none known = absent. */
  readonly actions?: readonly string[];
  /** Those by which an admin undoes it, beside the same ones. */
  readonly undoneBy?: readonly string[];
  /** The permission that stops the login while it is so: an entry that changes another one is none of this cause's. */
  readonly permission?: { readonly label: string; readonly stops: 'enabled' | 'disabled' };
  readonly remedies: readonly Remedy[];
};
