import { hourMs, minuteMs } from '../../../model/index.ts';

/** In how long spans rows are counted: the longest divisor of an hour that is no longer than what was asked for, in whole minutes. */
export const spanOf = (asked = hourMs): number => {
  const minutes = Math.max(1, Math.min(60, Math.floor(asked / minuteMs)));
  const fitting = Array.from({ length: minutes }, (_none, at) => minutes - at).find((length) => 60 % length === 0);
  return (fitting ?? 1) * minuteMs;
};
