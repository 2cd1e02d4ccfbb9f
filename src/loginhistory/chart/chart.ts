import type { Chart, ChartSeries } from '../../model/index.ts';
import { spread, type Grid } from '../spread.ts';
import { dayMs, hourMs, iso, minuteMs } from '../times.ts';

const lengths = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 7, 14, 28].map((days) => days * dayMs),
];

const mostBuckets = 48;

/** Buckets of a round length, at round times (UTC), that cover the window. `finest`: the rows were counted in spans of this length. */
export const gridFor = (from: number, to: number, finest: number): Grid => {
  const fits = (length: number): boolean => length >= Math.min(finest, dayMs) && (to - from) / length <= mostBuckets;
  const length = lengths.find(fits) ?? 28 * dayMs;
  const start = Math.floor(from / length) * length;
  return { start, length, count: Math.max(1, Math.ceil((to - start) / length)) };
};

type CountedSpan = { readonly first: number; readonly last: number; readonly count: number };

export type Series = { readonly key: string; readonly title: string; readonly pieces: Iterable<CountedSpan> };

const rowsIn = (pieces: Iterable<CountedSpan>, grid: Grid): readonly number[] => {
  const rows = Array.from({ length: grid.count }, () => 0);
  for (const piece of pieces) spread(piece, grid, rows);
  return rows;
};

/** Failures, each series by itself, and successes over time. The sums are those of the pieces. */
export const chartOf = (failures: readonly Series[], successes: Iterable<CountedSpan>, grid: Grid): Chart => ({
  bucketMs: grid.length,
  starts: Array.from({ length: grid.count }, (_none, at) => iso(grid.start + at * grid.length)),
  failures: failures.map(({ key, title, pieces }): ChartSeries => ({ key, title, rows: rowsIn(pieces, grid) })),
  successes: rowsIn(successes, grid),
});
