import { defined } from '../../../model/index.ts';
import type { Asking } from '../../../evidence/waves.ts';
import type { Gap, LoginGroup } from '../tally/group.ts';
import { countWindows, type WindowsCount } from './count-windows.ts';
import type { LoginHistory } from './history.ts';
import { cut, dayMs, hourMs, type Window } from './window.ts';

/** What a window holds by hour (or day) and status: enough to plan the questions that follow, and what is left where they are too much. */
export type Outline = {
  /** In the order in which the org sorts them. */
  readonly groups: readonly LoginGroup[];
  /** About how many rows a piece of it holds. */
  readonly rowsIn: (piece: Window) => number;
  readonly gaps: readonly Gap[];
  readonly refusal?: NonNullable<WindowsCount['refusal']>;
};

/** Up to here by hour, beyond by day: then a chart has no finer columns. */
const byHourMs = 48 * dayMs;

/** Statuses that an hour or a day is expected to have. */
const usualStatuses = 6;

/** Queries of the first try, and with what must be cut. */
const plannedParts = 25;
const mostParts = 50;

/** Rows of each span, for a guess at any piece of time. */
const densityOf = (groups: readonly LoginGroup[]): ((piece: Window) => number) => {
  const spans = new Map<number, { readonly span: number; rows: number }>();
  for (const { hour, span, count } of groups) {
    const known = spans.get(hour) ?? { span, rows: 0 };
    spans.set(hour, known);
    known.rows += count;
  }
  const sorted = [...spans].toSorted(([a], [b]) => a - b);
  return ({ from, to }) => {
    let rows = 0;
    for (const [start, { span, rows: own }] of sorted) {
      if (start >= to) break;
      const overlap = Math.min(start + span, to) - Math.max(start, from);
      if (overlap > 0) rows += (own * overlap) / span;
    }
    return Math.ceil(rows);
  };
};

export const outlineOf = function* (history: LoginHistory, window: Window, condition: string): Asking<Outline> {
  const bucket = window.to - window.from <= byHourMs ? 'hour' : 'day';
  const step = bucket === 'hour' ? hourMs : dayMs;
  const pieces = Math.ceil((((window.to - window.from) / step) * usualStatuses) / (history.mostGroups * 0.7));
  const { groups, gaps, tooMany, refusal } = yield* countWindows(history, {
    cube: { dimensions: ['status'], bucket, sorted: history.fields.statusSortable },
    orders: [],
    windows: cut(window, Math.min(pieces, plannedParts), step),
    condition,
    rowsIn: () => 0,
    mostParts,
  });
  return {
    groups,
    rowsIn: densityOf(groups),
    gaps: [...gaps, ...tooMany.map((one): Gap => ({ ...one, why: 'too-many-rows' }))],
    ...defined({ refusal }),
  };
};
