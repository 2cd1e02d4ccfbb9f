import { chunks } from '../chunks.ts';
import { sameId } from '../../model/index.ts';
import { queryIn } from '../org/soql.ts';
import type { OrgAnswer, OrgRequest } from '../org-wire.ts';

/** A question of a wave, at its place there. */
export type Numbered<T> = { readonly at: number; readonly of: T };

type Member = {
  readonly at: number;
  /** Its own answer out of those to its block; undefined: the block did not answer it. */
  readonly read: (answers: readonly OrgAnswer[]) => OrgAnswer | undefined;
};

/** Several questions in the place of many. */
export type Block = { readonly requests: readonly OrgRequest[]; readonly members: readonly Member[] };

/** Puts those of its shape together; the others are left as they are. */
export type Shape = (requests: ReadonlyArray<Numbered<OrgRequest>>) => readonly Block[];

/** So many values stand in one query: a URI may have 16,384 bytes, and one answer 2,000 rows. */
const mostValues = 100;

/** Salesforce gives no more rows in one answer, unless asked for the rest. */
export const mostRows = 2000;

/** What an org does not have, or does not show this session, it has and shows for one value no more. */
const everyones: readonly string[] = ['INVALID_FIELD', 'INVALID_TYPE', 'INSUFFICIENT_ACCESS'];

type Fields = Readonly<Record<string, unknown>>;

export const isRow = (row: unknown): row is Fields => typeof row === 'object' && row !== null;

/** `Parent.Name` leads into the row that the row looks up. */
const cellIn = (row: unknown, column: string): unknown =>
  column.split('.').reduce<unknown>((under, name) => (isRow(under) ? under[name] : undefined), row);

export const textIn = (row: unknown, column: string): string => {
  const value = cellIn(row, column);
  return typeof value === 'string' ? value : '';
};

const isId = (text: string): boolean => /^[a-z0-9]{15}(?:[a-z0-9]{3})?$/iu.test(text);

/** Ids are alike in 15 characters, and a query compares text without case. */
export const isSame = (one: string, other: string): boolean =>
  isId(one) && isId(other) ? sameId(one, other) : one.toLowerCase() === other.toLowerCase();

/** What ends up in one box where `isSame`. */
export const sameKey = (text: string): string => (isId(text) ? text.slice(0, 15) : text.toLowerCase());

/** A quoted text of SOQL, and what a question has of it. */
export const literal = String.raw`(?:[^'\\]|\\.)*`;

export const unquoted = (value: string): string => value.replaceAll(/\\(.)/gu, '$1');

/** What tells the rows apart again is asked for as well. */
export const withColumns = (select: string, columns: readonly string[]): string => {
  const named = select.split(',').map((name) => name.trim());
  return [select, ...columns.filter((column) => !named.includes(column))].join(', ');
};

export const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** The rows of an answer; a block that may have been cut answers nobody. */
export const wholeRows = (answer: OrgAnswer | undefined): readonly unknown[] | undefined => {
  if (answer?.ok !== true) return undefined;
  const { body } = answer;
  const rows: unknown = Array.isArray(body) ? body : isRow(body) && body.done !== false ? body.records : undefined;
  return Array.isArray(rows) && rows.length < mostRows ? (rows satisfies readonly unknown[]) : undefined;
};

/** A refusal that holds for every member of a block. */
export const refusalOfAll = (answer: OrgAnswer | undefined): OrgAnswer | undefined =>
  answer !== undefined && !answer.ok && answer.code !== undefined && everyones.includes(answer.code)
    ? answer
    : undefined;

export const answerOf = (records: readonly unknown[]): OrgAnswer => ({
  ok: true,
  status: 200,
  body: { totalSize: records.length, done: true, records },
});

/** Questions whose SOQL has that shape, with what it names. */
export const matching = (
  requests: ReadonlyArray<Numbered<OrgRequest>>,
  shape: RegExp,
  api: 'data' | 'tooling' = 'data',
): ReadonlyArray<Numbered<Readonly<Record<string, string>>>> =>
  requests.flatMap(({ at, of }) => {
    const found = queryIn(of);
    const groups = found?.api === api ? shape.exec(found.soql)?.groups : undefined;
    return groups === undefined ? [] : [{ at, of: groups }];
  });

/** Those that are alike in these names, as many together as a query takes. */
const alike = <T extends Readonly<Record<string, string>>>(
  found: ReadonlyArray<Numbered<T>>,
  names: readonly string[],
): ReadonlyArray<ReadonlyArray<Numbered<T>>> =>
  [...Map.groupBy(found, ({ of }) => JSON.stringify(names.map((name) => of[name]))).values()].flatMap((some) =>
    chunks(some, mostValues),
  );

type Named = Readonly<Record<string, string>>;

/** Questions whose SOQL has that shape, a block for those that are alike in these names: `of` has what they share. */
export const blocksOf =
  (shape: RegExp, names: readonly string[], block: (of: Named, some: ReadonlyArray<Numbered<Named>>) => Block): Shape =>
  (requests) =>
    alike(matching(requests, shape), names).flatMap((some) => some.slice(0, 1).map(({ of }) => block(of, some)));
