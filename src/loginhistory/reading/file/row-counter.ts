import { defined, hourMs } from '../../../model/index.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { fromCompact } from '../../event-log/compact-time.ts';
import { dimensions, type Dimension } from '../tally/group.ts';
import { rowOf, type Columns, type LoginFileFormat, type LoginFileRow, type Meaning } from './columns.ts';
import type { HourRows } from './hour-starts.ts';
import { RowGroups } from './row-groups.ts';
import type { RowTaker } from './row-taker.ts';
import { rowTime, type RowTime } from './row-time.ts';
import { loginsOf, tallyRow, type TallyRow } from './tally-row.ts';
import type { UnreadBook, UnreadReason } from './unread.ts';

/** Successes of a span by application alone: finer than groups that were made coarser. Times as in `RowGroup`. */
export type SuccessCount = {
  readonly hour: string;
  readonly spanStart: number;
  readonly application?: string;
  count: number;
};

const usualGroups = 300_000;

const valuesOf = (row: LoginFileRow): Partial<Record<Dimension, string>> => {
  const values: Partial<Record<Dimension, string>> = {};
  for (const dimension of dimensions) {
    const value = dimension === 'user' ? (row.userId ?? row.user) : row[dimension];
    if (value !== undefined) values[dimension] = value;
  }
  return values;
};

/** So many logins of one span. */
type Logins = RowTime & { readonly lastWithin: number; readonly count: number };

/** In the hour that a row of the event log would name. */
const inHour = ({ first, last, logins }: TallyRow): Logins => {
  const start = Math.floor(first / hourMs) * hourMs;
  return { hour: new Date(start).toISOString(), within: first - start, lastWithin: last - start, count: logins };
};

/** Counts the rows of a login file, each in its group, before their times are understood. */
export class RowCounter implements RowTaker {
  public format: LoginFileFormat | undefined;
  public isEmptyAnswer = false;
  /** Of the row that came last. */
  public line = 0;
  public readonly found = new Set<Meaning>();
  public readonly hours = new Map<string, HourRows>();
  public readonly groups: RowGroups;
  public readonly successes = new Map<string, SuccessCount>();
  /** Of users that stand by their id: the first name that stood with it. */
  public readonly usernames = new Map<string, string>();

  private span: number;
  private spanIsTold = false;
  private readonly book: UnreadBook;
  private readonly successful = new Map<string, boolean>();
  private columns: Columns | undefined;

  /** `span`: ms into which an hour is cut; a divisor of an hour. `mostGroups`: with more they are made coarser. */
  public constructor(span: number, book: UnreadBook, mostGroups = usualGroups) {
    this.span = span;
    this.book = book;
    this.groups = new RowGroups(mostGroups);
  }

  public get spanMs(): number {
    return this.span;
  }

  public get isTally(): boolean {
    return this.columns?.isTally === true;
  }

  public header(columns: Columns): void {
    if (columns === this.columns) return;
    this.columns = columns;
    this.format ??= columns.format;
    for (const meaning of columns.at.keys()) this.found.add(meaning);
  }

  public row(columns: Columns, record: readonly string[], line: number): void {
    this.header(columns);
    this.line = line;
    const row = rowOf(columns, record);
    const { event, status } = row;
    if (event !== undefined && event !== 'Login') this.unread('other-event', line, event);
    else if (columns.isTally) this.countTally(row, line);
    else if (status === undefined) this.unread('no-status', line);
    else this.countRow(row, status, line);
  }

  public unread(reason: UnreadReason, line: number, text?: string, rows?: number): void {
    this.book.note(reason, line, text, rows);
  }

  public nothing(): void {
    this.isEmptyAnswer = true;
  }

  private countRow(row: LoginFileRow, status: string, line: number): void {
    const { time = fromCompact(row.compactTime ?? '') } = row;
    if (time === '') {
      this.unread('no-time', line, time);
      return;
    }
    const { hour, within } = rowTime(time);
    this.count(row, status, { hour, within, lastWithin: within, count: 1 }, line);
  }

  private countTally(row: LoginFileRow, line: number): void {
    const counted = tallyRow(row);
    const rows = loginsOf(row);
    if (row.firstMs === undefined) this.unread('no-time', line, '', rows);
    else if (counted === undefined || !this.fitsSpan(counted)) this.unread('no-tally', line, undefined, rows);
    else if (row.status === undefined) this.unread('no-status', line, undefined, rows);
    else this.count(row, row.status, inHour(counted), line);
  }

  /** All rows of a tally are counted in spans of one length. */
  private fitsSpan({ spanMs }: TallyRow): boolean {
    if (!this.spanIsTold) this.span = spanMs;
    this.spanIsTold = true;
    return this.span === spanMs;
  }

  private count(row: LoginFileRow, status: string, { hour, within, lastWithin, count }: Logins, line: number): void {
    const success = this.isSuccess(status);
    const values = valuesOf(row);
    const spanStart = Math.floor(within / this.span) * this.span;
    if (!this.groups.add({ values, status, success, hour, spanStart, count, first: within, last: lastWithin })) {
      this.unread('too-many-groups', line, undefined, count);
      return;
    }
    const known = this.hours.get(hour);
    if (known === undefined) this.hours.set(hour, { line, rows: count });
    else known.rows += count;
    if (success) this.countSuccess(hour, spanStart, row.application, count);
    const { userId, user } = row;
    if (userId !== undefined && user !== undefined && !this.usernames.has(userId)) this.usernames.set(userId, user);
  }

  private countSuccess(hour: string, spanStart: number, application: string | undefined, count: number): void {
    const key = `${hour}\n${spanStart}\n${application ?? ''}`;
    const known = this.successes.get(key);
    if (known !== undefined) known.count += count;
    else this.successes.set(key, { hour, spanStart, ...defined({ application }), count });
  }

  private isSuccess(status: string): boolean {
    const known = this.successful.get(status) ?? readStatus(status).success;
    this.successful.set(status, known);
    return known;
  }
}
