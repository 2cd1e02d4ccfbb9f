import type { Hit } from './lexicon.ts';
import type { Letters } from './letters.ts';

/** Words of scripts that have no letters in `Letters`, each with what it means here. */
export type Script<T> = { readonly pattern: RegExp; readonly terms: ReadonlyMap<string, readonly T[]> };

export const makeScript = <T>(wordings: Iterable<readonly [string, T]>): Script<T> => {
  const terms = new Map<string, T[]>();
  for (const [word, term] of wordings) {
    const before = terms.get(word);
    if (before === undefined) terms.set(word, [term]);
    else before.push(term);
  }
  const longestFirst = [...terms.keys()].sort((a, b) => b.length - a.length);
  return { pattern: new RegExp(longestFirst.join('|'), 'giu'), terms };
};

/** The place among the letters of what stands at `at` in the source. */
const letterAt = ({ at: places, length }: Letters, at: number): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Everything that a pattern finds in the text, with what it means. Linear in the text, where the pattern is. */
export const scanPattern = <T>(
  pattern: RegExp,
  termsOf: (found: string) => readonly T[],
  letters: Letters,
): Array<Hit<T>> =>
  [...letters.source.matchAll(pattern)].map((found) => {
    const start = found.index;
    const end = start + found[0].length;
    return { terms: termsOf(found[0]), from: letterAt(letters, start), to: letterAt(letters, end), start, end };
  });

/** Every word that stands in the text, leftmost and longest first. */
export const scanScript = <T>({ pattern, terms }: Script<T>, letters: Letters): Array<Hit<T>> =>
  scanPattern(pattern, (word) => terms.get(word.toLowerCase()) ?? terms.get(word) ?? [], letters);
