import type { Share, Shares } from '../../model/index.ts';

export type Counter = Map<string, number>;

export const countIn = (counter: Counter, value: string | undefined, rows: number): void => {
  if (value !== undefined) counter.set(value, (counter.get(value) ?? 0) + rows);
};

const most = 5;

/** Those with the most rows first, then by name. */
export const inOrder = (counter: Counter): readonly Share[] =>
  [...counter]
    .map(([value, rows]) => ({ value, rows }))
    .toSorted((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));

export const sharesOf = (counter: Counter): Shares => ({
  different: counter.size,
  top: inOrder(counter).slice(0, most),
});
