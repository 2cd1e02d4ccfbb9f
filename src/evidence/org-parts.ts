import { partAnswer } from './org-refusal.ts';
import type { Sender } from './org-send.ts';
import type { OrgAnswer, OrgRequest } from './org-wire.ts';

export type Get = Extract<OrgRequest, { kind: 'get' }>;

/** Parts in one HTTP request, and queries among them. Source: limits sheet, section 4. */
const partsPerRequest = 25;
const queriesPerComposite = 5;

const listIn = (body: unknown, name: string): readonly unknown[] => {
  const list: unknown =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined;
  return Array.isArray(list) ? list : [];
};

/** How parts travel together, and what of them comes back. */
export type Envelope = (sender: Sender, version: string, parts: readonly Get[]) => Promise<readonly OrgAnswer[]>;

/** Composite Batch: 25 parts in one HTTP request, each of which counts as a call. */
export const sendBatch: Envelope = async ({ post }, version, parts) => {
  const batchRequests = parts.map(({ path }) => ({ method: 'GET', url: `v${version}/${path}` }));
  const answer = await post('composite/batch', { batchRequests });
  if (!answer.ok) return parts.map(() => answer);
  const results = listIn(answer.body, 'results');
  return parts.map((_part, index) => partAnswer(results[index]));
};

type CompositePart = { readonly body?: unknown; readonly httpStatusCode?: unknown; readonly referenceId?: unknown };

/** Composite: the whole counts as one call, and five of its parts may be queries. */
export const sendComposite: Envelope = async ({ post }, version, parts) => {
  const compositeRequest = parts.map(({ path }, at) => ({
    method: 'GET',
    url: `/services/data/v${version}/${path}`,
    referenceId: `part${at}`,
  }));
  const answer = await post('composite', { allOrNone: false, compositeRequest });
  if (!answer.ok) return parts.map(() => answer);
  const byId = new Map(
    listIn(answer.body, 'compositeResponse').map((part) => {
      const { referenceId, httpStatusCode: statusCode, body: result } = part as CompositePart;
      return [referenceId, { statusCode, result }];
    }),
  );
  return parts.map((_part, at) => partAnswer(byId.get(`part${at}`)));
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
