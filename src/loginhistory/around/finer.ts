import type { Asking } from '../../evidence/waves.ts';
import { secondMs } from '../../model/index.ts';
import { busiestWindow } from '../alarms/busiest.ts';
import type { Threshold } from '../alarms/threshold.ts';
import type { Piece } from '../piece.ts';
import { countFailuresIn, type LoginHistory, type Window } from '../reading/index.ts';

/** Hours that are counted again, and pieces of a window into which they are cut. */
const mostHours = 2;
const cuts = 6;

const rowsNear = (pieces: readonly Piece[], { hour, span }: Piece, windowMs: number): number =>
  pieces
    .filter(({ first, last }) => last >= hour - windowMs && first < hour + span + windowMs)
    .reduce((sum, { count }) => sum + count, 0);

const openHours = (failures: readonly Piece[], { limit, windowMs }: Threshold): readonly Window[] => {
  const hours = new Map(failures.map((piece) => [piece.hour, piece]));
  return [...hours.values()]
    .map((piece) => ({ piece, rows: rowsNear(failures, piece, windowMs) }))
    .filter(({ rows }) => rows > limit)
    .toSorted((a, b) => b.rows - a.rows || a.piece.hour - b.piece.hour)
    .slice(0, mostHours)
    .map(({ piece: { hour, span } }) => ({ from: hour, to: hour + span }));
};

const cutInto = ({ from, to }: Window, step: number): readonly Window[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_none, at) => ({
    from: from + at * step,
    to: Math.min(to, from + (at + 1) * step),
  }));

/**
 * Failures counted in pieces of the threshold's window, for the hours that leave it open whether it was exceeded; undefined where
 * nothing is open.
 */
export const countFiner = function* (
  history: LoginHistory,
  failures: readonly Piece[],
  threshold: Threshold,
  keep: (piece: Piece) => boolean,
  users: readonly string[],
): Asking<readonly Piece[] | undefined> {
  const highest = busiestWindow(failures, threshold.windowMs);
  if (highest === undefined || highest.rows > threshold.limit || highest.atMost <= threshold.limit) return undefined;
  const hours = openHours(failures, threshold);
  const step = Math.max(secondMs, Math.floor(threshold.windowMs / cuts / secondMs) * secondMs);
  const { groups, gaps } = yield* countFailuresIn(
    history,
    hours.flatMap((hour) => cutInto(hour, step)),
    { users },
  );
  if (gaps.length > 0) return undefined;
  const isIn = ({ hour }: Piece): boolean => hours.some(({ from, to }) => hour >= from && hour < to);
  return [...failures.filter((piece) => !isIn(piece)), ...groups.filter((group) => !group.success && keep(group))];
};
