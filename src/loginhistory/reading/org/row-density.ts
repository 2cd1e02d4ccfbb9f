import { rowOf, whole } from '../../../evidence/org/rows.ts';
import { query } from '../../../evidence/org/soql.ts';
import { ask, type Asking } from '../../../evidence/waves.ts';
import { timeCondition } from './cube.ts';
import { cut, secondMs, type Window } from './window.ts';

const pieces = 20;

/** About how many rows a piece of the window holds, where the org groups by nothing: COUNT() is answered by every org. */
export const rowDensity = function* (window: Window, condition: string): Asking<(piece: Window) => number> {
  const windows = cut(window, pieces, secondMs);
  const answers = yield* ask(
    windows.map((one) => query(`SELECT COUNT() FROM LoginHistory WHERE ${timeCondition(one)}${condition}`)),
  );
  const rows = answers.map((answer) => (answer.ok ? (whole(rowOf(answer.body)?.totalSize) ?? 0) : 0));
  return (piece) =>
    windows.reduce((sum, { from, to }, at) => {
      const overlap = Math.min(to, piece.to) - Math.max(from, piece.from);
      return overlap <= 0 ? sum : sum + ((rows[at] ?? 0) * overlap) / (to - from);
    }, 0);
};
