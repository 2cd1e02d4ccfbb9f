import { books } from './books.ts';
import type { Hint } from './phrase-book/index.ts';
import type { Provider } from './phrase-book/provider.ts';
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
type Wording = { readonly name: string; readonly spelt: boolean };

const wordings = (of: (provider: Provider) => readonly string[] | undefined): ReturnType<typeof makeLexicon<Wording>> =>
  makeLexicon(() =>
    books().providers.flatMap((provider) =>
      (of(provider) ?? []).map((text) => [text, { name: provider.name, spelt: text.includes('_') }] as const),
    ),
  );

const signLexicon = wordings(({ signs }) => signs);
const textLexicon = wordings(({ texts }) => texts);
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

/** Whose text it may be: `undefined` for Salesforce, else the provider's name, or the host of a server that is not known. Who speaks as nobody else does is named by it. */
export const readOwners = (letters: Letters, signs: ReadonlyArray<Mark<string>>): Array<Mark<string | undefined>> => {
  const named = marksOf(ownerLexicon, letters).map(({ value, ...place }) => ({
    ...place,
    value: value === ourMark ? undefined : value,
  }));
  const isNamed = ({ start, end }: Mark<string | undefined>): boolean => nearestOne(named, start, end, 0) !== undefined;
  const others = [...signs, ...readForeignEndpoints(letters.source), ...readTerraform(letters.source)].filter(
    (mark) => !isNamed(mark),
  );
  return others.length === 0 ? named : [...named, ...others].sort((a, b) => a.start - b.start);
};

const spoken = (lexicon: typeof signLexicon, letters: Letters): Array<Mark<string>> =>
  marksOf(lexicon, letters).flatMap(({ value, ...place }) =>
    value.spelt === letters.source.slice(place.start, place.end).includes('_') ? [{ ...place, value: value.name }] : [],
  );

/** What only one other provider ever prints. */
export const readSigns = (letters: Letters): Array<Mark<string>> => [
  ...spoken(signLexicon, letters),
  ...readShapes(letters.source),
];

/** Wordings that Salesforce never sends and this provider does. */
export const readForeignTexts = (letters: Letters): Array<Mark<string>> => spoken(textLexicon, letters);

/** What tells the flow or a circumstance. */
export const readHints = (letters: Letters): Array<Mark<Hint>> => {
  const named = marksOf(hintLexicon, letters);
  const scratch = [...letters.source.matchAll(scratchOrgUser)].map((found) => ({
    value: 'scratch-org' as const,
    start: found.index,
    end: found.index + found[0].length,
  }));
  return scratch.length === 0 ? named : [...named, ...scratch].sort((a, b) => a.start - b.start);
};
