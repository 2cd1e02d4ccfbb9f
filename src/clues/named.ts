import type { CauseId, Refusal } from '../model/index.ts';

/** Whether a wording is known to have this cause and no other. */
export const isDecided = (refusals: readonly Refusal[], id: CauseId): boolean =>
  refusals.some(({ decides }) => decides === id);

/** Whether a wording is known to have this cause, alone or among others. */
export const isNamed = (refusals: readonly Refusal[], id: CauseId): boolean =>
  isDecided(refusals, id) || refusals.some(({ suspects }) => suspects.includes(id));
