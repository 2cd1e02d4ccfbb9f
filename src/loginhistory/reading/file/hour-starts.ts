import { readWrittenTime, type WrittenTime } from './clock-text.ts';
import { dateOrder, dayOf, type DateOrder, type Dates } from './date-order.ts';
import type { UnreadBook, UnreadReason } from './unread.ts';
import { placed } from './zone.ts';

export type TimeOptions = {
  /** IANA name of the zone of the viewer who exported the file. */
  readonly zone: string;
  /** Where the caller knows it. */
  readonly dateOrder?: DateOrder | undefined;
  /** ms. */
  readonly now: number;
};

/** An hour as the file names it: the first line on which it stood, and how many rows it has. */
export type HourRows = { readonly line: number; rows: number };

export type HourStarts = {
  /** UTC ms. Hours that were not understood are absent. */
  readonly starts: ReadonlyMap<string, number>;
  readonly dates: Dates;
  /** Every time names its own zone. */
  readonly zoneWritten: boolean;
};

const startOf = (time: WrittenTime, order: DateOrder, zone: string): number | UnreadReason => {
  const day = dayOf(time, order);
  if (day === undefined) return 'date-impossible';
  const wall = day + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  return placed(wall, time.zone, zone) ?? 'zone-unknown';
};

/** Where each hour of the file stands in UTC, and in which order its dates were read. Notes the hours that cannot be placed. */
export const hourStarts = (
  hours: ReadonlyMap<string, HourRows>,
  options: TimeOptions,
  unread: UnreadBook,
): HourStarts => {
  const written = [...hours].map(([text, hour]) => ({ text, hour, time: readWrittenTime(text) }));
  const known = written.flatMap(({ time }) => time ?? []);
  const dates: Dates =
    options.dateOrder === undefined ? dateOrder(known, options.now) : { order: options.dateOrder, found: 'given' };
  const starts = new Map<string, number>();
  for (const { text, hour, time } of written) {
    const start = time === undefined ? 'time-not-understood' : startOf(time, dates.order, options.zone);
    if (typeof start === 'number') starts.set(text, start);
    else unread.note(start, hour.line, text, hour.rows);
  }
  return { starts, dates, zoneWritten: known.length > 0 && known.every(({ zone }) => zone !== undefined) };
};
