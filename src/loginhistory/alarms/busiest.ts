import type { Piece } from '../piece.ts';

/** The window of a length that holds the most rows. `atMost`: more than `rows` where it cannot be told. Epoch ms, UTC. */
export type Busiest = { readonly from: number; readonly to: number; readonly rows: number; readonly atMost: number };

type CountedSpan = Pick<Piece, 'first' | 'last' | 'count'>;

/** Beyond so many pieces those of one span are taken together: it costs exactness, not truth. */
const mostPieces = 4000;

const together = (pieces: readonly Piece[]): readonly CountedSpan[] =>
  [...Map.groupBy(pieces, ({ hour, span }) => `${hour} ${span}`).values()].map((group) => ({
    first: Math.min(...group.map(({ first }) => first)),
    last: Math.max(...group.map(({ last }) => last)),
    count: group.reduce((sum, { count }) => sum + count, 0),
  }));

const countFrom = (pieces: readonly CountedSpan[], at: number, length: number): Busiest => {
  const { first: from, last } = pieces[at] ?? { first: 0, last: 0 };
  const to = from + length;
  let rows = 0;
  let atMost = 0;
  for (let next = at; next < pieces.length; next += 1) {
    const piece = pieces[next];
    if (piece === undefined || piece.first >= last + length) break;
    atMost += piece.count;
    if (piece.last < to) rows += piece.count;
  }
  return { from, to, rows, atMost };
};

/** Rows of earlier pieces that may lie as late as this one. */
const overlapping = (pieces: readonly CountedSpan[], at: number, longest: number): number => {
  const { first = 0 } = pieces[at] ?? {};
  let rows = 0;
  for (let before = at - 1; before >= 0; before -= 1) {
    const piece = pieces[before];
    if (piece === undefined || piece.first + longest < first) break;
    if (piece.last >= first) rows += piece.count;
  }
  return rows;
};

/** Slides a window of `length` ms over the rows. Undefined where there are none. */
export const busiestWindow = (pieces: readonly Piece[], length: number): Busiest | undefined => {
  const counted: readonly CountedSpan[] = pieces.length > mostPieces ? together(pieces) : pieces;
  const sorted = counted.toSorted((a, b) => a.first - b.first || a.last - b.last || a.count - b.count);
  const longest = sorted.reduce((most, { first, last }) => Math.max(most, last - first), 0);
  let best: Busiest | undefined;
  let atMost = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const here = countFrom(sorted, at, length);
    atMost = Math.max(atMost, here.atMost + overlapping(sorted, at, longest));
    if (best === undefined || here.rows > best.rows) best = here;
  }
  return best === undefined ? undefined : { ...best, atMost: Math.max(best.rows, atMost) };
};
