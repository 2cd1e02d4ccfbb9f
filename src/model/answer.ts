import type { CauseId } from './cause-id.ts';
import type { Pointer } from './refusal.ts';

/** What a person answers who found no row in Login History at the minute of the failure. */
export const noRow = 'no-row';

/** What a person saw in Login History at the minute of the failure, and what that points at. */
export type Answer = Pointer & {
  /** The status as Login History writes it, or `no-row`. */
  readonly saw: string;
};

/** The one look that splits what is possible best, and what would stay possible by each answer. */
export type Question = {
  readonly id: 'login-history';
  readonly choices: ReadonlyArray<{ readonly answer: string; readonly causes: readonly CauseId[] }>;
};
