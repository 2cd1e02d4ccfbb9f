import type { CauseId } from './cause-id.ts';
import type { Standing } from './diagnosis.ts';
import type { Source, UnknownReason } from './fact.ts';
import type { FactName } from './facts.ts';
import type { Sign } from './sign.ts';
import type { WithSent } from './requests.ts';

/** A fact that a clue reads, and where it comes from, or why it was not seen. */
export type FactRead = {
  readonly fact: FactName;
  readonly state: 'known' | 'denied' | 'unknown';
  /** Without it the clue says less, and leaves nothing undecided. */
  readonly optional?: true;
  readonly source?: Source;
  /** Of a fact that was denied: with this permission it would be seen. */
  readonly permission?: string;
  readonly why?: UnknownReason;
  /** A flag of ours that would cure it. */
  readonly cure?: string;
};

/** `nothing`: it read all that it needs, and says neither yes nor no; `other-flow`: it is read in other flows only. */
type ClueSaid = Sign['kind'] | 'nothing' | 'not-read' | 'other-flow';

/** One look of a cause: what it read, where from, what it said. */
export type ClueHeard = {
  readonly clue: string;
  readonly said: ClueSaid;
  readonly text?: string;
  readonly read: readonly FactRead[];
};

/** What `sf auth doctor --why-not <cause>` prints: how one cause stands, clue by clue. Plain data. */
export type WhyNot = WithSent & {
  readonly schemaVersion: 1;
  readonly cause: CauseId;
  readonly title: string;
  readonly standing: Standing;
  readonly clues: readonly ClueHeard[];
};
