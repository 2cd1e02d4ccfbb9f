import { books } from './books.ts';
import type { Phrase } from './phrase-book/index.ts';
import type { Letters } from './reading/letters.ts';
import { makeLexicon, scan } from './reading/lexicon.ts';
import type { Hit } from './reading/lexicon.ts';
import { once } from './reading/once.ts';
import { remembered } from './reading/remembered.ts';

type Term = { readonly entry: Phrase; readonly kind: 'code' | 'text' };

/** Swallows what stands in it, and is not heard of any more. */
const silence = Symbol('everyday words');

/** A wording of the book that stands in the text. */
export type BookHit = Omit<Hit<Term>, 'terms'> & {
  readonly entry: Phrase;
  readonly kind: 'code' | 'text';
  readonly words: string;
};

/** The first that lists a code has it. */
const codeOwners = once(
  () =>
    new Map(
      books()
        .phrases.flatMap((entry) => (entry.codes ?? []).map((code) => [code.toLowerCase(), entry] as const))
        .toReversed(),
    ),
);

const lexicon = makeLexicon<Term | typeof silence>(() => [
  ...books().everyday.map((wording) => [wording, silence] as const),
  ...books().phrases.flatMap((entry) => [
    ...(entry.codes ?? []).map(
      (code) => [code, { entry: codeOwners().get(code.toLowerCase()) ?? entry, kind: 'code' }] as const,
    ),
    ...(entry.phrases ?? []).map((phrase) => [phrase, { entry, kind: 'text' }] as const),
  ]),
]);

const byId = once(() => new Map(books().phrases.map((entry) => [entry.id, entry])));

/** The entry that a code leads to where it stands alone. */
export const entryOfCode = (code: string): Phrase | undefined => codeOwners().get(code.toLowerCase());

export const entryOfId = (id: string): Phrase | undefined => byId().get(id);

/** What a narrow screen broke is known for a code by its `_` or capitals: names in camel case stand in two lines by chance. */
const mayBeBroken = (words: string): boolean => words.includes('_') || words === words.toUpperCase();

/** A code is one word: with `_`, all in capitals, or in camel case as an error's name. Anything else is prose that happens to use its words. */
const looksLikeCode = (words: string): boolean =>
  words.includes('_')
    ? !/\s/u.test(words)
    : /^[A-Z0-9]+$|^[A-Z]{2,}[a-z]+[A-Za-z0-9]*$|^[A-Z][a-z]+[A-Z][A-Za-z0-9]*$/u.test(words);

type Place = { readonly start: number; readonly end: number };

/** `INVALID_LOGIN_ATTEMPT` is another code than the one that it begins with, and `issuer_not_found` than the one that it ends with. */
const isPartOfCode = (source: string, { start, end }: Place): boolean =>
  /^_[A-Za-z0-9]/u.test(source.slice(end, end + 2)) ||
  /[A-Za-z0-9]_$/u.test(source.slice(Math.max(0, start - 2), start));

/** `error=access-denied`: some servers' way to spell a code. */
const isHyphened = (source: string, start: number, words: string): boolean =>
  source.charAt(start - 1) === '=' && /^[a-z]+(?:-[a-z]+)+$/iu.test(words);

/** Inside a code: a narrow screen broke it. */
const brokenLine = /(?<=[A-Za-z0-9_])(?:\r?\n|\\{1,16}n)(?=[A-Za-z0-9_])/gu;

type Spelling = { readonly whole: string; readonly isCode: boolean };

/** The words without the breaks of a narrow screen, and whether they are spelt as a code. */
const spellingOf = (words: string): Spelling => {
  const whole = words.replaceAll(brokenLine, '');
  return { whole, isCode: looksLikeCode(whole) && (whole === words || mayBeBroken(whole)) };
};

/** The words as one code; undefined where they are none. */
const wholeCode = (source: string, place: Place, { whole, isCode }: Spelling): string | undefined =>
  (isCode && !isPartOfCode(source, place)) || isHyphened(source, place.start, whole) ? whole : undefined;

/** "No password expired": it did not happen. */
const isDenied = (source: string, start: number): boolean =>
  /\bno\s$/iu.test(source.slice(Math.max(0, start - 4), start));

/** Every code and phrase of the book that stands in the text, in its order. */
export const readBookHits = (letters: Letters): BookHit[] => {
  const spelling = remembered(spellingOf);
  return scan(lexicon, letters).flatMap(({ terms: all, ...place }) => {
    const terms = all.filter((term) => term !== silence);
    if (terms.length === 0) return [];
    const words = letters.source.slice(place.start, place.end);
    const code = terms.find((term) => term.kind === 'code');
    const text = terms.find((term) => term.kind === 'text');
    const whole = code === undefined ? undefined : wholeCode(letters.source, place, spelling(words));
    if (code !== undefined && whole !== undefined) return [{ ...place, ...code, words: whole }];
    return text === undefined || isDenied(letters.source, place.start) ? [] : [{ ...place, ...text, words }];
  });
};
