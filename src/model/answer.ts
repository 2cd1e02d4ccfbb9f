import type { CauseId } from './cause-id.ts';
import type { Pointer } from './refusal.ts';

/** What a person answers who found no row in Login History at the minute of the failure. */
export const noRow = 'no-row';

/** What a person can find out by one look, where a text leaves several causes. */
export const questionIds = ['login-history', 'flow', 'consumer-key', 'sandbox-refreshed', 'login-host'] as const;

export type QuestionId = (typeof questionIds)[number];

/** What a person saw in Login History at the minute of the failure, and what that points at. */
export type SeenStatus = Pointer & {
  readonly question: 'login-history';
  /** The status as Login History writes it, or `no-row`. */
  readonly saw: string;
};

/** What a person found out elsewhere: one of the values that the question has. */
export type FoundOut = { readonly question: Exclude<QuestionId, 'login-history'>; readonly saw: string };

export type Answer = SeenStatus | FoundOut;

/** The one look that splits what is possible best, and what would stay possible by each answer that leaves less. */
export type Question = {
  readonly id: QuestionId;
  readonly choices: ReadonlyArray<{ readonly answer: string; readonly causes: readonly CauseId[] }>;
};
