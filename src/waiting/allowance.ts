import { minuteMs } from '../model/index.ts';

/**
 * No more requests than this in any such time. How many questions a token endpoint takes is not published, so we ask little.
 */
export const allowance = { requests: 25, ms: 15 * minuteMs } as const;

/** Tries allowed in so many minutes, where nobody set a budget. */
export const usualBudget = (minutes: number): number =>
  allowance.requests * Math.max(1, Math.ceil((minutes * minuteMs) / allowance.ms));

/** ms until one more request is within the allowance. `asked`: when the others were sent, epoch ms, oldest first. */
export const untilAllowed = (asked: readonly number[], now: number): number => {
  const oldest = asked.at(-allowance.requests);
  return oldest === undefined ? 0 : Math.max(0, oldest + allowance.ms + 1 - now);
};
