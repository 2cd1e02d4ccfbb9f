import { clueAboutFailure, proves, suggests } from '../model/index.ts';
import type { CauseId, Clue, Refusal } from '../model/index.ts';

const values = (refusal: Refusal): Record<string, string | number> => ({
  text: refusal.description ?? refusal.code ?? refusal.text,
});

/** Whether a wording is known to have this cause alone, or this cause among others. */
export const said = (id: CauseId): Clue =>
  clueAboutFailure('said', ['refusals'], ({ refusals }) => {
    const decided = refusals.find((refusal) => refusal.decides === id);
    if (decided !== undefined) return proves(values(decided));
    const suspected = refusals.find((refusal) => refusal.suspects.includes(id));
    return suspected === undefined ? undefined : suggests(values(suspected));
  });
