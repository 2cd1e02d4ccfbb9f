import { dayMs, hourMs } from '../../model/index.ts';
import type { OrgAnswer, OrgRequest } from '../org-wire.ts';
import type { Document } from './documents.ts';
import { sobject } from './documents.ts';
import { needed, number, records, text, time, type Row } from './rows.ts';
import { query } from './soql.ts';

/** One log of logins, of a day or of an hour. Times: epoch ms, UTC. */
export type EventLogFile = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  readonly isHourly: boolean;
};

/** A piece of time: epoch ms, UTC. */
export type Span = { readonly from: number; readonly to: number };

/** What a file is for, and how long it takes to be written, tells the guide. */
export const documents: readonly [Document, ...Document[]] = [
  sobject('EventLogFile', '2026-11-30'),
  {
    ...sobject('EventLogFile', '2026-11-30'),
    url: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/using_resources_event_log_files.htm',
  },
];

/** A busy org's day may have hundreds of megabytes: so much of it is read. */
export const mostBytes = 16 * 1024 * 1024;

/** More files than any window that is asked for has. */
const mostListed = 200;

/** Which logs of logins lie in a span. `LogDate` is the start of the day or hour that a file is of; the day that it begins in may have one. */
export const listFiles = ({ from, to }: Span): OrgRequest => {
  const [first, last] = [from - dayMs, to].map((ms) => new Date(ms).toISOString());
  return query(
    `SELECT Id, LogDate, Interval, LogFileLength FROM EventLogFile WHERE EventType = 'Login' AND LogDate >= ${first} AND LogDate <= ${last} ORDER BY LogDate DESC LIMIT ${mostListed}`,
  );
};

export const logFile = ({ id }: EventLogFile): OrgRequest => ({ kind: 'log-file', id });

const fileOf = (row: Row): EventLogFile => {
  const from = Date.parse(needed(time(row.LogDate)));
  const isHourly = text(row.Interval)?.toLowerCase() === 'hourly';
  return {
    id: needed(text(row.Id)),
    from,
    to: from + (isHourly ? hourMs : dayMs),
    bytes: needed(number(row.LogFileLength)),
    isHourly,
  };
};

const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

export type Picked = {
  readonly files: readonly EventLogFile[];
  /** There are more of the span than are read. */
  readonly isCut: boolean;
};

/**
 * The files of a span that are worth reading, newest first, as many as fit in `most` bytes. A day's own file has all of that day, so its
 * hours are not read beside it.
 */
export const pickFiles = (answer: OrgAnswer, span: Span, most = mostBytes): Picked => {
  const all = records(answer)
    .map(fileOf)
    .filter((file) => overlap(file, span));
  const days = all.filter(({ isHourly }) => !isHourly);
  const wanted = all.filter((file) => !file.isHourly || !days.some((day) => overlap(day, file)));
  let bytes = 0;
  const files = wanted.filter((file) => {
    bytes += file.bytes;
    return bytes <= most;
  });
  return { files, isCut: files.length < wanted.length };
};
