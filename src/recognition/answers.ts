import { noRow, type SeenStatus } from '../model/index.ts';
import { historyRows } from './status-book/history.ts';
import { readStatus } from './status-book/index.ts';

const question = 'login-history';

/** What may be seen in Login History of a login that failed: each status that points somewhere, and no row at all. */
export const answers: readonly SeenStatus[] = [
  ...historyRows.flatMap(({ value, decides, suspects = [] }): readonly SeenStatus[] =>
    value === undefined || (decides === undefined && suspects.length === 0)
      ? []
      : [{ question, saw: value, ...(decides === undefined ? {} : { decides }), suspects }],
  ),
  { question, saw: noRow, suspects: [] },
];

/** A typed answer. Undefined: it is none that points anywhere. */
export const readAnswer = (typed: string): SeenStatus | undefined => {
  const saw = typed.trim();
  if (saw.toLowerCase() === noRow) return { question, saw: noRow, suspects: [] };
  const { recognised, success, ...pointer } = readStatus(saw);
  const points = pointer.decides !== undefined || pointer.suspects.length > 0;
  return recognised && !success && points ? { question, saw, ...pointer } : undefined;
};
