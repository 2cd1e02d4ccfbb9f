import { readFileSync } from 'node:fs';
import type { Placed } from './instrument.ts';
import type { Status } from './try-mutants.ts';

/** What a mutant is, wherever in its file it stands. */
type Change = { readonly file: string; readonly from: string; readonly to: string };

/** A mutant that nothing kills, and why that is right. */
export type Explained = Change & { readonly why: string };

const explainedFile = 'scripts/mutants/explained.json';

export const explained = (): readonly Explained[] => JSON.parse(readFileSync(explainedFile, 'utf8')) as Explained[];

/** A mutant that was tried. */
export type Tried = Change & { readonly line: number; readonly status: Status };

export const tried = ({ fileName, location, from, replacement }: Placed, status: Status): Tried => ({
  file: fileName,
  line: location.start.line + 1,
  from,
  to: replacement,
  status,
});

const isSame = (one: Change, other: Change): boolean =>
  one.file === other.file && one.from === other.from && one.to === other.to;

const isAlive = ({ status }: Tried): boolean => status === 'Survived' || status === 'NoCoverage';

/** Those that nothing kills, explained or not, and explanations of what is killed. */
export const survivorsOf = (mutants: readonly Tried[], known: readonly Explained[] = explained()) => {
  const alive = mutants.filter(isAlive);
  const isKnown = (one: Tried): boolean => known.some((other) => isSame(one, other));
  return {
    open: alive.filter((one) => !isKnown(one)),
    explained: alive.filter(isKnown),
    stale: known.filter(
      (one) => mutants.some((other) => isSame(one, other)) && !alive.some((other) => isSame(one, other)),
    ),
  };
};
