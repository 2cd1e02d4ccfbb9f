import { books } from './books.ts';
import type { Hint } from './phrase-book/index.ts';
import type { Letters } from './reading/letters.ts';
import { makeLexicon, scan } from './reading/lexicon.ts';
import { nearestOne } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import { readForeignEndpoints } from './wrappers/endpoints.ts';
import { readShapes } from './wrappers/shapes.ts';
import { readTerraform } from './wrappers/terraform.ts';

const salesforce = [
  'salesforce*',
  'sfdc*',
  'force.com',
  'sfdx*',
  'jsforce*',
  'restforce*',
  'sforce*',
  'simple_salesforce',
  'cumulusci',
  'developerforce',
  'databasedotcom',
  'omniauth-salesforce',
  '3MVG9*',
  'sf org',
  'PlatformCLI',
  'External client app',
  'ForceOAuth*',
  'SFOAuth*',
  'SFDCOAuth*',
  'services/oauth2',
  'services/Soap',
];

const ourMark = Symbol('Salesforce');
const ownerLexicon = makeLexicon<string | typeof ourMark>(() => [
  ...salesforce.map((mark) => [mark, ourMark] as const),
  ...books().providers.flatMap(({ name, marks }) => marks.map((mark) => [mark, name] as const)),
]);
/** A provider's wording. It counts only where `_` is written as in it: there, or not at all. */
type Wording = { readonly name: string; readonly spelt: boolean; readonly anybodys: boolean };

const wordingsOf = (name: string, texts: readonly string[] = [], anybodys = false): Array<[string, Wording]> =>
  texts.map((text) => [text, { name, spelt: text.includes('_'), anybodys }]);

const signLexicon = makeLexicon<Wording>(() => books().providers.flatMap(({ name, signs }) => wordingsOf(name, signs)));
const textLexicon = makeLexicon<Wording>(() =>
  books().providers.flatMap(({ name, texts, anybodys }) => [
    ...wordingsOf(name, texts),
    ...wordingsOf(name, anybodys, true),
  ]),
);
const hintLexicon = makeLexicon<Hint>(() =>
  books().hints.flatMap(([hint, wordings]) => wordings.map((wording) => [wording, hint] as const)),
);

/** The username that the CLI gives to the user of a scratch org. */
const scratchOrgUser = /\btest-[a-z0-9]{12}@example\.com\b/gu;

const marksOf = <T>(lexicon: Parameters<typeof scan<T>>[0], letters: Letters): Array<Mark<T>> =>
  scan(lexicon, letters).flatMap((hit) => {
    const value = hit.terms[0];
    return value === undefined ? [] : [{ value, start: hit.start, end: hit.end }];
  });

const endOfAddress = /[\s"'<>`(),;{}]/u;
const inAddress = /\/\/[^\s"'<>`(),;{}]*$/u;
const longestAddress = 300;

/** Whoever is named behind another in one address tells what is asked for there, or where it goes on to: not who answers. */
const inOthersAddress = (source: string, mark: Mark<string | undefined>, before: Mark<string | undefined>): boolean =>
  mark.value !== before.value &&
  mark.start - before.end < longestAddress &&
  !endOfAddress.test(source.slice(before.end, mark.start)) &&
  inAddress.test(source.slice(Math.max(0, before.start - longestAddress), before.start));

/** Whose text it may be: `undefined` for Salesforce, else the provider's name, or the host of a server that is not known. Who speaks as nobody else does is named by it. */
export const readOwners = (letters: Letters, signs: ReadonlyArray<Mark<string>>): Array<Mark<string | undefined>> => {
  const named = marksOf(ownerLexicon, letters)
    .map(({ value, ...place }) => ({ ...place, value: value === ourMark ? undefined : value }))
    .filter((mark, index, all) => {
      const before = all[index - 1];
      return before === undefined || !inOthersAddress(letters.source, mark, before);
    });
  const isNamed = ({ start, end }: Mark<string | undefined>): boolean => nearestOne(named, start, end, 0) !== undefined;
  const others = [...signs, ...readForeignEndpoints(letters.source), ...readTerraform(letters.source)].filter(
    (mark) => !isNamed(mark),
  );
  return others.length === 0 ? named : [...named, ...others].sort((a, b) => a.start - b.start);
};

const spoken = (lexicon: typeof signLexicon, letters: Letters): Array<Mark<Wording>> =>
  scan(lexicon, letters).flatMap(({ terms, start, end }) => {
    const spelt = letters.source.slice(start, end).includes('_');
    const value = terms.find((term) => term.spelt === spelt);
    return value === undefined ? [] : [{ value, start, end }];
  });

/** What only one other provider ever prints. */
export const readSigns = (letters: Letters): Array<Mark<string>> => [
  ...spoken(signLexicon, letters).map(({ value, ...place }) => ({ ...place, value: value.name })),
  ...readShapes(letters.source),
];

/** Wordings that Salesforce never sends and this provider does; some of them any program could print. */
export const readForeignTexts = (letters: Letters): Array<Mark<Wording>> => spoken(textLexicon, letters);

/**
 * A password in a shell's command whose middle the shell takes for a variable, because no single quotes stand round it: what is sent
 * is another. A whole variable is meant as one.
 */
const shellVariable =
  /(?<=(?:^|\s)(?:-p|--?password)[ =]"?|\bpassword=)(?![^\s'"]{0,200}')[^\s'"$\\&]{1,100}\$[A-Za-z_]\w{0,100}/gmu;

/** The claims of an assertion, as a program prints what it is about to sign; an ID token's own are left out. */
const claims =
  /\biss\b["']?\s{0,3}(?::|=>?)(?:(?!at_hash|nonce)[^{}]){1,300}?\b(?:sub|prn)\b["']?\s{0,3}(?::|=>?)(?![^{}]{0,300}\b(?:at_hash|nonce)\b)/gu;

const hintPatterns: ReadonlyArray<readonly [Hint, RegExp]> = [
  ['scratch-org', scratchOrgUser],
  ['shell-variable', shellVariable],
  ['jwt', claims],
];

/** What tells the flow or a circumstance. */
export const readHints = (letters: Letters): Array<Mark<Hint>> => {
  const named = marksOf(hintLexicon, letters);
  const shaped = hintPatterns.flatMap(([value, pattern]) =>
    [...letters.source.matchAll(pattern)].map((found) => ({
      value,
      start: found.index,
      end: found.index + found[0].length,
    })),
  );
  return shaped.length === 0 ? named : [...named, ...shaped].sort((a, b) => a.start - b.start);
};
