import {
  forBatch,
  forComposite,
  isTooling,
  mayReadReference,
  sendAlone,
  sendBatch,
  sendComposite,
  sendToolingComposite,
  type Envelope,
  type Get,
} from './org-parts.ts';
import type { Way } from './org-wire.ts';

/** Parts that travel one way. */
export type Load = {
  readonly send: Envelope;
  readonly way: Way;
  readonly parts: readonly Get[];
  /** HTTP requests. */
  readonly requests: number;
  /** What the org counts against its daily API requests. */
  readonly calls: number;
};

const alone = (parts: readonly Get[]): Load => ({
  send: sendAlone,
  way: 'alone',
  parts,
  requests: parts.length,
  calls: parts.length,
});

const senders = { batch: sendBatch, composite: sendComposite, 'tooling-composite': sendToolingComposite } as const;

/** All that carries more than one part. */
export const envelopes: ReadonlySet<Envelope> = new Set(Object.values(senders));

const loads = (
  way: keyof typeof senders,
  chunks: readonly Get[][],
  calls: (chunk: readonly Get[]) => number,
): readonly Load[] => chunks.map((parts) => ({ send: senders[way], way, parts, requests: 1, calls: calls(parts) }));

export type Limits = {
  /** HTTP requests that were sent already. */
  readonly requests: number;
  /** Composites are sent as long as there are no more HTTP requests than that in all. */
  readonly most: number;
  /** Envelopes that this org has refused. */
  readonly refused: ReadonlySet<Envelope>;
};

/**
 * How the parts of a wave travel. A composite counts as one call for five queries, a batch as many as it has parts; with many parts the
 * batch needs fewer requests.
 */
const dataLoads = (parts: readonly Get[], { requests, most, refused }: Limits): readonly Load[] => {
  if (parts.length === 0) return [];
  const composites = most === 0 || parts.some(mayReadReference) ? [] : forComposite(parts);
  const isSparing = composites.length === 1 || (composites.length > 1 && requests + composites.length <= most);
  if (isSparing && !refused.has(sendComposite)) return loads('composite', composites, () => 1);
  return refused.has(sendBatch) ? [alone(parts)] : loads('batch', forBatch(parts), ({ length }) => length);
};

/** Parts of the Tooling API go by its own Composite. */
const toolingLoads = (parts: readonly Get[], { refused }: Limits): readonly Load[] => {
  if (refused.has(sendToolingComposite)) return [alone(parts)];
  const apart = parts.filter(mayReadReference);
  const together = parts.filter((part) => !apart.includes(part));
  return [
    ...loads('tooling-composite', forComposite(together), () => 1),
    ...(apart.length === 0 ? [] : [alone(apart)]),
  ];
};

export const loadsOf = (parts: readonly Get[], limits: Limits): readonly Load[] => [
  ...dataLoads(
    parts.filter((part) => !isTooling(part)),
    limits,
  ),
  ...toolingLoads(parts.filter(isTooling), limits),
];
