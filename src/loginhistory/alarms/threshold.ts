import type { ThresholdResult } from '../../model/index.ts';
import type { Piece } from '../piece.ts';
import { period } from '../times.ts';
import { busiestWindow } from './busiest.ts';

export type Threshold = {
  /** Exceeded by more failures than this. */
  readonly limit: number;
  readonly windowMs: number;
  /** When what was counted ends: epoch ms, UTC. No window is told to end later. */
  readonly until?: number;
};

/** Whether a window of that length, wherever it starts, holds more failing rows than the limit. */
export const checkThreshold = (
  failures: readonly Piece[],
  { limit, windowMs, until = Infinity }: Threshold,
): ThresholdResult => {
  const highest = busiestWindow(failures, windowMs);
  if (highest === undefined) return { limit, windowMs, state: 'kept' };
  const { from, to, rows, atMost } = highest;
  return {
    limit,
    windowMs,
    state: rows > limit ? 'exceeded' : atMost > limit ? 'undecided' : 'kept',
    highest: { ...period(from, Math.min(to, Math.max(from, until))), rows, ...(atMost > rows ? { atMost } : {}) },
  };
};
