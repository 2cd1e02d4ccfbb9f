import { defined } from '../../../model/index.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { dimensions, type Dimension } from '../tally/group.ts';
import { rowOf, type Columns, type LoginFileFormat, type LoginFileRow, type Meaning } from './columns.ts';
import type { HourRows } from './hour-starts.ts';
import { RowGroups } from './row-groups.ts';
import type { RowTaker } from './row-taker.ts';
import { fromCompact, rowTime, type RowTime } from './row-time.ts';
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

  private readonly span: number;
  private readonly book: UnreadBook;
  private readonly successful = new Map<string, boolean>();
  private columns: Columns | undefined;

  /** `span`: ms into which an hour is cut; a divisor of an hour. `mostGroups`: with more they are made coarser. */
  public constructor(span: number, book: UnreadBook, mostGroups = usualGroups) {
    this.span = span;
    this.book = book;
    this.groups = new RowGroups(mostGroups);
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
    const { event, status, time = fromCompact(row.compactTime ?? '') } = row;
    if (event !== undefined && event !== 'Login') this.unread('other-event', line, event);
    else if (status === undefined) this.unread('no-status', line);
    else if (time === '') this.unread('no-time', line, time);
    else this.count(row, status, rowTime(time), line);
  }

  public unread(reason: UnreadReason, line: number, text?: string, rows?: number): void {
    this.book.note(reason, line, text, rows);
  }

  public nothing(): void {
    this.isEmptyAnswer = true;
  }

  private count(row: LoginFileRow, status: string, { hour, within }: RowTime, line: number): void {
    const success = this.isSuccess(status);
    const values = valuesOf(row);
    const spanStart = Math.floor(within / this.span) * this.span;
    if (!this.groups.add({ values, status, success, hour, spanStart, count: 1, first: within, last: within })) {
      this.unread('too-many-groups', line);
      return;
    }
    const known = this.hours.get(hour);
    if (known === undefined) this.hours.set(hour, { line, rows: 1 });
    else known.rows += 1;
    if (success) this.countSuccess(hour, spanStart, row.application);
    const { userId, user } = row;
    if (userId !== undefined && user !== undefined && !this.usernames.has(userId)) this.usernames.set(userId, user);
  }

  private countSuccess(hour: string, spanStart: number, application: string | undefined): void {
    const key = `${hour}\n${spanStart}\n${application ?? ''}`;
    const known = this.successes.get(key);
    if (known !== undefined) known.count += 1;
    else this.successes.set(key, { hour, spanStart, ...defined({ application }), count: 1 });
  }

  private isSuccess(status: string): boolean {
    const known = this.successful.get(status) ?? readStatus(status).success;
    this.successful.set(status, known);
    return known;
  }
}
