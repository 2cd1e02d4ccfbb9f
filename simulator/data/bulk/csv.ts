import type { FieldType } from '@jetstreamapp/soql-parser-js';
import { parseSoql } from '../soql/parse.ts';
import { SoqlRefusal } from '../soql/refusal.ts';

/** How the rows of a job are written: https://developer.salesforce.com/docs/platform/api-asynch/guide/query-create-job.html */
export const delimiters = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' } as const;
export const lineEndings = { LF: '\n', CRLF: '\r\n' } as const;

export type CsvForm = { columnDelimiter: keyof typeof delimiters; lineEnding: keyof typeof lineEndings };

type Column = readonly string[];

/** As clients were told it: https://github.com/OpenFn/adaptors/issues/395 */
const children = 'Aggregate Relationships not supported in Bulk V2 Query with CSV content type.';

/** The page names what cannot be asked, and not how it is refused: those words are ours. */
const unsupported = (what: string): SoqlRefusal =>
  new SoqlRefusal('API_ERROR', `${what} not supported in Bulk V2 Query`);

const columnOf = (field: FieldType): Column => {
  switch (field.type) {
    case 'Field':
      return [field.field];
    case 'FieldRelationship':
      return [...field.relationships, field.field];
    case 'FieldSubquery':
      throw new SoqlRefusal('API_ERROR', children);
    case 'FieldTypeof':
      throw unsupported('TYPEOF');
    default:
      throw unsupported('Functions in SELECT');
  }
};

/** The columns of a query that a job may ask. Throws `SoqlRefusal`. */
export const columnsFor = (text: string): readonly Column[] => {
  const { fields = [], groupBy, offset } = parseSoql(text);
  if (groupBy !== undefined) throw unsupported('GROUP BY');
  if (offset !== undefined) throw unsupported('OFFSET');
  return fields.map(columnOf);
};

const memberOf = (record: unknown, name: string): unknown => {
  if (typeof record !== 'object' || record === null) return undefined;
  return Object.entries(record).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
};

/** Date-times end in Z here, and not in +0000 as in JSON. What is more than one value is not for CSV. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT[\d:.]+)\+0000$/u, '$1Z');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A header, and a line a row. */
export const csvOf = (columns: readonly Column[], records: readonly unknown[], form: CsvForm): string => {
  const line = (cells: readonly string[]): string =>
    cells.map(quoted).join(delimiters[form.columnDelimiter]) + lineEndings[form.lineEnding];
  const rows = records.map((record) => columns.map((column) => textOf(column.reduce(memberOf, record))));
  return [columns.map((column) => column.join('.')), ...rows].map(line).join('');
};
