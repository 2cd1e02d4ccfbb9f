import { allKeys, firstKey, keyAt, keyLength, letterBase, readLetters } from './letters.ts';
import type { Letters } from './letters.ts';
import { once } from './once.ts';

/** Where the letters so far lead. Most go on with one letter only: that way is kept without a map, and costs less to make and to go. */
type Node<T> = {
  terms: readonly T[];
  open: readonly T[];
  letter: number;
  next: Node<T> | undefined;
  others: Map<number, Node<T>> | undefined;
};

/** Wordings as a tree of letters, below the first `depth` letters, which they all share. */
type Tree<T> = { readonly root: Node<T>; readonly depth: number };

type Entry<T> = { readonly wording: string; readonly term: T };

type Index<T> = {
  /** For each key of letters the number of the tree of what begins so; 0 where nothing does: most words of a text need no second look. */
  readonly begins: Uint16Array;
  /** Grown when a text first has such a word. */
  readonly treeOf: (number: number) => Tree<T>;
};

/** Wordings, each with what it means here. Made ready when it is first looked up in: who imports this does not wait for it. */
export type Lexicon<T> = () => Index<T>;

/** A wording that stands in the text, with its place in the letters (`from`, `to`) and in the source (`start`, `end`). */
export type Hit<T> = {
  readonly terms: readonly T[];
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
};

const none: readonly never[] = [];

const node = <T>(): Node<T> => ({ terms: none, open: none, letter: 0, next: undefined, others: undefined });

const after = <T>(place: Node<T>, letter: number): Node<T> | undefined =>
  place.letter === letter ? place.next : place.others?.get(letter);

const grownAfter = <T>(place: Node<T>, letter: number): Node<T> => {
  const known = after(place, letter);
  if (known !== undefined) return known;
  const next = node<T>();
  if (place.next === undefined) [place.letter, place.next] = [letter, next];
  else (place.others ??= new Map()).set(letter, next);
  return next;
};

const codesOf = (wording: string): Uint8Array => {
  const { codes, length } = readLetters(wording);
  return codes.subarray(0, length);
};

/** A wording that ends with `*` may go on in the same word. */
const isOpen = (wording: string): boolean => wording.endsWith('*');

const grown = <T>(entries: ReadonlyArray<Entry<T>>): Tree<T> => {
  const root = node<T>();
  const read = entries.map(({ wording, term }) => ({ codes: codesOf(wording), open: isOpen(wording), term }));
  const depth = read.every(({ codes }) => codes.length >= keyLength) ? keyLength : 0;
  for (const { codes, open, term } of read) {
    let place = root;
    for (const code of codes.subarray(depth)) place = grownAfter(place, code);
    if (open) place.open = [...place.open, term];
    else place.terms = [...place.terms, term];
  }
  return { root, depth };
};

/** The keys of every word that may begin as a wording does: one where it has three letters, else one for each way to go on. */
const keysOf = (wording: string): readonly number[] => {
  const key = firstKey(wording);
  if (key !== undefined) return [key];
  const codes = codesOf(wording);
  if (codes.length === 0) return [];
  const step = letterBase ** Math.max(0, keyLength - codes.length);
  const first = keyAt(codes, 0);
  return Array.from({ length: step }, (_none, more) => first + more);
};

const indexOf = <T>(wordings: Iterable<readonly [string, T]>): Index<T> => {
  const begins = new Uint16Array(allKeys);
  const entries: Array<Array<Entry<T>>> = [[]];
  for (const [wording, term] of wordings) {
    for (const key of keysOf(wording)) {
      const known = begins[key] ?? 0;
      const number = known === 0 ? entries.length : known;
      begins[key] = number;
      (entries[number] ??= []).push({ wording, term });
    }
  }
  const trees: Array<Tree<T> | undefined> = entries.map(() => undefined);
  return { begins, treeOf: (number) => (trees[number] ??= grown(entries[number] ?? [])) };
};

/** Of one wording after another: none is read before a text has a word with its first letters. */
export const makeLexicon = <T>(wordings: () => Iterable<readonly [string, T]>): Lexicon<T> =>
  once(() => indexOf(wordings()));

type End<T> = { readonly terms: readonly T[]; readonly to: number };

/** Every wording of a tree that begins at `from` and ends where a word ends, shortest first; undefined for none. Bounded by the longest wording. */
const endsAt = <T>({ root, depth }: Tree<T>, letters: Letters, from: number): ReadonlyArray<End<T>> | undefined => {
  const { codes, starts, length } = letters;
  let ends: Array<End<T>> | undefined;
  let place: Node<T> | undefined = root;
  for (let to = from + depth; place !== undefined; to += 1) {
    const wordEnds = to === length || starts[to] === 1;
    const terms = wordEnds && place.terms.length > 0 ? place.terms : place.open;
    if (terms.length > 0) (ends ??= []).push({ terms, to });
    place = to === length ? undefined : after(place, codes[to] ?? 0);
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

/** Goes over the words with which a wording may begin, and calls `take` with their place and what begins there; from where it says on. */
const walk = <T>(
  lexicon: Lexicon<T>,
  letters: Letters,
  take: (from: number, ends: ReadonlyArray<End<T>>) => number,
): void => {
  const { begins, treeOf } = lexicon();
  const { words, keys } = letters;
  let next = 0;
  for (let word = 0; word < words.length; word += 1) {
    const tree = begins[keys[word] ?? 0] ?? 0;
    const from = words[word] ?? 0;
    const ends = tree > 0 && from >= next ? endsAt(treeOf(tree), letters, from) : undefined;
    if (ends !== undefined) next = take(from, ends);
  }
};

/** `invalid: LOGIN_SAML_...`: it ends within a code that begins within it, and would swallow the beginning of that. */
const cutsCode = ({ source, at }: Letters, from: number, to: number): boolean => {
  const [start, end] = [at[from] ?? 0, (at[to - 1] ?? 0) + 1];
  return (
    source.charAt(end) === '_' &&
    /[A-Za-z0-9]/u.test(source.charAt(end + 1)) &&
    /[^A-Za-z0-9_]\w*$/u.test(source.slice(start, end))
  );
};

/** Every wording that stands in the text, leftmost and longest first, none beginning inside another. Linear in the text. */
export const scan = <T>(lexicon: Lexicon<T>, letters: Letters): Array<Hit<T>> => {
  const hits: Array<Hit<T>> = [];
  walk(lexicon, letters, (from, ends) => {
    const longest = ends.findLast(({ to }) => !cutsCode(letters, from, to));
    if (longest !== undefined) hits.push(hitOf(letters, from, longest));
    return longest?.to ?? from;
  });
  return hits;
};

/** As `scan`, with every wording that begins at any word, one inside another too. Linear as well. */
export const scanAll = <T>(lexicon: Lexicon<T>, letters: Letters): Array<Hit<T>> => {
  const hits: Array<Hit<T>> = [];
  walk(lexicon, letters, (from, ends) => {
    hits.push(...ends.map((end) => hitOf(letters, from, end)));
    return from;
  });
  return hits;
};
