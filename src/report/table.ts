import type { Block, Tone } from './document.ts';
import { columnsOf, pad, wrap, wrapHard } from './wrap.ts';

type Table = Extract<Block, { kind: 'table' }>;

const gap = '  ';

/** What the last column is never narrower than. */
const least = 24;

/** Each column as wide as its widest cell, up to its most; the last one takes what is left. */
const widthsOf = ({ columns, rows }: Table, width: number): readonly number[] => {
  const natural = columns.map(({ label, most = Infinity }, index) => {
    const cells = [label, ...rows.map(({ cells: row }) => row[index] ?? '')];
    return Math.min(most, Math.max(0, ...cells.map(columnsOf)));
  });
  const before = natural.slice(0, -1);
  const used = before.reduce((sum, one) => sum + one + gap.length, 0);
  return [...before, Math.max(least, width - used)];
};

/** `wrap` breaks no word; a name that is wider than its column must not push the others aside. */
const fit = (text: string, width: number): readonly string[] =>
  wrap(text, width).flatMap((line) => (columnsOf(line) > width ? wrapHard(line, width) : [line]));

/** A table in a terminal: cells wrap within their column, only the last one is never cut. */
export const tableLines = (
  table: Table,
  width: number,
  paint: (text: string, tone: Tone | 'label') => string,
): readonly string[] => {
  const widths = widthsOf(table, width);
  const last = widths.length - 1;
  const lineOf = (cells: readonly string[], tone: Tone | 'label', whole: boolean): string =>
    cells
      .map((text, index) => {
        const padded = index === last ? text : pad(text, widths[index] ?? 0);
        return whole || index === 0 ? paint(padded, tone) : padded;
      })
      .join(gap)
      .trimEnd();
  const rowLines = (cells: readonly string[], tone: Tone): readonly string[] => {
    const wrapped = cells.map((text, index) =>
      index === last ? wrap(text, widths[index] ?? least) : fit(text, widths[index] ?? least),
    );
    const height = Math.max(...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_none, at) =>
      lineOf(
        wrapped.map((lines) => lines[at] ?? ''),
        tone,
        false,
      ),
    );
  };
  return [
    lineOf(
      table.columns.map(({ label }) => label),
      'label',
      true,
    ),
    ...table.rows.flatMap(({ cells, tone }) => rowLines(cells, tone)),
  ];
};
