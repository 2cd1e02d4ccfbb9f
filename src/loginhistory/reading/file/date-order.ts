import { dayMs } from '../../../model/index.ts';
import type { WrittenTime } from './clock-text.ts';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** How the order of day and month was found: in the dates, by how the rows follow one another, by what can be, or not at all. */
type OrderFound = 'given' | 'written' | 'sequence' | 'plausible' | 'assumed';

export type Dates = { readonly order: DateOrder; readonly found: OrderFound };

/** Day of a date in an order, as UTC ms; undefined where it is not in the calendar. */
export const dayOf = ({ numbers, shape }: WrittenTime, order: DateOrder): number | undefined => {
  const [x, y, z] = numbers;
  const [year, month, day] = shape === 'year-first' ? [x, y, z] : order === 'mdy' ? [z, x, y] : [z, y, x];
  const full = year < 100 ? 2000 + year : year;
  const ms = Date.UTC(full, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && full > 1990 ? ms : undefined;
};

/** How far one travels from date to date in the sequence of the rows: the right order is the shorter way. */
const wayOf = (times: readonly WrittenTime[], order: DateOrder): number => {
  const days = times.flatMap((time) => dayOf(time, order) ?? []);
  return days.reduce((way, day, at) => way + Math.abs(day - (days[at - 1] ?? day)), 0);
};

/** Login History is kept for six months. */
const keptMs = 190 * dayMs;

const isPossible = (times: readonly WrittenTime[], order: DateOrder, now: number): boolean =>
  times.every((time) => {
    const day = dayOf(time, order);
    return day !== undefined && day <= now + dayMs && day >= now - keptMs;
  });

const shortDates = (open: readonly WrittenTime[], now: number): Dates => {
  const [asMdy, asDmy] = [wayOf(open, 'mdy'), wayOf(open, 'dmy')];
  if (asMdy !== asDmy) return { order: asMdy < asDmy ? 'mdy' : 'dmy', found: 'sequence' };
  const possible = (['mdy', 'dmy'] as const).filter((order) => isPossible(open, order, now));
  const [only] = possible;
  if (only !== undefined && possible.length === 1) return { order: only, found: 'plausible' };
  return { order: open.some(({ twelve }) => twelve) ? 'mdy' : 'dmy', found: 'assumed' };
};

/** In which order day and month stand. `times`: one of each hour, in the order of the rows. `now`: ms. */
export const dateOrder = (times: readonly WrittenTime[], now: number): Dates => {
  const open = times.filter(({ shape }) => shape === 'open');
  if (open.length === 0) {
    const first = times[0]?.shape;
    return { order: first === 'dots' ? 'dmy' : 'ymd', found: 'written' };
  }
  const monthFirst = open.filter(({ numbers: [, y] }) => y > 12).length;
  const dayFirst = open.filter(({ numbers: [x] }) => x > 12).length;
  if (monthFirst !== dayFirst) return { order: monthFirst > dayFirst ? 'mdy' : 'dmy', found: 'written' };
  return shortDates(open, now);
};
