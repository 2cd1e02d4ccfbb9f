import type { LoginGroup } from '../tally/group.ts';
import { hourMs, type Window } from './window.ts';

/** A piece of time and how many rows it holds. */
export type Span = Window & { readonly rows: number };

/** Rows of each `step` of time inside of the window, oldest first; the groups lie in steps that are no longer. */
export const spansOf = (groups: Iterable<LoginGroup>, window: Window, step?: number): readonly Span[] => {
  const spans = new Map<number, { from: number; to: number; rows: number }>();
  for (const { hour, span, count } of groups) {
    const length = step ?? span;
    const start = Math.floor(hour / length) * length;
    const known = spans.get(start);
    if (known === undefined) {
      spans.set(start, { from: Math.max(start, window.from), to: Math.min(start + length, window.to), rows: count });
    } else known.rows += count;
  }
  return [...spans.values()].toSorted((a, b) => a.from - b.from);
};

/** A quiet time as long as this need not be read. */
const quietMs = 48 * hourMs;

/**
 * Windows that hold about as many groups as a query can give (`room`). A group has at least one row, so with few rows it always
 * fits; with many the number of groups is not known, and `most` is assumed of each span.
 */
export const sized = (spans: readonly Span[], most: number, room: number): readonly Window[] => {
  const windows: Array<{ from: number; to: number; groups: number }> = [];
  for (const { from, to, rows } of spans) {
    const groups = Math.min(rows, most);
    const last = windows.at(-1);
    if (last === undefined || last.groups + groups > room || from - last.to > quietMs)
      windows.push({ from, to, groups });
    else {
      last.to = to;
      last.groups += groups;
    }
  }
  return windows.map(({ from, to }) => ({ from, to }));
};
