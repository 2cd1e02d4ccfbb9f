type Value = string | number | undefined;

/** A spreadsheet takes what begins so for a formula: an apostrophe before it makes it a text. */
const harmless = (text: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text);

const cell = (value: Value): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One record of RFC 4180, with its line break. */
const record = (cells: readonly Value[]): string => `${cells.map(cell).join(',')}\r\n`;

/** A table as RFC 4180 has it, its columns named in the first line. */
export const csvTable = <Column extends string>(
  columns: readonly Column[],
  records: ReadonlyArray<Readonly<Partial<Record<Column, Value>>>>,
): string => [record(columns), ...records.map((one) => record(columns.map((column) => one[column])))].join('');
