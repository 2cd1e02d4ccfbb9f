/**
 * Cells of a column, from the bottom: each names its series. A column with rows has a cell at least; where there is room, so has
 * each series in it.
 */
export const stack = (counts: readonly number[], most: number, height: number): readonly number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || most === 0) return [];
  const cells = Math.max(1, Math.round((total / most) * height));
  const exact = counts.map((count) => (count / total) * cells);
  const given = exact.map((share, at) => Math.max(Math.floor(share), (counts[at] ?? 0) > 0 ? 1 : 0));
  const order = exact.map((_share, at) => at).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  let left = cells - given.reduce((sum, one) => sum + one, 0);
  for (const at of order) {
    if (left <= 0 || (counts[at] ?? 0) === 0) break;
    const short = Math.ceil(Math.min(left, (exact[at] ?? 0) - (given[at] ?? 0)));
    if (short > 0) {
      given[at] = (given[at] ?? 0) + short;
      left -= short;
    }
  }
  const filled = given.flatMap((one, at) => Array.from({ length: one }, () => at));
  if (filled.length <= cells) return filled;
  // Less room than series: those with the most rows stay.
  const kept = new Set(order.slice(0, cells));
  return filled.filter((at, index) => kept.has(at) && filled.indexOf(at) === index).slice(0, cells);
};

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** One sign for a number; a blank for none. */
export const block = (count: number, most: number): string =>
  count === 0 || most === 0 ? ' ' : (blocks[Math.min(7, Math.max(0, Math.ceil((count / most) * 8) - 1))] ?? ' ');

/** Neighbours together, `size` at a time. */
export const together = (counts: readonly number[], size: number): readonly number[] =>
  Array.from({ length: Math.ceil(counts.length / size) }, (_none, at) =>
    counts.slice(at * size, (at + 1) * size).reduce((sum, count) => sum + count, 0),
  );
