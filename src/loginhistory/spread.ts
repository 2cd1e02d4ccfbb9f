type Spanned = { readonly first: number; readonly last: number; readonly count: number };

/** Equal pieces of time side by side. */
export type Grid = { readonly start: number; readonly length: number; readonly count: number };

const cellOf = ({ start, length, count }: Grid, at: number): number =>
  Math.min(count - 1, Math.max(0, Math.floor((at - start) / length)));

/**
 * Puts the rows of a piece into the cells of a grid, none lost: rows that lie in one cell go there; of others nobody knows where
 * they lie, so each cell gets its share of the time from the first row to the last.
 */
export const spread = ({ first, last, count }: Spanned, grid: Grid, into: number[]): void => {
  const [from, to] = [cellOf(grid, first), cellOf(grid, last)];
  let given = 0;
  for (let cell = from; cell <= to; cell += 1) {
    const end = grid.start + (cell + 1) * grid.length;
    const until = cell === to ? count : Math.round((count * (end - first)) / (last - first + 1));
    const rows = Math.max(0, until - given);
    into[cell] = (into[cell] ?? 0) + rows;
    given += rows;
  }
};
