import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { csvOptions } from '../../event-log/csv-options.ts';
import { columnsOf, type Columns } from './columns.ts';
import type { Chunks } from './peek.ts';
import type { RowTaker } from './row-taker.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that stands most often outside quotes in the first line that has one: a title above has none. */
const delimiterIn = (head: string): string => {
  for (const line of head.replaceAll(/"[^"]*"/gu, '').split('\n')) {
    const counts = delimiters.map((sign) => line.split(sign).length);
    const most = Math.max(...counts);
    if (most > 1) return delimiters[counts.indexOf(most)] ?? ',';
  }
  return ',';
};

/** Exports may have a title above their columns. */
const mostBeforeHeader = 20;

/** Hands over the rows of a CSV file. A quote that is never closed ends it: what came before counts. */
export const csvRows = async (head: string, chunks: Chunks, taker: RowTaker): Promise<void> => {
  let columns: Columns | undefined;
  let count = 0;
  let before = 0;
  /** Where the last record starts and ends. */
  let line = 0;
  let end = 0;

  const lookForHeader = (record: readonly string[]): void => {
    columns = before < mostBeforeHeader ? columnsOf(record.map((name) => name.trim())) : undefined;
    count = record.length;
    before += 1;
    if (columns === undefined) taker.unread('before-header', line, record.slice(0, 8).join(', '));
    else taker.header(columns);
  };

  const take = (record: readonly string[], lines: number): void => {
    // Only a record that took more than a line can have line breaks in it, or blank lines before it.
    const breaks = lines - end === 1 ? 0 : record.reduce((sum, value) => sum + value.split('\n').length - 1, 0);
    line = lines - breaks;
    end = lines;
    if (columns === undefined) lookForHeader(record);
    else if (record.length === count) taker.row(columns, record, line);
    else taker.unread(record.length < count ? 'too-few-columns' : 'too-many-columns', line, record[0]);
  };

  const parser = parse({
    ...csvOptions,
    delimiter: delimiterIn(head),
    on_record: (record: readonly string[], { lines }) => {
      take(record, lines);
      return null;
    },
  });
  parser.resume();
  try {
    await pipeline(Readable.from(chunks, { objectMode: false }), parser);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    taker.unread(error.code === 'CSV_MAX_RECORD_SIZE' ? 'record-too-long' : 'stream-broken', line + 1);
  }
};
