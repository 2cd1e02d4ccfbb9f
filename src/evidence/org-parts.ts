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

/** Whether a part's own answer tells why: a code of Salesforce's about the thing asked for. */
const isOwnRefusal = (answer: OrgAnswer): boolean =>
  !answer.ok && answer.code !== undefined && answer.code !== 'NOT_FOUND';

const inEnvelope = (answer: OrgAnswer): OrgAnswer =>
  answer.ok || isOwnRefusal(answer) ? answer : { ...answer, envelope: true };

/** How parts travel together, and what of them comes back. */
export type Envelope = (sender: Sender, version: string, parts: readonly Get[]) => Promise<readonly OrgAnswer[]>;

const wholeRefused = (parts: readonly Get[], answer: Extract<OrgAnswer, { ok: false }>): readonly OrgAnswer[] =>
  parts.map(() => ({ ...answer, envelope: true }));

/** Composite Batch: 25 parts in one HTTP request, each of which counts as a call. */
export const sendBatch: Envelope = async ({ post }, version, parts) => {
  const batchRequests = parts.map(({ path }) => ({ method: 'GET', url: `v${version}/${path}` }));
  const answer = await post(
    'composite/batch',
    { batchRequests },
    parts.map(({ path }) => path),
  );
  if (!answer.ok) return wholeRefused(parts, answer);
  const results = listIn(answer.body, 'results');
  return parts.map((_part, index) => inEnvelope(partAnswer(results[index])));
};

type CompositePart = { readonly body?: unknown; readonly httpStatusCode?: unknown; readonly referenceId?: unknown };

const compositeAt =
  (resource: string): Envelope =>
  async ({ post }, version, parts) => {
    const compositeRequest = parts.map(({ path }, at) => ({
      method: 'GET',
      url: `/services/data/v${version}/${path}`,
      referenceId: `part${at}`,
    }));
    const answer = await post(
      resource,
      { allOrNone: false, compositeRequest },
      parts.map(({ path }) => path),
    );
    if (!answer.ok) return wholeRefused(parts, answer);
    const byId = new Map(
      listIn(answer.body, 'compositeResponse').map((part) => {
        const { referenceId, httpStatusCode: statusCode, body: result }: CompositePart = { ...(part as object) };
        return [referenceId, { statusCode, result }];
      }),
    );
    return parts.map((_part, at) => inEnvelope(partAnswer(byId.get(`part${at}`))));
  };

/** Composite: the whole counts as one call, and five of its parts may be queries. */
export const sendComposite = compositeAt('composite');

/** The Tooling API has a Composite of its own. Source: Tooling API guide, "Composite"; corrections sheet, row 1. */
export const sendToolingComposite = compositeAt('tooling/composite');

/** One GET each, side by side: the plainest way there is. */
export const sendAlone: Envelope = ({ get }, _version, parts) => Promise.all(parts.map(({ path }) => get(path)));

/** No document allows a part of the Tooling API in the envelopes of the data API; one measurement says that its rows come back empty. */
export const isTooling = ({ path }: Get): boolean => path.startsWith('tooling/');

const isQuery = ({ path }: Get): boolean => /^(?:tooling\/)?query(?:All)?[/?]/u.test(path);

/** Composite reads `@{...}` as a reference to another part, wherever it stands: such a part does not go that way. */
export const mayReadReference = ({ path }: Get): boolean => /(?:@|%40)(?:\{|%7b)/iu.test(path);

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

/** As few composites as take these parts. */
export const forComposite = (parts: readonly Get[]): readonly Get[][] =>
  chunks(
    parts,
    (chunk, next) =>
      chunk.length === partsPerRequest || (isQuery(next) && chunk.filter(isQuery).length === queriesPerComposite),
  );
