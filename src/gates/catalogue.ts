import { findingOf, type FindingContext } from '../diagnosis/findings.ts';
import { judge } from '../diagnosis/judge.ts';
import type { Cause, CauseId, GateCause } from '../model/index.ts';

export type Catalogue = { readonly causes: readonly Cause[] } & Omit<FindingContext, 'changes'>;

/** Where it is all that there is, it stays. */
const withoutWaiting = (remedies: GateCause['remedies']): GateCause['remedies'] => {
  const rest = remedies.filter(({ effect }) => effect !== 'waits');
  return rest.length === 0 ? remedies : rest;
};

/**
 * What the catalogue says of the cause that closes a gate: the same words and remedies as the doctor's.
 * `lasting`: waiting does not cure it here. Throws where there is no such cause.
 */
export const causeOf = (id: CauseId, lasting: boolean, { causes, ...context }: Catalogue): GateCause => {
  const cause = causes.find((one) => one.id === id);
  if (cause === undefined) throw new Error(`No cause "${id}" in the catalogue`);
  const ranked = { ...judge(cause, context.evidence), role: 'root', standing: 'confirmed' } as const;
  const { title, meaning, remedies, verify } = findingOf(ranked, { ...context, changes: [] });
  return {
    cause: id,
    title,
    meaning,
    remedies: lasting ? withoutWaiting(remedies) : remedies,
    ...(verify === undefined ? {} : { verify }),
  };
};
