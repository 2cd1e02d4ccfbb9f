import { clueAboutFailure, proves, suggests } from '../model/index.ts';
import type { CauseId, Clue, Refusal, Values } from '../model/index.ts';

/** A wording that was pasted can be as long as a page; this much of it is known again. */
const longest = 120;

const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 3).replace(/\s+\S*$/u, '')}...`;

const values = ({ description, code, text, provider, host, channel }: Refusal): Values => ({
  text: shortened(description ?? code ?? text),
  provider: provider ?? host ?? channel,
});

/** Whether a wording is known to have this cause alone, or this cause among others. */
export const said = (id: CauseId): Clue =>
  clueAboutFailure('said', ['refusals'], ({ refusals }) => {
    const decided = refusals.find((refusal) => refusal.decides === id);
    if (decided !== undefined) return proves(values(decided));
    const suspected = refusals.find((refusal) => refusal.suspects.includes(id));
    return suspected === undefined ? undefined : suggests(values(suspected));
  });
