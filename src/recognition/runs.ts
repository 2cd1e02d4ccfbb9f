import { minuteMs } from '../model/index.ts';

/** The day and the time with which a line of a log begins. */
const stamp = /^[^\n]{0,40}?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/u;
const longestBefore = 400;

/** When the line of a place was written, in milliseconds, where it says so: all lines of one log in the same zone. */
export const writtenAt = (source: string, place: number): number | undefined => {
  const from = Math.max(0, place - longestBefore);
  const [first = '', ...more] = source.slice(from, place).split('\n');
  // A line that begins further before is not read: what stands in its middle is no time of it.
  const line = more.at(-1) ?? (from === 0 ? first : '');
  const [, day, time] = stamp.exec(line) ?? [];
  const at = Date.parse(`${day}T${time}Z`);
  return Number.isNaN(at) ? undefined : at;
};

/** Tries that lie so far apart are no retries of one run. */
const betweenRuns = 30 * minuteMs;

/** Whether a time is of an earlier run than another. */
export const isOfEarlierRun = (at: number | undefined, newest: number | undefined): boolean =>
  at !== undefined && newest !== undefined && newest - at > betweenRuns;
