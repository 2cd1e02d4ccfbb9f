/** Arithmetic on UTC, ISO 8601 strings. No clock: every time comes in. */
import { dayMs, hourMs, minuteMs } from '../model/index.ts';
export { dayMs, hourMs, minuteMs } from '../model/index.ts';

/** What ends within this time is worth a warning. */
export const soonMs = 30 * dayMs;

const text = (date: Date): string => date.toISOString().replace('.000Z', 'Z');

/** From one time to another, in ms; negative where `to` lies before. */
export const span = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

export const wholeMinutes = (from: string, to: string): number => Math.floor(span(from, to) / minuteMs);

export const wholeDays = (from: string, to: string): number => Math.floor(span(from, to) / dayMs);

export type Period = { readonly period: number; readonly unit: 'hours' | 'days' | 'months' };

/** Calendar months; the 31st of a short month runs over into the next, as in JavaScript. */
export const addPeriod = (at: string, { period, unit }: Period): string => {
  const date = new Date(at);
  if (unit === 'months') date.setUTCMonth(date.getUTCMonth() + period);
  else date.setTime(date.getTime() + period * (unit === 'days' ? dayMs : hourMs));
  return text(date);
};

/** The newest of some times; undefined where there is none. */
export const newest = (times: ReadonlyArray<string | undefined>): string | undefined =>
  times.filter((time) => time !== undefined).toSorted((a, b) => span(a, b))[0];

export const oldest = (times: ReadonlyArray<string | undefined>): string | undefined =>
  times.filter((time) => time !== undefined).toSorted((a, b) => span(b, a))[0];
