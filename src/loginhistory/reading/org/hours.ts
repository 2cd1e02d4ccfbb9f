import type { Dimension, Gap, LoginGroup } from '../tally/group.ts';
import { countWindows, type Counted } from './count-windows.ts';
import { merged } from './cube.ts';
import type { LoginHistory } from './history.ts';
import type { Survey } from './survey.ts';
import { cut, hourMs, type Window } from './window.ts';

export type Hours = {
  /** In the order in which the org sorts them, hour by hour. */
  readonly groups: readonly LoginGroup[];
  readonly gaps: readonly Gap[];
  readonly refusal?: NonNullable<Counted['refusal']>;
};

/** Queries that the first try may take: one request, and a half for what must be cut. */
const plannedParts = 38;
const mostRequests = 2;

/** Statuses that an hour is expected to have. */
const statusesInHour = 6;

const piecesFor = (window: Window, groupsInHour: number, mostGroups: number): number =>
  Math.ceil((((window.to - window.from) / hourMs) * groupsInHour) / (mostGroups * 0.7));

/**
 * Rows by hour and the given dimensions: the line of the chart, and where the failures are. Where that is too much, by hour
 * and status alone.
 */
export const countHours = async (
  history: LoginHistory,
  window: Window,
  condition: string,
  { rowsIn, hourly }: Survey,
  dimensions: readonly Dimension[],
): Promise<Hours> => {
  const { fields, mostGroups } = history;
  const count = (some: readonly Dimension[], windows: readonly Window[], requests: number): Promise<Counted> =>
    countWindows(history, {
      cube: { dimensions: some, bucket: 'hour', sorted: fields.statusSortable },
      orders: [],
      windows,
      condition,
      rowsIn,
      mostRequests: requests,
    });
  const pieces = piecesFor(window, hourly, mostGroups);
  const fine: Counted =
    pieces <= plannedParts
      ? await count(dimensions, cut(window, pieces, hourMs), mostRequests)
      : { groups: [], gaps: [], tooMany: cut(window, piecesFor(window, statusesInHour, mostGroups), hourMs) };
  const coarse = await count(['status'], fine.tooMany, mostRequests);
  const refusal = fine.refusal ?? coarse.refusal;
  return {
    groups: merged([...fine.groups, ...coarse.groups]),
    gaps: [...fine.gaps, ...coarse.gaps, ...coarse.tooMany.map((one): Gap => ({ ...one, why: 'too-many-rows' }))],
    ...(refusal === undefined ? {} : { refusal }),
  };
};

export type Span = Window & { readonly rows: number };

/** Failing rows of each span inside of the window, oldest first. */
export const failingSpans = (groups: readonly LoginGroup[], window: Window): readonly Span[] => {
  const spans = new Map<number, { from: number; to: number; rows: number }>();
  for (const { success, hour, span, count } of groups) {
    if (success) continue;
    const known = spans.get(hour);
    if (known === undefined) {
      spans.set(hour, { from: Math.max(hour, window.from), to: Math.min(hour + span, window.to), rows: count });
    } else known.rows += count;
  }
  return [...spans.values()].toSorted((a, b) => a.from - b.from);
};

/** The groups that lie in one of the windows. */
export const groupsWithin = (groups: readonly LoginGroup[], windows: readonly Window[]): readonly LoginGroup[] =>
  windows.length === 0
    ? []
    : groups.filter(({ first, last }) => windows.some(({ from, to }) => first >= from && last < to));
