/** What the sentence of a clue is filled with. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * What a clue says, having read its facts.
 * `foretells`: works today, and will not from `on` (UTC, ISO 8601).
 */
export type Sign =
  | { readonly kind: 'proves' | 'suggests' | 'rules-out'; readonly values: Values; readonly since?: string }
  | { readonly kind: 'foretells'; readonly values: Values; readonly on: string };

export const proves = (values: Values = {}, since?: string): Sign => ({
  kind: 'proves',
  values,
  ...(since === undefined ? {} : { since }),
});

export const suggests = (values: Values = {}, since?: string): Sign => ({
  kind: 'suggests',
  values,
  ...(since === undefined ? {} : { since }),
});

export const rulesOut = (values: Values = {}): Sign => ({ kind: 'rules-out', values });

export const foretells = (on: string, values: Values = {}): Sign => ({ kind: 'foretells', values, on });
