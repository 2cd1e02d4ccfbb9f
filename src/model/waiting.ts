import type { Pointer } from './refusal.ts';

/** `transient`: the same question can be answered otherwise in minutes; `fatal`: time does not cure it; `unknown`: nobody can tell. */
export type AnswerClass = 'good' | 'transient' | 'fatal' | 'unknown';

/** Why an answer is of its class. Each is worded in `messages/waiting.md` under `reason.<id>`. */
export const waitReasons = [
  'key-known',
  'granted',
  'key-not-known-yet',
  'not-approved-yet',
  'not-installed-yet',
  'switched-off-yet',
  'host-silent',
  'host-unknown',
  'answer-cut',
  'maintenance',
  'server-trouble',
  'rate-limited',
  'needs-a-person',
  'not-trusted',
  'nothing-to-send',
  'not-understood',
] as const;

export type WaitReason = (typeof waitReasons)[number];

/** One question to the login host, and what became of it. Plain data, no secret. */
export type Try = {
  /** When it was asked: UTC, ISO 8601. */
  readonly at: string;
  /** From the start of the waiting to the question. */
  readonly elapsedMs: number;
  readonly host: string;
  readonly answer: {
    /** `error` as sent; the code of the network error where the host gave no answer. */
    readonly code?: string;
    readonly description?: string;
    /** HTTP status. */
    readonly status?: number;
  };
  readonly class: AnswerClass;
  readonly reason: WaitReason;
};

/**
 * `known`: the host knows the key, which says nothing of who may log in by it; `ready`: a login was granted; `gave-up`: time or tries used up;
 * `inconclusive`: answers that time may or may not cure, for too long; `interrupted`: someone stopped it.
 */
export type WaitOutcome = 'known' | 'ready' | 'fatal' | 'gave-up' | 'inconclusive' | 'interrupted';

/** What `--json` prints of the waiting. `Pointer`: the causes that the last answer points at. */
export type WaitResult = Pointer & {
  readonly outcome: WaitOutcome;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  /** What was asked for. `stable`: good answers wanted in a row; `budget`: tries allowed. */
  readonly wanted: { readonly minutes: number; readonly stable: number; readonly budget: number };
  /** Good answers in a row at the end. */
  readonly goodInARow: number;
  /** What was used up, where that ended it. */
  readonly limit?: 'time' | 'tries';
  readonly tries: readonly Try[];
};

/** What comes after a try. */
export type WaitNext =
  | { readonly do: 'ask'; readonly inMs: number }
  | { readonly do: 'end'; readonly outcome: WaitOutcome; readonly limit?: 'time' | 'tries' };
