import { defined } from '../model/index.ts';
import { entryOfCode } from './book.ts';
import type { BookHit } from './book.ts';
import type { Phrase } from './phrase-book/index.ts';
import { remembered } from './reading/remembered.ts';
import type { Statement } from './statement.ts';
import { textAfterCode } from './wrappers/code-text.ts';
import { spokenPart } from './wrappers/page-text.ts';
import type { Pair } from './wrappers/pairs.ts';
import { plain } from './wrappers/plain.ts';

/** A code about data is sent where a permission for login() lacks, too: then the text tells more. */
const isAboutLoginCall = ({ suspects = [] }: Phrase): boolean => suspects[0] === 'soap-login-disabled';

/** Code and text stand together. Which entry knows more: the text, unless it is one that many codes of Salesforce's own carry. */
const choose = (code: Phrase | undefined, text: Phrase | undefined): Phrase | undefined => {
  if (code === undefined || text === undefined) return text ?? code;
  const codeSaysMore =
    code.vague !== true &&
    code !== text &&
    ((text.underAnyCode === true && code.shared !== true) ||
      (text.decides === undefined && code.decides !== undefined && !isAboutLoginCall(text)));
  return codeSaysMore ? code : text;
};

/** The entry for a pair: by its code, by a phrase in its text, or by a code that its text holds. */
const entryFor = (pair: Pair, text: BookHit | undefined, hits: readonly BookHit[]): Phrase | undefined => {
  const known = pair.code === undefined ? undefined : entryOfCode(pair.code);
  const inner = hits.find((hit) => hit.kind === 'code' && hit.words.toLowerCase() !== pair.code?.toLowerCase());
  return choose(known, text?.entry) ?? inner?.entry;
};

const ofPair = (pair: Pair, hits: readonly BookHit[]): Statement | undefined => {
  const { code, text: description, closed, start, end, family } = pair;
  const texts = hits.filter((hit) => hit.kind === 'text');
  const text =
    texts.find((hit) => hit.entry.decides !== undefined) ?? texts.find((hit) => hit.entry.vague !== true) ?? texts[0];
  const entry = entryFor(pair, text, hits);
  if (entry === undefined && description === undefined && closed === undefined) return undefined;
  return {
    ...defined({ entry, code, description, closed }),
    ...(text === undefined && description !== undefined ? { byCode: true as const } : {}),
    start,
    end,
    family,
  };
};

const closeToText = 40;
const closeToCode = 14;

/** Two of a list, of which one is meant. */
const alternative = /\b(?:or|and|vs|versus)\b|\|/iu;

const mostWords = 2;

/** A code after its text: in brackets, behind a dash, named as its code; never in the next line, nor one of several. */
const isCodeOf = (between: string): boolean =>
  !between.includes('\n') && !alternative.test(between) && (between.match(/[A-Za-z]+/gu) ?? []).length <= mostWords;

const goTogether = (source: string, a: BookHit, b: BookHit | undefined): b is BookHit => {
  if (b === undefined || a.kind === b.kind || a.entry.frame === true) return false;
  return a.kind === 'code'
    ? b.from - a.to <= closeToText
    : b.from - a.to <= closeToCode && isCodeOf(source.slice(a.end, b.start));
};

/** A code as the class of an error, and again before its text. */
const repeats = (source: string, a: BookHit, b: BookHit | undefined): boolean =>
  b !== undefined &&
  a.kind === 'code' &&
  b.kind === 'code' &&
  a.entry === b.entry &&
  b.from - a.to <= 2 * closeToText &&
  !source.slice(a.end, b.start).includes('\n');

/** What a known wording says; of a page, what a person sees of it. */
type WordingOf = (hit: BookHit) => { readonly description?: string };

const wordings = (): WordingOf => {
  const said = remembered(plain);
  const seen = remembered((words: string) => spokenPart(said(words)));
  return ({ words, entry }) => {
    const description = (entry.channel === 'html' ? seen : said)(words);
    return description === undefined ? {} : { description };
  };
};

const ofTwo = (a: BookHit, b: BookHit, wordingOf: WordingOf): Statement => {
  const [code, text] = a.kind === 'code' ? [a, b] : [b, a];
  const entry = choose(code.entry, text.entry);
  return {
    ...defined({ entry }),
    code: code.words,
    ...wordingOf(text),
    start: a.start,
    end: b.end,
  };
};

const ofOne = (source: string, hit: BookHit, wordingOf: WordingOf): Statement => {
  const place = { entry: hit.entry, start: hit.start, end: hit.end };
  if (hit.kind === 'text') return { ...place, ...wordingOf(hit) };
  const description = textAfterCode(source, hit.end);
  return {
    ...place,
    code: hit.words,
    ...(description === undefined ? {} : { description, byCode: true as const }),
  };
};

/** What stands in running text: `CODE: text`, a code alone, a text alone. */
const ofHits = (source: string, hits: readonly BookHit[]): Statement[] => {
  const statements: Statement[] = [];
  const wordingOf = wordings();
  for (let at = 0; at < hits.length; at += 1) {
    const hit = hits[at];
    const next = hits[at + 1];
    if (hit !== undefined && !repeats(source, hit, next)) {
      const two = goTogether(source, hit, next);
      statements.push(two ? ofTwo(hit, next, wordingOf) : ofOne(source, hit, wordingOf));
      if (two) at += 1;
    }
  }
  return statements;
};

/** Half a pair is left to the running text, but for an object that holds nothing else. */
const isWhole = (pair: Pair): boolean => pair.code !== undefined && (pair.text !== undefined || pair.closed === true);

const closeToMember = 80;

/** A text whose code stands in the sentence before it, not in a member of its own. */
const withCodeBefore = (pair: Pair, free: BookHit[]): Pair => {
  const last = free.at(-1);
  if (pair.code !== undefined || last?.kind !== 'code' || pair.start - last.end > closeToMember) return pair;
  free.pop();
  return { ...pair, code: last.words, start: last.start };
};

/** Hits and pairs of one text, put together into statements, in the order of the text. */
export const readStatements = (source: string, hits: readonly BookHit[], pairs: readonly Pair[]): Statement[] => {
  const found: Statement[] = [];
  const free: BookHit[] = [];
  let at = 0;
  for (const pair of pairs) {
    const inside: BookHit[] = [];
    for (let hit = hits[at]; hit !== undefined && hit.start < pair.end; hit = hits[at]) {
      (hit.start >= pair.start ? inside : free).push(hit);
      at += 1;
    }
    const whole = withCodeBefore(pair, free);
    const statement = isWhole(whole) ? ofPair(whole, inside) : undefined;
    if (statement === undefined) free.push(...inside);
    else found.push(statement);
  }
  for (; at < hits.length; at += 1) {
    const hit = hits[at];
    if (hit !== undefined) free.push(hit);
  }
  return [...found, ...ofHits(source, free)].sort((a, b) => a.start - b.start);
};
