/** Reference id -> body of the part that carried it; undefined for a part that failed. */
export type Bodies = ReadonlyMap<string, unknown>;

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

const lookUp = (bodies: Bodies, expression: string): unknown => {
  const [id = '', ...names] = expression.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  return names.reduce<unknown>(step, bodies.get(id));
};

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** Replaces `@{refId.records[0].Id}`. Gives the first reference that has no value instead, where there is one. */
export const fillReferences = (text: string, bodies: Bodies): { text: string } | { missing: string } => {
  const used = [...text.matchAll(/@\{([^}]+)\}/g)].map(([, expression = '']) => expression);
  const missing = used.find((expression) => !isPlain(lookUp(bodies, expression)));
  if (missing !== undefined) return { missing };
  return { text: text.replaceAll(/@\{([^}]+)\}/g, (_, expression: string) => String(lookUp(bodies, expression))) };
};
