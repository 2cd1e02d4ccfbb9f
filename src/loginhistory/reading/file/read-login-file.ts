import type { LoginTally } from '../tally/group.ts';
import { columnsOf, type Columns, type LoginFileFormat, type Meaning } from './columns.ts';
import type { DateOrder, Dates } from './date-order.ts';
import { fileTally } from './file-tally.ts';
import { hourStarts } from './hour-starts.ts';
import { Records, type RecordScanner } from './records.ts';
import { RowReader } from './row-reader.ts';
import { unreadBook, type Unread } from './unread.ts';

export type LoginFileOptions = {
  /** IANA name of the zone of the viewer who exported the file; times that name their own zone do not need it. Default UTC. */
  readonly zone?: string | undefined;
  /** Where the caller knows it; else it is found in the dates. */
  readonly dateOrder?: DateOrder | undefined;
  /** ms into which the rows are counted: a divisor of an hour, at least a minute. Default an hour. */
  readonly span?: number | undefined;
  /** Groups that are kept in memory before they are made coarser. Default 300,000. */
  readonly mostGroups?: number | undefined;
  /** ms: dates that lie ahead of it are less likely. */
  readonly now: number;
};

export type LoginFile = {
  readonly format: LoginFileFormat;
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

/** There is no header with a time and a status. `header`: the columns of the first record. */
export type NoLoginFile = { readonly header: readonly string[]; readonly unread: Unread };

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** The longest divisor of an hour that is no longer than what was asked for: whole minutes. */
const spanOf = (asked = hourMs): number => {
  const minutes = Math.max(1, Math.min(60, Math.floor(asked / minuteMs)));
  const fitting = Array.from({ length: minutes }, (_none, at) => minutes - at).find((length) => 60 % length === 0);
  return (fitting ?? 1) * minuteMs;
};

/** Exports may have a title above their columns. */
const mostBeforeHeader = 20;

const decoder = new TextDecoder();

const mark = String.fromCharCode(0xfeff);

const textsOf = (bytes: Uint8Array, scanner: RecordScanner): readonly string[] =>
  Array.from({ length: Math.min(scanner.count, scanner.starts.length) }, (_none, at) =>
    decoder
      .decode(bytes.subarray(scanner.starts[at], scanner.ends[at]))
      .replaceAll('""', '"')
      .replaceAll(mark, '')
      .replace(/^"(.*)"$/u, '$1')
      .trim(),
  );

/** Takes records until one of them is a header, and then counts. */
class LoginFileReader {
  public reader: RowReader | undefined;
  public columns: Columns | undefined;
  public header: readonly string[] = [];
  public readonly unread = unreadBook();

  private readonly span: number;
  private readonly mostGroups: number | undefined;
  private before = 0;

  public constructor(span: number, mostGroups: number | undefined) {
    this.span = span;
    this.mostGroups = mostGroups;
  }

  public readonly record = (bytes: Uint8Array, scanner: RecordScanner, line: number): void => {
    if (this.reader !== undefined) this.reader.record(bytes, scanner, line);
    else this.lookForHeader(bytes, scanner, line);
  };

  public readonly tooLong = (line: number): void => {
    this.unread.note('record-too-long', line);
  };

  private lookForHeader(bytes: Uint8Array, scanner: RecordScanner, line: number): void {
    const header = this.before < mostBeforeHeader ? textsOf(bytes, scanner) : [];
    this.columns = columnsOf(header);
    if (this.columns !== undefined) this.reader = new RowReader(this.columns, this.span, this.unread, this.mostGroups);
    else {
      if (this.before === 0) this.header = header.slice(0, 40);
      this.before += 1;
      this.unread.note('before-header', line, () => header.join(', '));
    }
  }
}

/** Counts the chunks of a login file: the CSV of Login History, or an EventLogFile of type Login. Never throws on its content. */
export const readLoginFile = async (
  chunks: AsyncIterable<Uint8Array>,
  options: LoginFileOptions,
): Promise<LoginFile | NoLoginFile> => {
  const span = spanOf(options.span);
  const file = new LoginFileReader(span, options.mostGroups);
  const records = new Records(file);
  try {
    for await (const chunk of chunks) records.feed(chunk);
  } catch (error) {
    file.unread.note('stream-broken', records.line, () => (error instanceof Error ? error.message : String(error)));
  }
  records.end();
  const { reader, columns, unread } = file;
  if (reader === undefined || columns === undefined) return { header: file.header, unread: unread.result() };
  const zone = columns.format === 'event-log-file' ? 'UTC' : (options.zone ?? 'UTC');
  const { starts, dates, zoneWritten } = hourStarts(reader, { ...options, zone }, unread);
  return {
    format: columns.format,
    tally: fileTally(reader, columns.format, starts, span),
    missing: columns.missing,
    dates,
    zone: { name: zone, from: zoneWritten ? 'written' : options.zone === undefined ? 'assumed' : 'given' },
    unread: unread.result(),
  };
};
