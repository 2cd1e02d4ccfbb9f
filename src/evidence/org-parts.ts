import type { Connection } from '@salesforce/core';
import { partAnswer, thrownAnswer } from './org-refusal.ts';
import type { OrgAnswer, OrgRequest } from './org-wire.ts';

export type Get = Extract<OrgRequest, { kind: 'get' }>;

/** Parts in one HTTP request, and queries among them. Source: limits sheet, section 4. */
export const partsPerRequest = 25;
const queriesPerComposite = 5;

/** The request goes on behind our back where jsforce cannot stop it; its answer is not waited for. */
export const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DOMException('No answer in time', 'TimeoutError')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const post = async (connection: Connection, path: string, body: unknown, ms: number): Promise<unknown> =>
  within(
    ms,
    connection.request(
      {
        method: 'POST',
        url: `/services/data/v${connection.version}/${path}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
      { timeout: ms },
    ),
  );

const listIn = (body: unknown, name: string): readonly unknown[] => {
  const list: unknown =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
  return Array.isArray(list) ? list : [];
};

/** Composite Batch: 25 parts in one HTTP request, each of which counts as a call. */
export const sendBatch = async (connection: Connection, parts: readonly Get[], ms: number): Promise<OrgAnswer[]> => {
  const version = `v${connection.version}`;
  try {
    const batchRequests = parts.map(({ path }) => ({ method: 'GET', url: `${version}/${path}` }));
    const results = listIn(await post(connection, 'composite/batch', { batchRequests }, ms), 'results');
    return parts.map((_part, index) => partAnswer(results[index]));
  } catch (error) {
    return parts.map(() => thrownAnswer(error));
  }
};

type CompositePart = { readonly body?: unknown; readonly httpStatusCode?: unknown; readonly referenceId?: unknown };

/** Composite: the whole counts as one call, and five of its parts may be queries. */
export const sendComposite = async (
  connection: Connection,
  parts: readonly Get[],
  ms: number,
): Promise<OrgAnswer[]> => {
  const version = `v${connection.version}`;
  try {
    const compositeRequest = parts.map(({ path }, at) => ({
      method: 'GET',
      url: `/services/data/${version}/${path}`,
      referenceId: `part${at}`,
    }));
    const answered = await post(connection, 'composite', { allOrNone: false, compositeRequest }, ms);
    const byId = new Map(
      listIn(answered, 'compositeResponse').map((part) => {
        const { referenceId, httpStatusCode: statusCode, body: result } = part as CompositePart;
        return [referenceId, { statusCode, result }];
      }),
    );
    return parts.map((_part, at) => partAnswer(byId.get(`part${at}`)));
  } catch (error) {
    return parts.map(() => thrownAnswer(error));
  }
};

const isQuery = ({ path }: Get): boolean => /^(?:tooling\/)?query(?:All)?[/?]/u.test(path);

/** Composite reads `@{...}` as a reference to another part, wherever it stands: such a part does not go that way. */
const mayReadReference = ({ path }: Get): boolean => /(?:@|%40)(?:\{|%7b)/iu.test(path);

const chunks = (parts: readonly Get[], full: (chunk: readonly Get[], next: Get) => boolean): readonly Get[][] => {
  const found: Get[][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last === undefined || full(last, part)) found.push([part]);
    else last.push(part);
  }
  return found;
};

export const forBatch = (parts: readonly Get[]): readonly Get[][] =>
  chunks(parts, ({ length }) => length === partsPerRequest);

/** As few composites as take these parts; undefined where a part cannot go that way. */
export const forComposite = (parts: readonly Get[]): readonly Get[][] | undefined =>
  parts.some(mayReadReference)
    ? undefined
    : chunks(
        parts,
        (chunk, next) =>
          chunk.length === partsPerRequest || (isQuery(next) && chunk.filter(isQuery).length === queriesPerComposite),
      );
