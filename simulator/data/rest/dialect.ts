import type { Dialect } from '../../state/types.ts';
import { notFound, ok, refusal, type Answer } from './answer.ts';

/** The resources by which several requests travel as one. */
export type Envelope = 'composite' | 'composite/batch' | 'tooling/composite';

const isTooling = (path: string): boolean => path === 'tooling' || path.startsWith('tooling/');

/** Parts of the data API go by its own envelopes, those of the Tooling API by its own. Source: REST and Tooling API guides, "Composite". */
const belongs = (envelope: Envelope, path: string): boolean => isTooling(path) === (envelope === 'tooling/composite');

/** Whether an envelope takes a part at all. Nothing documents a part of the Tooling API in a batch; it was measured that one passes. */
export const takesPart = (dialect: Dialect, envelope: Envelope, path: string): boolean =>
  belongs(envelope, path) || (dialect.name === 'measured' && envelope === 'composite/batch');

type Page = { readonly records: readonly unknown[]; readonly totalSize: number };

const pageIn = ({ status, body }: Answer): Page | undefined => {
  if (status !== 200 || typeof body !== 'object' || body === null) return undefined;
  const { records, totalSize } = body as Partial<Page>;
  return Array.isArray(records) && typeof totalSize === 'number' ? { records, totalSize } : undefined;
};

const onlyAttributes = (row: unknown): unknown => {
  const { attributes } = row as { attributes?: unknown };
  return { attributes };
};

/** A page that was seen to be cut had 38 rows; a shorter one was not seen to be. */
const longest = 30;

/** What a part of a batch comes back as: as measured once, rows of the Tooling API lose their columns, and a long page all rows but one. */
export const partOf = (dialect: Dialect, envelope: Envelope, path: string, answer: Answer): Answer => {
  const page = pageIn(answer);
  if (dialect.name !== 'measured' || envelope !== 'composite/batch' || page === undefined) return answer;
  if (isTooling(path))
    return { ...answer, body: { ...(answer.body as object), records: page.records.map(onlyAttributes) } };
  if (page.records.length <= longest) return answer;
  return ok({ ...(answer.body as object), done: false, records: page.records.slice(0, 1) });
};

/** A hostile org knows of no such envelope. */
export const refusedEnvelope = (dialect: Dialect, envelope: Envelope): Answer | undefined =>
  dialect.name === 'hostile' && dialect.envelope === envelope ? notFound() : undefined;

const objectOf = (soql: string): string => /\sFROM\s+(\w+)/iu.exec(soql)?.[1] ?? '';

const holdsColumn = (soql: string, column: string): boolean =>
  new RegExp(String.raw`(?<![\w.])${column}(?![\w.(])`, 'u').test(soql);

/** A hostile org knows of no such object, or of no such column of it. */
export const refusedQuery = (dialect: Dialect, soql: string): Answer | undefined => {
  if (dialect.name !== 'hostile' || dialect.object !== objectOf(soql)) return undefined;
  const { object, column } = dialect;
  if (column === undefined) return refusal(400, 'INVALID_TYPE', `sObject type '${object}' is not supported.`);
  return holdsColumn(soql, column)
    ? refusal(400, 'INVALID_FIELD', `No such column '${column}' on entity '${object}'.`)
    : undefined;
};
