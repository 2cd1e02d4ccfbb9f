import { readLetters } from './letters.ts';
import type { Letters } from './letters.ts';
import { once } from './once.ts';

type Node<T> = { readonly next: Map<number, Node<T>>; readonly terms: T[]; readonly open: T[] };

/** Wordings, each with what it means here. Made ready when it is first looked up in: who imports this does not wait for it. */
export type Lexicon<T> = { readonly root: () => Node<T> };

/** A wording that stands in the text, with its place in the letters (`from`, `to`) and in the source (`start`, `end`). */
export type Hit<T> = {
  readonly terms: readonly T[];
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
};

const node = <T>(): Node<T> => ({ next: new Map(), terms: [], open: [] });

const grown = <T>(wordings: Iterable<readonly [string, T]>): Node<T> => {
  const root = node<T>();
  for (const [wording, term] of wordings) {
    const { codes, length } = readLetters(wording);
    let place = root;
    for (const code of codes.subarray(0, length)) {
      const next = place.next.get(code) ?? node<T>();
      place.next.set(code, next);
      place = next;
    }
    if (place !== root) (wording.endsWith('*') ? place.open : place.terms).push(term);
  }
  return root;
};

/** A wording that ends with `*` may go on in the same word. */
export const makeLexicon = <T>(wordings: Iterable<readonly [string, T]>): Lexicon<T> => ({
  root: once(() => grown(wordings)),
});

type End<T> = { readonly terms: readonly T[]; readonly to: number };

/** Every wording that begins at `from` and ends where a word ends, shortest first. Bounded by the lexicon's longest wording. */
const endsAt = <T>(lexicon: Lexicon<T>, letters: Letters, from: number): Array<End<T>> => {
  const ends: Array<End<T>> = [];
  let place: Node<T> | undefined = lexicon.root();
  for (let to = from; to < letters.length; to += 1) {
    place = place.next.get(letters.codes[to] ?? 0);
    if (place === undefined) return ends;
    const wordEnds = to + 1 === letters.length || letters.starts[to + 1] === 1;
    const terms = wordEnds && place.terms.length > 0 ? place.terms : place.open;
    if (terms.length > 0) ends.push({ terms, to: to + 1 });
  }
  return ends;
};

const hitOf = <T>(letters: Letters, from: number, { terms, to }: End<T>): Hit<T> => ({
  terms,
  from,
  to,
  start: letters.at[from] ?? 0,
  end: (letters.at[to - 1] ?? 0) + 1,
});

/** Every wording that stands in the text, leftmost and longest first, none beginning inside another. Linear in the text. */
export const scan = <T>(lexicon: Lexicon<T>, letters: Letters): Array<Hit<T>> => {
  const hits: Array<Hit<T>> = [];
  let from = 0;
  while (from < letters.length) {
    const longest = letters.starts[from] === 1 ? endsAt(lexicon, letters, from).at(-1) : undefined;
    if (longest === undefined) from += 1;
    else {
      hits.push(hitOf(letters, from, longest));
      from = longest.to;
    }
  }
  return hits;
};

/** As `scan`, with every wording that begins at any word, one inside another too. Linear as well. */
export const scanAll = <T>(lexicon: Lexicon<T>, letters: Letters): Array<Hit<T>> => {
  const hits: Array<Hit<T>> = [];
  for (let from = 0; from < letters.length; from += 1) {
    if (letters.starts[from] === 1) {
      for (const end of endsAt(lexicon, letters, from)) hits.push(hitOf(letters, from, end));
    }
  }
  return hits;
};
