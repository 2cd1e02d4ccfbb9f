import { minuteMs } from '../model/index.ts';

/** `2026-11-23 02:14:05 UTC` from a UTC ISO 8601 string; whatever is no time is shown as it is. */
export const utc = (iso: string): string => {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) return iso;
  const [day = '', time = ''] = new Date(ms).toISOString().split('T');
  return `${day} ${time.slice(0, 8)} UTC`;
};

const isoTime = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/gu;

/** A text with every ISO time of day in it as a person reads it. */
export const readable = (text: string): string => text.replaceAll(isoTime, utc);

/** Midnight, as a day of the calendar is kept. */
export const isDay = (iso: string): boolean => /T00:00:00(?:\.000)?Z$/u.test(iso);

/** What is still to come: a day alone where only a day is meant. */
export const dayOrTime = (iso: string): string => (isDay(iso) ? iso.slice(0, 10) : utc(iso));

/** A text of what is still to come, as a person reads it. */
export const readableAhead = (text: string): string => text.replaceAll(isoTime, dayOrTime);

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;

/** The two largest units of a length of time: `3 h 4 min`. */
export const span = (ms: number): string => {
  let left = Math.round(Math.abs(ms) / 1000);
  const parts: string[] = [];
  for (const [unit, seconds] of units) {
    const count = Math.floor(left / seconds);
    left -= count * seconds;
    if (count > 0) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? '0 s' : parts.join(' ');
};

/** How long a run took: `850 ms`, `1.8 s`, `1 min 10 s`. */
export const took = (ms: number): string => {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  return ms < minuteMs ? `${(ms / 1000).toFixed(1)} s` : span(ms);
};
