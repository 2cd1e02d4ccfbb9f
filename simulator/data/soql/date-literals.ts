import { calendarDay, weekdayOf, type Day } from './zone.ts';

/** Days from `start` on, `end` not included. */
export type Span = { start: Day; end: Day };

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

const shift = (day: Day, days: number): Day => calendarDay(day.year, day.month, day.day + days);

/** First day of the unit in which a day lies, `by` units on. Weeks start on Sunday; fiscal years are calendar years. */
const startOf = (today: Day, unit: Unit, by: number): Day => {
  if (unit === 'DAY') return shift(today, by);
  if (unit === 'WEEK') return shift(today, -weekdayOf(today) + 7 * by);
  if (unit === 'MONTH') return calendarDay(today.year, today.month + by, 1);
  if (unit === 'QUARTER') return calendarDay(today.year, Math.floor((today.month - 1) / 3) * 3 + 1 + 3 * by, 1);
  return calendarDay(today.year + by, 1, 1);
};

const whole = (today: Day, unit: Unit, from: number, to: number): Span => ({
  start: startOf(today, unit, from),
  end: startOf(today, unit, to),
});

const fixed: Readonly<Record<string, readonly [Unit, number, number]>> = {
  YESTERDAY: ['DAY', -1, 0],
  TODAY: ['DAY', 0, 1],
  TOMORROW: ['DAY', 1, 2],
  LAST_90_DAYS: ['DAY', -90, 1],
  NEXT_90_DAYS: ['DAY', 1, 91],
};

const withCount = (today: Day, unit: Unit, form: 'LAST' | 'NEXT' | 'AGO', count: number): Span => {
  if (form === 'AGO') return whole(today, unit, -count, -count + 1);
  if (form === 'NEXT') return whole(today, unit, 1, count + 1);
  // Days run up to this moment; weeks and longer end with the last whole one.
  return whole(today, unit, -count, unit === 'DAY' ? 1 : 0);
};

/** `LAST_N_DAYS:3`, `THIS_MONTH`, `TODAY` ... as days; undefined for words that are none of these. */
export const spanOf = (literal: string, today: Day): Span | undefined => {
  const word = literal.toUpperCase().replace('FISCAL_', '');
  const simple = fixed[word];
  if (simple !== undefined) return whole(today, ...simple);
  const counted = /^(?:(LAST|NEXT)_N_)?(?:N_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S(_AGO)?:(\d+)$/.exec(word);
  if (counted !== null) {
    const form = counted[3] === undefined ? (counted[1] as 'LAST' | 'NEXT') : 'AGO';
    return withCount(today, counted[2] as Unit, form, Number(counted[4]));
  }
  const near = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(word);
  if (near === null) return undefined;
  const by = { LAST: -1, THIS: 0, NEXT: 1 }[near[1] as 'LAST' | 'THIS' | 'NEXT'];
  return whole(today, near[2] as Unit, by, by + 1);
};
