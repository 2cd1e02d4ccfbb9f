import { noRow, type Answer } from '../model/index.ts';
import { historyRows } from './status-book/history.ts';
import { readStatus } from './status-book/index.ts';

/** What may be seen in Login History of a login that failed: each status that points somewhere, and no row at all. */
export const answers: readonly Answer[] = [
  ...historyRows.flatMap(({ value, decides, suspects = [] }): readonly Answer[] =>
    value === undefined || (decides === undefined && suspects.length === 0)
      ? []
      : [{ saw: value, ...(decides === undefined ? {} : { decides }), suspects }],
  ),
  { saw: noRow, suspects: [] },
];

/** A typed answer. Undefined: it is none that points anywhere. */
export const readAnswer = (typed: string): Answer | undefined => {
  const saw = typed.trim();
  if (saw.toLowerCase() === noRow) return { saw: noRow, suspects: [] };
  const { recognised, success, ...pointer } = readStatus(saw);
  const points = pointer.decides !== undefined || pointer.suspects.length > 0;
  return recognised && !success && points ? { saw, ...pointer } : undefined;
};
