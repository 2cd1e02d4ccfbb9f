import type { ThresholdResult } from '../../model/index.ts';
import type { Piece } from '../piece.ts';
import { period } from '../times.ts';
import { busiestWindow } from './busiest.ts';

export type Threshold = {
  /** Exceeded by more failures than this. */
  readonly limit: number;
  readonly windowMs: number;
};

/** Whether a window of that length, wherever it starts, holds more failing rows than the limit. */
export const checkThreshold = (failures: readonly Piece[], { limit, windowMs }: Threshold): ThresholdResult => {
  const highest = busiestWindow(failures, windowMs);
  if (highest === undefined) return { limit, windowMs, state: 'kept' };
  const { from, to, rows, atMost } = highest;
  return {
    limit,
    windowMs,
    state: rows > limit ? 'exceeded' : atMost > limit ? 'undecided' : 'kept',
    highest: { ...period(from, to), rows, ...(atMost > rows ? { atMost } : {}) },
  };
};
