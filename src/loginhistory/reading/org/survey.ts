import { rowOf, whole } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import type { OrgAnswer } from '../../../evidence/org-wire.ts';
import type { Dimension } from '../tally/group.ts';
import { cubeSoql, timeCondition, type Cube } from './cube.ts';
import { recordsIn } from './from-rows.ts';
import type { LoginHistory } from './history.ts';
import { cut, dayMs, hourMs, secondMs, type Window } from './window.ts';

/** What a window holds, roughly: enough to plan the questions that follow. */
export type Survey = {
  /** About how many rows a piece of it holds. */
  readonly rowsIn: (piece: Window) => number;
  /** Groups of a cube in an hour or a day, as the fullest sample has it; Infinity where that was too much for one answer. */
  readonly hourly: number;
  readonly daily: number;
};

/** With the samples, 25 queries: one request. */
const counted = 19;
const sampled = [0.98, 0.6, 0.25];

const samplesOf = ({ from, to }: Window): readonly Window[] => {
  if (to - from <= dayMs) return [{ from, to }];
  return sampled.map((place) => {
    const start = Math.floor((from + (to - from - dayMs) * place) / secondMs) * secondMs;
    return { from: start, to: start + dayMs };
  });
};

const densityOf = (windows: readonly Window[], answers: readonly OrgAnswer[]): ((piece: Window) => number) => {
  const rows = answers.map((answer) => (answer.ok ? (whole(rowOf(answer.body)?.totalSize) ?? 0) : 0));
  return (piece) =>
    windows.reduce((sum, { from, to }, at) => {
      const overlap = Math.min(to, piece.to) - Math.max(from, piece.from);
      return overlap <= 0 ? sum : sum + ((rows[at] ?? 0) * overlap) / (to - from);
    }, 0);
};

/** Groups in each `span` of a sample. */
const groupsPer = (samples: readonly Window[], answers: readonly OrgAnswer[], span: number): number => {
  const found = answers.map((answer, at) => {
    const sample = samples[at];
    const spans = sample === undefined ? 1 : Math.max(1, (sample.to - sample.from) / span);
    return answer.ok ? recordsIn(answer).length / spans : Infinity;
  });
  return Math.max(1, ...found);
};

export type Surveyed = { readonly hourly: readonly Dimension[]; readonly daily: readonly Dimension[] };

/** Counts the rows of some pieces, and the groups of three days. COUNT() is answered by every org. */
export const survey = async (
  { port, fields }: LoginHistory,
  window: Window,
  condition: string,
  { hourly, daily }: Surveyed,
): Promise<Survey> => {
  const windows = cut(window, counted, secondMs);
  const samples = samplesOf(window);
  const ask = (cube: Cube) => samples.map((sample) => query(cubeSoql(cube, sample, condition, fields)));
  const answers = await port.wave([
    ...windows.map((one) => query(`SELECT COUNT() FROM LoginHistory WHERE ${timeCondition(one)}${condition}`)),
    ...ask({ dimensions: hourly, bucket: 'hour' }),
    ...ask({ dimensions: daily, bucket: 'day' }),
  ]);
  const behind = answers.slice(windows.length);
  return {
    rowsIn: densityOf(windows, answers),
    hourly: groupsPer(samples, behind.slice(0, samples.length), hourMs),
    daily: groupsPer(samples, behind.slice(samples.length), dayMs),
  };
};
