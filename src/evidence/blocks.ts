import { chunks } from './chunks.ts';
import { sameId } from '../model/index.ts';
import { nothing, type Asking } from './waves.ts';
import type { OrgAnswer, OrgRequest } from './org-wire.ts';

/** One value of one column, as many questions ask for it: `... WHERE UserId = '005...'`. */
type One = {
  readonly select: string;
  readonly from: string;
  readonly column: string;
  readonly value: string;
  /** Further conditions, the same in every question of a block. */
  readonly rest: string;
};

const shape =
  /^SELECT (?<select>.+?) FROM (?<from>\w+) WHERE (?<column>\w+) = '(?<value>(?:[^'\\]|\\.)*)'(?<rest>(?: AND [^'()]+?)?)(?: LIMIT \d+)?$/su;

const prefix = 'query?q=';

/** Text without a LIMIT of many rows can be put together with its like. */
const oneOf = (request: OrgRequest): One | undefined => {
  if (request.kind !== 'get' || !request.path.startsWith(prefix)) return undefined;
  const {
    select,
    from,
    column,
    value,
    rest = '',
  } = shape.exec(decodeURIComponent(request.path.slice(prefix.length)))?.groups ?? {};
  return select === undefined || from === undefined || column === undefined || value === undefined
    ? undefined
    : { select, from, column, value, rest };
};

/** So many values stand in one query: a URI may have 16,384 bytes, and one answer 2,000 rows. */
const mostValues = 100;

/** So many components one `readMetadata` gives. */
const mostNames = 10;

/** Salesforce gives no more rows in one answer, unless asked for the rest. */
const mostRows = 2000;

type Member = { readonly at: number; readonly takes: (row: unknown) => boolean };

type Block = { readonly request: OrgRequest; readonly members: readonly Member[] };

const isRow = (row: unknown): row is Readonly<Record<string, unknown>> => typeof row === 'object' && row !== null;

const textIn = (row: unknown, column: string): string => {
  const value = isRow(row) ? row[column] : undefined;
  return typeof value === 'string' ? value : '';
};

const isId = (text: string): boolean => /^[a-z0-9]{15}(?:[a-z0-9]{3})?$/iu.test(text);

/** Ids are alike in 15 characters, and a query compares text without case. */
const isSame = (one: string, other: string): boolean =>
  isId(one) && isId(other) ? sameId(one, other) : one.toLowerCase() === other.toLowerCase();

const unquoted = (value: string): string => value.replaceAll(/\\(.)/gu, '$1');

type Numbered<T> = { readonly at: number; readonly of: T };

/** What tells the rows apart again is asked for as well. A query that groups has no place for it. */
const columnsOf = ({ select, column }: One): string =>
  select.split(',').some((name) => name.trim() === column) ? select : `${select}, ${column}`;

const isPlain = ({ select }: One): boolean => !/[()]/u.test(select);

const queryBlock = (ones: ReadonlyArray<Numbered<One>>): readonly Block[] => {
  const [first] = ones;
  if (first === undefined) return [];
  const { from, column, rest } = first.of;
  const values = ones.map(({ of }) => `'${of.value}'`).join(', ');
  const soql = `SELECT ${columnsOf(first.of)} FROM ${from} WHERE ${column} IN (${values})${rest} LIMIT ${mostRows}`;
  return [
    {
      request: { kind: 'get', path: `${prefix}${encodeURIComponent(soql)}` },
      members: ones.map(({ at, of }) => ({ at, takes: (row) => isSame(textIn(row, column), unquoted(of.value)) })),
    },
  ];
};

type Read = Extract<OrgRequest, { readonly kind: 'read-metadata' }>;

const metadataBlock = (reads: ReadonlyArray<Numbered<Read>>): readonly Block[] =>
  chunks([...new Set(reads.flatMap(({ of }) => of.fullNames))], mostNames).flatMap((fullNames) => {
    const [first] = reads;
    const here = reads.filter(({ of }) => of.fullNames.every((name) => fullNames.includes(name)));
    return first === undefined
      ? []
      : [
          {
            request: { ...first.of, fullNames },
            members: here.map(({ at, of }) => ({ at, takes: (row) => of.fullNames.includes(textIn(row, 'fullName')) })),
          },
        ];
  });

const blocksOf = (requests: readonly OrgRequest[]): readonly Block[] => {
  const queries: Array<Numbered<One>> = [];
  const reads: Array<Numbered<Read>> = [];
  for (const [at, request] of requests.entries()) {
    const one = oneOf(request);
    if (one !== undefined && isPlain(one)) queries.push({ at, of: one });
    else if (request.kind === 'read-metadata') reads.push({ at, of: request });
  }
  const alike = Map.groupBy(queries, ({ of: { select, from, column, rest } }) =>
    JSON.stringify([select, from, column, rest]),
  );
  return [
    ...[...alike.values()].flatMap((some) => chunks(some, mostValues).flatMap(queryBlock)),
    ...[...Map.groupBy(reads, ({ of }) => of.type).values()].flatMap(metadataBlock),
  ].filter(({ members }) => members.length > 1);
};

const rowsIn = (body: unknown): readonly unknown[] | undefined => {
  const rows: unknown = Array.isArray(body) ? body : isRow(body) ? body.records : undefined;
  return Array.isArray(rows) ? (rows satisfies readonly unknown[]) : undefined;
};

/** The rows of one question out of the answer to its block; a block that may have been cut answers nobody. */
const shareOf = (answer: OrgAnswer, { takes }: Member): OrgAnswer | undefined => {
  if (!answer.ok) return undefined;
  const rows = rowsIn(answer.body);
  if (rows === undefined || rows.length >= mostRows || (isRow(answer.body) && answer.body.done === false))
    return undefined;
  const own = rows.filter(takes);
  return { ...answer, body: Array.isArray(answer.body) ? own : { totalSize: own.length, done: true, records: own } };
};

/**
 * The same questions in fewer requests: what differs in one value alone is asked for many values at once, and components of one type
 * ten at a time. What a block did not answer is asked by itself.
 */
export const inBlocks = function* <T>(asking: Asking<T>): Asking<T> {
  let step = asking.next();
  while (step.done !== true) {
    const { requests, ...how } = step.value;
    const blocks = blocksOf(requests);
    const inBlock = new Set(blocks.flatMap(({ members }) => members.map(({ at }) => at)));
    const alone = requests.flatMap((request, at) => (inBlock.has(at) ? [] : [{ at, request }]));
    const sent = yield {
      ...how,
      requests: [...blocks.map(({ request }) => request), ...alone.map(({ request }) => request)],
    };
    const answers = new Map<number, OrgAnswer>();
    for (const [index, { at }] of alone.entries()) answers.set(at, sent.answers[blocks.length + index] ?? nothing);
    for (const [index, { members }] of blocks.entries())
      for (const member of members) {
        const share = shareOf(sent.answers[index] ?? nothing, member);
        if (share !== undefined) answers.set(member.at, share);
      }
    const left = requests.flatMap((request, at) => (answers.has(at) ? [] : [{ at, request }]));
    let { roundTrips } = sent;
    if (left.length > 0) {
      const again = yield { ...how, requests: left.map(({ request }) => request) };
      roundTrips += again.roundTrips;
      for (const [index, { at }] of left.entries()) answers.set(at, again.answers[index] ?? nothing);
    }
    step = asking.next({ answers: requests.map((_request, at) => answers.get(at) ?? nothing), roundTrips });
  }
  return step.value;
};
