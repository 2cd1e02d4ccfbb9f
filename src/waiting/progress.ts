import { defined } from '../model/index.ts';
import type { Try } from '../model/index.ts';
import type { Reading } from './classify.ts';
import { lastStep } from './pace.ts';

/** Where the waiting stands. Times: epoch ms. */
export type Progress = {
  readonly startedAt: number;
  /** When each try was sent, oldest first. */
  readonly asked: readonly number[];
  readonly tries: readonly Try[];
  /** Good answers in a row. */
  readonly good: number;
  /** How far the back-off has come. */
  readonly step: number;
  readonly last?: Reading;
  /** The unbroken run of one answer that is believed for a while only: since when, and how many of them nobody could tell. */
  readonly doubt?: { readonly since: number; readonly unknown: number };
};

export const begin = (now: number): Progress => ({ startedAt: now, asked: [], tries: [], good: 0, step: 0 });

const doubtAfter = (before: Progress, { class: kind, reason, boundMs }: Reading, at: number): Progress['doubt'] => {
  const isUnknown = kind === 'unknown';
  if (!isUnknown && boundMs === undefined) return undefined;
  const doubt = before.last?.reason === reason ? before.doubt : undefined;
  return { since: doubt?.since ?? at, unknown: isUnknown ? (doubt?.unknown ?? 0) + 1 : 0 };
};

/** A limit on requests is not met by asking again soon. */
const stepAfter = ({ step }: Progress, { class: kind, reason }: Reading): number => {
  if (kind === 'good') return step;
  return reason === 'rate-limited' ? lastStep : step + 1;
};

/** The waiting after one more try. `at`: when it was sent. */
export const afterTry = (before: Progress, at: number, tried: Try, reading: Reading): Progress => {
  const doubt = doubtAfter(before, reading, at);
  return {
    startedAt: before.startedAt,
    asked: [...before.asked, at],
    tries: [...before.tries, tried],
    good: reading.class === 'good' ? before.good + 1 : 0,
    step: stepAfter(before, reading),
    last: reading,
    ...defined({ doubt }),
  };
};
