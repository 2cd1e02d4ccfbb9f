import { messageOf } from '../../../model/index.ts';
import type { LoginTally } from '../tally/group.ts';
import { missingOf, type LoginFileFormat, type Meaning } from './columns.ts';
import { csvRows } from './csv-rows.ts';
import type { DateOrder, Dates } from './date-order.ts';
import { fileTally } from './file-tally.ts';
import { hourStarts } from './hour-starts.ts';
import { jsonRows } from './json-rows.ts';
import { peek, type Chunks } from './peek.ts';
import { RowCounter } from './row-counter.ts';
import { spanOf } from './span.ts';
import { unreadBook, type Unread } from './unread.ts';

export type LoginFileOptions = {
  /** IANA name of the zone of the viewer who exported the file; times that name their own zone do not need it. Default UTC. */
  readonly zone?: string | undefined;
  /** Where the caller knows it; else it is found in the dates. */
  readonly dateOrder?: DateOrder | undefined;
  /** ms into which the rows are counted: a divisor of an hour, at least a minute. Default an hour. A tally has its own. */
  readonly span?: number | undefined;
  /** Groups that are kept in memory before they are made coarser. Default 300,000. */
  readonly mostGroups?: number | undefined;
  /** ms: dates that lie ahead of it are less likely. */
  readonly now: number;
};

export type LoginFile = {
  readonly format: LoginFileFormat;
  /** Its rows were counted before: the answer of a warehouse to our query. */
  readonly isTally: boolean;
  /** In how long spans its rows are counted: ms. */
  readonly spanMs: number;
  readonly tally: LoginTally;
  /** Columns that the file does not have, of those that we look for. */
  readonly missing: readonly Meaning[];
  readonly dates: Dates;
  readonly zone: {
    readonly name: string;
    /** `written`: every time names its own; `given`: by the caller; `assumed`: UTC, since nobody said. */
    readonly from: 'written' | 'given' | 'assumed';
  };
  readonly unread: Unread;
};

/** Nothing in it has a time and a status. */
export type NoLoginFile = { readonly unread: Unread };

/** So much is looked at to tell the format: a title and a header fit in. */
const headBytes = 1 << 16;

/**
 * Counts the chunks of a login file: rows of LoginHistory, of LoginEvent, or of an EventLogFile of type Login, or a tally of them; as CSV,
 * as JSON, or as a JSON line each. Never throws on its content.
 */
export const readLoginFile = async (chunks: Chunks, options: LoginFileOptions): Promise<LoginFile | NoLoginFile> => {
  const unread = unreadBook();
  const counter = new RowCounter(spanOf(options.span), unread, options.mostGroups);
  const { head, all } = await peek(chunks, headBytes);
  const start = new TextDecoder().decode(head);
  const rows = /^\s*[[{]/u.test(start) ? jsonRows : csvRows;
  try {
    await rows(start, all, counter);
  } catch (error) {
    unread.note('stream-broken', counter.line + 1, messageOf(error));
  }
  if (counter.format === undefined && !counter.isEmptyAnswer) return { unread: unread.result() };
  const format = counter.format ?? 'login-history';
  const zone = format === 'event-log-file' ? 'UTC' : (options.zone ?? 'UTC');
  const { starts, dates, zoneWritten } = hourStarts(counter.hours, { ...options, zone }, unread);
  return {
    format,
    isTally: counter.isTally,
    spanMs: counter.spanMs,
    tally: fileTally(counter, starts, options.now),
    missing: counter.format === undefined ? [] : missingOf(format, counter.found),
    dates,
    zone: { name: zone, from: zoneWritten ? 'written' : options.zone === undefined ? 'assumed' : 'given' },
    unread: unread.result(),
  };
};
