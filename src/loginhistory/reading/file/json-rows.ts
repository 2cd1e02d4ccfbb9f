import { columnsOf, type Columns } from './columns.ts';
import type { Chunks } from './peek.ts';
import type { RowTaker } from './row-taker.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const cell = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const parsed = (text: string): { readonly value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** Answers and log stores wrap rows: `{ status, result: { records: [...] } }`. Deeper than this none is looked for. */
const deepest = 4;

type ColumnsFor = (names: readonly string[]) => Columns | undefined;

/** Rows mostly have the names of the row before. */
const remembering = (): ColumnsFor => {
  const known = new Map<string, Columns | undefined>();
  return (names) => {
    const key = names.join('\n');
    if (!known.has(key)) known.set(key, columnsOf(names));
    return known.get(key);
  };
};

type Found = { readonly columns: Columns; readonly record: readonly string[] };

/** Every object with a time and a status, wherever it stands. Undefined for what stands in a list and holds none. */
const rowsIn = (value: unknown, columnsFor: ColumnsFor, depth = 0): ReadonlyArray<Found | undefined> => {
  if (depth > deepest) return [];
  if (Array.isArray(value)) {
    return value.flatMap((one) => {
      const rows = rowsIn(one, columnsFor, depth + 1);
      return rows.length === 0 ? [undefined] : rows;
    });
  }
  if (!isObject(value)) return [];
  const columns = columnsFor(Object.keys(value));
  if (columns !== undefined) return [{ columns, record: Object.values(value).map(cell) }];
  return Object.values(value).flatMap((one) => rowsIn(one, columnsFor, depth + 1));
};

type Answer = { readonly rows: number; readonly found: number };

/** What `sf data query` and the REST API answer: how many rows it holds, and how many the query found. */
const answerIn = (value: unknown): Answer | undefined => {
  if (!isObject(value)) return undefined;
  const { records, totalSize } = value;
  if (!Array.isArray(records)) return answerIn(value.result);
  return { rows: records.length, found: typeof totalSize === 'number' ? totalSize : records.length };
};

const textsOf = async function* (chunks: Chunks): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
};

const linesOf = async function* (texts: AsyncIterable<string>): AsyncIterable<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  yield rest;
};

/** Hands over the rows of a JSON file: one document, or one on each line. */
export const jsonRows = async (head: string, chunks: Chunks, taker: RowTaker): Promise<void> => {
  const columnsFor = remembering();

  const give = (rows: ReadonlyArray<Found | undefined>, lineOf: (at: number) => number): void => {
    for (const [at, found] of rows.entries()) {
      if (found === undefined) taker.unread('no-login', lineOf(at));
      else taker.row(found.columns, found.record, lineOf(at));
    }
  };

  const take = (text: string, lineOf: (at: number) => number): void => {
    const one = parsed(text);
    const rows = one === undefined ? [] : rowsIn(one.value, columnsFor);
    const answer = answerIn(one?.value);
    const cut = (answer?.found ?? 0) - (answer?.rows ?? 0);
    if (cut > 0) taker.unread('answer-cut', lineOf(0), undefined, cut);
    if (one === undefined) taker.unread('no-json', lineOf(0), text);
    else if (answer?.found === 0) taker.nothing();
    else if (rows.every((found) => found === undefined)) taker.unread('no-login', lineOf(0), text);
    else give(rows, lineOf);
  };

  const lineByLine = async (): Promise<void> => {
    let line = 0;
    for await (const text of linesOf(textsOf(chunks))) {
      line += 1;
      const at = line;
      if (text.trim() !== '') take(text, () => at);
    }
  };

  const whole = async (): Promise<void> => {
    let all = '';
    for await (const text of textsOf(chunks)) all += text;
    take(all, (at) => at + 1);
  };

  const [first = ''] = head.trimStart().split('\n');
  await (parsed(first) === undefined ? whole() : lineByLine());
};
