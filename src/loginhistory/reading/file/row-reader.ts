import { readStatus } from '../../../recognition/status-book/index.ts';
import type { Dimension } from '../tally/group.ts';
import type { Columns, Meaning } from './columns.ts';
import { writeCompactTime } from './compact-time.ts';
import { dayOfHour, timeKey } from './day-of-hour.ts';
import { GroupTable, keyAt } from './group-table.ts';
import { Interner } from './interner.ts';
import type { RecordScanner } from './records.ts';
import { RowTimes, spanIn } from './row-time.ts';
import type { UnreadBook } from './unread.ts';

const decoder = new TextDecoder();
const quote = 0x22;
const space = 0x20;

/** Different values of a dimension that are told apart. */
const most: Readonly<Record<Dimension, number>> = {
  status: 5000,
  application: 20_000,
  loginType: 1000,
  loginSubType: 1000,
  user: 200_000,
  sourceIp: 200_000,
  countryIso: 5000,
};

const usualGroups = 300_000;

/** The longest value that is looked at; the rest of a field is cut. */
const longestValue = 512;

const plainDimensions = ['application', 'loginType', 'loginSubType', 'sourceIp', 'countryIso'] as const;

const internersFor = (): Readonly<Record<Dimension, Interner>> => ({
  status: new Interner(most.status),
  application: new Interner(most.application),
  loginType: new Interner(most.loginType),
  loginSubType: new Interner(most.loginSubType),
  user: new Interner(most.user),
  sourceIp: new Interner(most.sourceIp),
  countryIso: new Interner(most.countryIso),
});

/** Counts the records of a login file, each in its group. No string is made of a row. */
export class RowReader {
  public readonly values = internersFor();
  public readonly times = new RowTimes();
  public readonly table: GroupTable;
  /** Successes by hour and application alone, kept from when the table became coarser. */
  private readonly hourly: GroupTable;
  /** By number of a user that is an id: the number of the first name that stood with it. */
  public readonly nameOfUser: number[] = [];
  public readonly names = new Interner(most.user);

  private readonly columns: Columns;
  private readonly span: number;
  private readonly unread: UnreadBook;
  private readonly successful: boolean[] = [];
  private readonly scratch = new Uint8Array(longestValue);
  private readonly compact = new Uint8Array(32);
  /** The field looked at last: where its text stands. */
  private from = 0;
  private to = 0;
  private source: Uint8Array = this.scratch;

  /** `span`: ms into which an hour is cut; a divisor of an hour. `mostGroups`: with more they are made coarser. */
  public constructor(columns: Columns, span: number, unread: UnreadBook, mostGroups = usualGroups) {
    this.columns = columns;
    this.span = span;
    this.unread = unread;
    const days = dayOfHour(this.times.hours);
    this.table = new GroupTable(mostGroups, (status) => this.isSuccess(status), days);
    this.hourly = new GroupTable(usualGroups, () => false, days);
    this.table.onCoarser = () => this.foldSuccesses();
  }

  public isSuccess(status: number): boolean {
    return (this.successful[status] ??= readStatus(this.values.status.text(status)).success);
  }

  public readonly record = (bytes: Uint8Array, scanner: RecordScanner, line: number): void => {
    if (scanner.count !== this.columns.count) {
      const reason = scanner.count < this.columns.count ? 'too-few-columns' : 'too-many-columns';
      this.unread.note(reason, line, () => this.textOf(bytes, scanner, 0));
      return;
    }
    if (this.isOtherEvent(bytes, scanner)) {
      this.unread.note('other-event', line, () => decoder.decode(this.source.subarray(this.from, this.to)));
      return;
    }
    this.count(bytes, scanner, line);
  };

  private count(bytes: Uint8Array, scanner: RecordScanner, line: number): void {
    const { table, values } = this;
    const status = this.idOf('status', values.status, bytes, scanner);
    if (status === 0) {
      this.unread.note('no-status', line);
      return;
    }
    const hour = this.hourOf(bytes, scanner, line);
    if (hour === 0) {
      this.unread.note('no-time', line, () => this.timeText());
      return;
    }
    const { key } = table;
    key[keyAt.status] = status;
    for (const dimension of plainDimensions) {
      key[keyAt[dimension]] = this.idOf(dimension, values[dimension], bytes, scanner);
    }
    key[keyAt.user] = this.userOf(bytes, scanner);
    const time = timeKey(hour, spanIn(this.times.within, this.span));
    key[keyAt.hour] = time;
    const application = key[keyAt.application] ?? 0;
    if (!table.count(this.times.within)) this.unread.note('too-many-groups', line);
    else if (table.isCoarser && this.isSuccess(status)) this.countSuccess(application, time, 1);
  }

  /** Successes by hour and application. Read it when all rows are counted. */
  public successes(): GroupTable {
    if (!this.table.isCoarser) this.foldSuccesses();
    return this.hourly;
  }

  private foldSuccesses(): void {
    const { table } = this;
    for (let group = 0; group < table.size; group += 1) {
      if (!this.isSuccess(table.keyOf(group, 'status'))) continue;
      this.countSuccess(table.keyOf(group, 'application'), table.keyOf(group, 'hour'), table.countOf(group));
    }
  }

  private countSuccess(application: number, time: number, rows: number): void {
    const { key } = this.hourly;
    key[keyAt.application] = application;
    key[keyAt.hour] = time;
    this.hourly.count(0, rows);
  }

  private timeText(): string {
    return decoder.decode(this.source.subarray(this.from, this.to));
  }

  /** The hour as a number; 0 where there is no time, or there are too many different ones. */
  private hourOf(bytes: Uint8Array, scanner: RecordScanner, line: number): number {
    if (this.look('time', bytes, scanner)) return this.times.read(this.source, this.from, this.to, line);
    if (!this.look('compactTime', bytes, scanner)) return 0;
    const length = writeCompactTime(this.source, this.from, this.to, this.compact);
    if (length === 0) return this.times.read(this.source, this.from, this.to, line);
    return this.times.read(this.compact, 0, length, line);
  }

  /** The id where one stands there, with the name beside it; else the name. */
  private userOf(bytes: Uint8Array, scanner: RecordScanner): number {
    const id = this.idOf('userId', this.values.user, bytes, scanner);
    if (id === 0) return this.idOf('user', this.values.user, bytes, scanner);
    if (this.nameOfUser[id] === undefined || this.nameOfUser[id] === 0) {
      this.nameOfUser[id] = this.idOf('user', this.names, bytes, scanner);
    }
    return id;
  }

  private isOtherEvent(bytes: Uint8Array, scanner: RecordScanner): boolean {
    if (!this.look('event', bytes, scanner)) return false;
    return decoder.decode(this.source.subarray(this.from, this.to)) !== 'Login';
  }

  private idOf(meaning: Meaning, interner: Interner, bytes: Uint8Array, scanner: RecordScanner): number {
    return this.look(meaning, bytes, scanner) ? interner.id(this.source, this.from, this.to) : 0;
  }

  /** Turns to a field, without the blanks around it. False where there is none, or it is empty. */
  private look(meaning: Meaning, bytes: Uint8Array, scanner: RecordScanner): boolean {
    const column = this.columns.at[meaning];
    if (column === undefined) return false;
    let from = scanner.starts[column] ?? 0;
    let to = scanner.ends[column] ?? 0;
    while (from < to && bytes[from] === space) from += 1;
    while (to > from && bytes[to - 1] === space) to -= 1;
    this.source = bytes;
    this.from = from;
    this.to = Math.min(to, from + longestValue);
    if (scanner.escaped) this.unescape();
    return from < to;
  }

  /** A doubled quote stands for one. */
  private unescape(): void {
    const { source, scratch } = this;
    let length = 0;
    for (let at = this.from; at < this.to; at += 1) {
      const byte = source[at] ?? 0;
      scratch[length] = byte;
      length += 1;
      if (byte === quote && source[at + 1] === quote) at += 1;
    }
    this.source = scratch;
    this.from = 0;
    this.to = length;
  }

  private textOf(bytes: Uint8Array, scanner: RecordScanner, column: number): string {
    return decoder.decode(bytes.subarray(scanner.starts[column] ?? 0, scanner.ends[column] ?? 0));
  }
}
