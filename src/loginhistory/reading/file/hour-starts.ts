import { readWrittenTime, type WrittenTime } from './clock-text.ts';
import { hourIn } from './day-of-hour.ts';
import { dateOrder, dayOf, type DateOrder, type Dates } from './date-order.ts';
import type { HourStarts } from './file-tally.ts';
import type { RowReader } from './row-reader.ts';
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

const rowsOfHours = ({ table, times }: RowReader): Int32Array => {
  const rows = new Int32Array(times.hours.size);
  for (let group = 0; group < table.size; group += 1) {
    const hour = hourIn(table.keyOf(group, 'hour'));
    rows[hour] = (rows[hour] ?? 0) + table.countOf(group);
  }
  return rows;
};

const startOf = (time: WrittenTime, order: DateOrder, zone: string): number | UnreadReason => {
  const day = dayOf(time, order);
  if (day === undefined) return 'date-impossible';
  const wall = day + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  return placed(wall, time.zone, zone) ?? 'zone-unknown';
};

/** Where each hour of the file stands in UTC, and in which order its dates were read. Notes the hours that cannot be placed. */
export const hourStarts = (
  reader: RowReader,
  options: TimeOptions,
  unread: UnreadBook,
): { readonly starts: HourStarts; readonly dates: Dates; readonly zoneWritten: boolean } => {
  const { hours, firstLine } = reader.times;
  const texts = Array.from({ length: hours.size - 1 }, (_none, at) => hours.text(at + 1));
  const written = texts.map((text) => readWrittenTime(text));
  const known = written.filter((time) => time !== undefined);
  const dates: Dates =
    options.dateOrder === undefined ? dateOrder(known, options.now) : { order: options.dateOrder, found: 'given' };
  const rows = rowsOfHours(reader);
  const starts = new Float64Array(hours.size).fill(Number.NaN);
  for (const [at, time] of written.entries()) {
    const start = time === undefined ? 'time-not-understood' : startOf(time, dates.order, options.zone);
    if (typeof start === 'number') starts[at + 1] = start;
    else unread.note(start, firstLine[at + 1] ?? 0, () => texts[at] ?? '', rows[at + 1] ?? 0);
  }
  return { starts, dates, zoneWritten: known.length > 0 && known.every(({ zone }) => zone !== undefined) };
};
