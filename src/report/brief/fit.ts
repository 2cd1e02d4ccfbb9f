import type { Part } from './part.ts';

/** Groups of parts; a blank line stands between two groups. */
export type Group = readonly Part[];

/** What 24 rows hold when the prompt is back. */
export const mostLines = 23;

const filled = (groups: readonly Group[]): readonly Group[] => groups.filter((group) => group.length > 0);

const height = (groups: readonly Group[]): number =>
  filled(groups).reduce((sum, group) => sum + group.reduce((lines, part) => lines + part.lines.length, 1), -1);

/** The part that can best be spared: of the highest rank the last one. */
const spared = (groups: readonly Group[]): Part | undefined => {
  const parts = groups.flat();
  const highest = Math.max(0, ...parts.map(({ rank }) => rank));
  return highest === 0 ? undefined : parts.findLast(({ rank }) => rank === highest);
};

/** Leaves out what can best be spared until the rest fits. */
export const fit = (groups: readonly Group[], most: number = mostLines): readonly Group[] => {
  const there = filled(groups);
  const out = height(there) > most ? spared(there) : undefined;
  return out === undefined
    ? there
    : fit(
        there.map((group) => group.filter((part) => part !== out)),
        most,
      );
};
