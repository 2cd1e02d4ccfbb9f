import type { Spike } from '../../model/index.ts';
import { attemptsOf } from '../incidents.ts';
import type { Piece } from '../piece.ts';
import { spread, type Grid } from '../spread.ts';
import { iso, period } from '../times.ts';

/** Windows before one that are its baseline, and those that must have been seen to have any. */
const baselineWindows = 7;
const fewest = 3;

export type Spiking = {
  readonly factor: number;
  readonly windowMs: number;
  /** The window that was asked for: epoch ms, UTC. */
  readonly since: number;
  readonly until: number;
  /** From when on the rows were counted, for the baseline. */
  readonly countedFrom: number;
};

export type Keyed = { readonly key: string; readonly title: string; readonly pieces: readonly Piece[] };

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
};

/** How far back rows must be counted: ms. */
export const pastNeeded = (windowMs: number): number => baselineWindows * windowMs;

/** Windows counted back from the end: the last one ends where the time asked for ends. */
const gridOf = ({ windowMs, until, countedFrom }: Spiking): Grid => {
  const count = Math.max(1, Math.floor((until - countedFrom) / windowMs));
  return { start: until - count * windowMs, length: windowMs, count };
};

/** Windows in the time asked for that have a baseline. */
const compared = (grid: Grid, { since, windowMs }: Spiking): readonly number[] =>
  Array.from({ length: grid.count }, (_none, at) => at).filter(
    (at) => at >= fewest && grid.start + at * grid.length >= since - windowMs + 1,
  );

export const canCompare = (spiking: Spiking): boolean => compared(gridOf(spiking), spiking).length > 0;

const isSpike = (rows: number, usual: number, factor: number): boolean => rows >= factor * Math.max(usual, 1);

/** One login attempt with all its rows is no spike. */
const isOneAttempt = (pieces: readonly Piece[], from: number, to: number): boolean =>
  attemptsOf(pieces.filter(({ first, last }) => last >= from && first < to)).atLeast < 2;

/** The sharpest spike of a group: the window with the most rows by its own median. */
const spikeOf = ({ key, title, pieces }: Keyed, spiking: Spiking): readonly Spike[] => {
  const grid = gridOf(spiking);
  const rows = Array.from({ length: grid.count }, () => 0);
  for (const piece of pieces) if (piece.last >= grid.start) spread(piece, grid, rows);
  const found = compared(grid, spiking).flatMap((at) => {
    const before = rows.slice(Math.max(0, at - baselineWindows), at);
    const usual = median(before);
    const here = rows[at] ?? 0;
    const from = grid.start + at * grid.length;
    const found = isSpike(here, usual, spiking.factor) && !isOneAttempt(pieces, from, from + grid.length);
    return found ? [{ at, here, usual, before }] : [];
  });
  const [sharpest] = found.toSorted(
    (a, b) => b.here / Math.max(b.usual, 1) - a.here / Math.max(a.usual, 1) || b.at - a.at,
  );
  if (sharpest === undefined) return [];
  const { at, here, usual, before } = sharpest;
  const from = grid.start + at * grid.length;
  return [
    {
      key,
      title,
      window: period(from, from + grid.length),
      rows: here,
      baseline: { median: usual, windows: before.length, from: iso(from - before.length * grid.length) },
      ...(usual > 0 ? { times: Math.round((here / usual) * 10) / 10 } : {}),
    },
  ];
};

/** Groups with more failures than usual in a window: `factor` times the median of the windows of the same length before it. */
export const findSpikes = (groups: readonly Keyed[], spiking: Spiking): readonly Spike[] =>
  groups.flatMap((group) => spikeOf(group, spiking)).toSorted((a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1));
