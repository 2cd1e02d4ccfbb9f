import { hourMs } from '../../../model/index.ts';

export { dayMs, hourMs, secondMs } from '../../../model/index.ts';

/** A piece of time: ms, UTC; `to` is not included. */
export type Window = { readonly from: number; readonly to: number };

const down = (at: number, step: number): number => Math.floor(at / step) * step;

export const hourOf = (at: number): number => down(at, hourMs);

/** Cuts a window into at most `count` pieces of about the same length, at multiples of `step`. */
export const cut = ({ from, to }: Window, count: number, step: number): readonly Window[] => {
  if (count <= 1) return to > from ? [{ from, to }] : [];
  const length = Math.max(step, Math.ceil((to - from) / Math.max(1, count) / step) * step);
  const edges = [from];
  for (let edge = down(from, step) + length; edge < to; edge += length) edges.push(edge);
  return edges.map((edge, at) => ({ from: edge, to: edges[at + 1] ?? to })).filter((one) => one.to > one.from);
};

/** Smaller windows in place of one that was too much, at multiples of `step`; none where it is as small as that. */
export const split = (window: Window, step: number): readonly Window[] => {
  const pieces = cut(window, 6, step);
  return pieces.length > 1 ? pieces : [];
};

export const lengthOf = (windows: readonly Window[]): number =>
  windows.reduce((sum, { from, to }) => sum + to - from, 0);

/** Windows that touch one another as one, oldest first. */
export const joined = (windows: readonly Window[]): readonly Window[] =>
  windows
    .toSorted((a, b) => a.from - b.from)
    .reduce<readonly Window[]>((all, { from, to }) => {
      const last = all.at(-1);
      return last?.to === from ? [...all.slice(0, -1), { from: last.from, to }] : [...all, { from, to }];
    }, []);
