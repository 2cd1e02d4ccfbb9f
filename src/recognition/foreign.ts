import { books } from './books.ts';
import { readForeignTexts } from './marks.ts';
import { readLetters } from './reading/letters.ts';
import type { Letters } from './reading/letters.ts';
import type { Owners } from './owners.ts';
import { once } from './reading/once.ts';
import { remembered } from './reading/remembered.ts';
import { isAnotherElement, isAnotherObject } from './wrappers/error-object.ts';
import { nearest, nearestOne } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import type { Statement } from './statement.ts';

const key = (text: string): string => {
  const { codes, length } = readLetters(text);
  return String.fromCharCode(...codes.subarray(0, Math.min(length, 400)));
};

const byDescription = once(
  () =>
    new Map(
      books().providers.flatMap(({ name, descriptions }) =>
        (descriptions ?? []).map((text) => [key(text), name] as const),
      ),
    ),
);

const ourTexts = once(() => new Set(books().phrases.flatMap(({ phrases }) => (phrases ?? []).map(key))));
const byWholeText = once(
  () =>
    new Map(
      books().providers.flatMap(({ name, texts, anybodys, descriptions }) =>
        [...(texts ?? []), ...(anybodys ?? []), ...(descriptions ?? [])]
          .map((text) => [key(text), name] as const)
          .filter(([letters]) => !ourTexts().has(letters)),
      ),
    ),
);

const oauthCode =
  /^(?:invalid_(?:grant|client|request|scope|token)|insufficient_scope|unauthorized_client|unsupported_(?:grant_type|response_type)|access_denied|unauthorized|server_error|redirect_uri_mismatch)$/iu;

/** Salesforce words its descriptions as short phrases that begin in lower case, without a full stop. */
const isSentence = (description: string): boolean =>
  /^[A-Z][a-z]*['’]?[a-z]* [^:]{4,}[^:]$/u.test(description) || /^[A-Z][^:]{8,}[.!]$/u.test(description);

/** What OAuth's own standard (RFC 6749, 5.2) calls things, and Salesforce never does. */
const inWordsOfTheStandard = /issued to another client|redirection uri|resource owner|otherwise malformed/iu;

/** Most of them name no parameter as it is spelt on the wire: of one that nobody knows, that too is not Salesforce's manner. */
const inAnotherManner = (description: string): boolean =>
  isSentence(description) ||
  inWordsOfTheStandard.test(description) ||
  /(?:^|[\s'"`])(?:code|client|refresh|access|redirect|grant)_[a-z]+/u.test(description);

/** A description that is word for word another provider's, though some of its words are ours. */
const isWhollyForeign = (description: string): boolean => byWholeText().has(key(description));

/** Letters between what only another system says and a code of Salesforce's that it uses too: the name of a member, and its quotes. */
const besideSign = 20;

/** A code that other systems use too, without a text of Salesforce's, in a member that only another system has. */
const isCodeOfOthers = ({ byCode, description, start, end }: Statement, signs: ReadonlyArray<Mark<string>>): boolean =>
  (byCode === true || description === undefined) && nearestOne(signs, start, end, besideSign) !== undefined;

/** Whether anything else than Salesforce may have said it: a wording of OAuth's own, or one that the book does not know. */
const mayBeForeign = (
  statement: Statement,
  owners: Owners,
  signs: ReadonlyArray<Mark<string>> = [],
  isWhollyOthers = isWhollyForeign,
): boolean =>
  statement.provider === undefined &&
  (statement.entry === undefined ||
    statement.entry.shared === true ||
    isProseOfOthers(statement, owners) ||
    isCodeOfOthers(statement, signs) ||
    (isOauth(statement) && statement.description !== undefined && isWhollyOthers(statement.description)));

const fewWords = 3;
const isClass = /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/u;

/** Two or three words without a code, in the line of another system, are anybody's prose. */
const isProseOfOthers = ({ code, family, description, start, end }: Statement, owners: Owners): boolean =>
  (code === undefined || isClass.test(code)) &&
  family === undefined &&
  description !== undefined &&
  description.split(/\s+/u).length <= fewWords &&
  owners.isOursInLine(start, end) === false;

const isOauth = (statement: Statement): boolean => statement.code !== undefined && oauthCode.test(statement.code);

const isUnknownText = (statement: Statement): boolean =>
  statement.entry === undefined || statement.entry.vague === true || statement.byCode === true;

const placeOf = ({ start, end }: Statement): Mark<undefined> => ({ value: undefined, start, end });

/** Letters between the code of an OAuth error and what is said of it. */
const besideCode = 14;
const aroundText = 300;
const aroundMark = 1500;

const providerOf = (statement: Statement, owners: Owners): string | undefined => {
  const { description, start, end } = statement;
  const isOpen = description !== undefined && isOauth(statement) && isUnknownText(statement);
  return (isOpen ? byDescription().get(key(description)) : undefined) ?? owners.near(start, end)?.value;
};

/** Wordings of other providers: those that tell which it is, and those that any program could print, of which nothing tells it. */
export type Foreign = { readonly told: ReadonlyArray<Mark<string>>; readonly hinted: ReadonlyArray<Mark<string>> };

/**
 * Signs tell the provider always, texts where Salesforce is not named nearer than it. What any program could print tells it only
 * as what an OAuth server answered, or where somebody else is named.
 */
export const readForeign = (
  letters: Letters,
  statements: readonly Statement[],
  signs: ReadonlyArray<Mark<string>>,
  owners: Owners,
): Foreign => {
  const answers = once(() => statements.filter(isOauth).map(placeOf));
  const texts = readForeignTexts(letters).flatMap(({ value: { name, anybodys }, start, end }) => {
    const owner = owners.near(start, end);
    if (owner !== undefined && owner.value === undefined) return [];
    const isHint = anybodys && owner === undefined && nearestOne(answers(), start, end, besideCode) === undefined;
    return [{ value: name, start, end, isHint }];
  });
  return {
    told: [...signs, ...texts.filter(({ isHint }) => !isHint)].sort((a, b) => a.start - b.start),
    hinted: texts.filter(({ isHint }) => isHint),
  };
};

/**
 * Names the other provider whose refusal it is: by a wording that only it uses, by a description of an OAuth error that only it
 * gives, or by its host or name standing nearer than Salesforce's. A wording that is Salesforce's own is never taken from it.
 */
export const withProviders = (
  statements: readonly Statement[],
  signs: ReadonlyArray<Mark<string>>,
  foreign: ReadonlyArray<Mark<string>>,
  owners: Owners,
): Statement[] => {
  const taken = new Set<Mark<string>>();
  const isWhollyOthers = remembered(isWhollyForeign);
  const named = statements.map((statement): Statement => {
    if (!mayBeForeign(statement, owners, signs, isWhollyOthers)) {
      for (const mark of nearest(foreign, statement.start, statement.end, 0)) taken.add(mark);
      return statement;
    }
    const near = nearest(foreign, statement.start, statement.start, statement.end - statement.start + aroundText);
    for (const mark of near) taken.add(mark);
    const told = near[0];
    const provider =
      told === undefined ? providerOf(statement, owners) : (owners.near(told.start, told.end)?.value ?? told.value);
    if (provider === undefined) return statement;
    return told === undefined && owners.isContested(statement.start, statement.end)
      ? { ...statement, manner: 'another' }
      : { ...statement, provider };
  });
  const alone = foreign
    .filter((mark) => !taken.has(mark))
    .map((mark) => ({
      start: mark.start,
      end: mark.end,
      provider: owners.near(mark.start, mark.end)?.value ?? mark.value,
    }));
  return [...named, ...alone].sort((a, b) => a.start - b.start);
};

/** What any program could print, and nothing tells that Salesforce did: another system is suspected. */
export const withHints = (
  statements: readonly Statement[],
  { hinted }: Foreign,
  owners: Owners,
): readonly Statement[] =>
  hinted.length === 0
    ? statements
    : statements.map((statement) =>
        mayBeForeign(statement, owners) && nearestOne(hinted, statement.start, statement.end, 0) !== undefined
          ? { ...statement, manner: 'another' }
          : statement,
      );

/** The same, of words that nothing else in the book knows. None beside Salesforce's own words. */
export const unknownHints = (source: string, { hinted }: Foreign, said: readonly Statement[]): Statement[] => {
  if (hinted.length === 0 || said.some(isOwnWording)) return [];
  const known = said.map(placeOf);
  return hinted.flatMap(({ start, end }): Statement[] =>
    nearestOne(known, start, end, 0) === undefined
      ? [{ description: source.slice(start, end), manner: 'another', start, end }]
      : [],
  );
};

/** Words of a vendor's own for which another provider's name is the only one near: Salesforce, once named, is what they are about. */
export const withNamedProvider = (statements: readonly Statement[], owners: Owners): Statement[] =>
  statements.map((statement) => {
    const near = nearest(owners.marks, statement.start, statement.end, aroundMark);
    const provider = near.some(({ value }) => value === undefined) ? undefined : near[0]?.value;
    return provider === undefined ? statement : { ...statement, provider };
  });

const isUnowned = (statement: Statement, owners: Owners): boolean =>
  statement.family === 'oauth' &&
  isOauth(statement) &&
  mayBeForeign(statement, owners) &&
  nearest(owners.marks, statement.start, statement.start, aroundMark).every((mark) => mark.value !== undefined);

/** Marks each OAuth error whose description is in another style than Salesforce's, and beside which Salesforce is not named. */
export const withManner = (statements: readonly Statement[], owners: Owners): Statement[] =>
  statements.map((statement) => {
    const { description } = statement;
    const isUnknown = isUnknownText(statement);
    const isOthers = description !== undefined && (isUnknown ? inAnotherManner : isSentence)(description);
    return isOthers && isUnowned(statement, owners)
      ? { ...statement, manner: isUnknown ? 'another' : 'reworded' }
      : statement;
  });

/** Whether it says only what any server may: a status, that it was not reached, or words that a vendor has put in their place. */
const saysWhatAnyMay = ({ entry, sentence, provider }: Statement): boolean =>
  provider === undefined &&
  (sentence === true ||
    entry?.id.startsWith('http.') === true ||
    (entry?.channel === 'network' && entry.shared === true));

/** Lines between a request and what came of it, as a log prints them. */
const linesBehind = 3;

/** A request to another server stands in its line or just before, and nobody is named in the text. */
const isOfOtherRequest = (statement: Statement, { source, owners, requests }: Surroundings): boolean =>
  (statement.entry === undefined ? statement.family === undefined : saysWhatAnyMay(statement)) &&
  owners.marks.length === 0 &&
  nearestOne(
    requests(),
    statement.start,
    statement.end,
    aroundText,
    ({ start, end }) =>
      start < statement.end &&
      source.slice(Math.min(end, statement.start), statement.start).split('\n').length <= linesBehind,
  ) !== undefined;

/** The address of another server stands in its line, and nobody's name does. */
const isAtOtherHost = (statement: Statement, { source, owners, others }: Surroundings): boolean =>
  saysWhatAnyMay(statement) &&
  owners.near(statement.start, statement.end) === undefined &&
  nearestOne(
    others(),
    statement.start,
    statement.end,
    aroundText,
    ({ start, end }) => !source.slice(Math.min(end, statement.end), Math.max(start, statement.start)).includes('\n'),
  ) !== undefined;

/** Whether the book knows it as Salesforce's own words, which no other system sends. */
export const isOwnWording = ({ entry, provider, byCode, description }: Statement): boolean =>
  provider === undefined &&
  entry !== undefined &&
  entry.shared !== true &&
  byCode !== true &&
  description?.includes(' ') === true;

/** In an object or an element of errors as Salesforce sends none, in a text that knows nothing of Salesforce. */
const isInAnotherObject = (statement: Statement, { source, isOurs }: Surroundings): boolean =>
  statement.provider === undefined &&
  !isOwnWording(statement) &&
  !isOurs() &&
  [isAnotherObject, isAnotherElement].some((isAnother) => isAnother(source, statement.start, statement.end));

/** What tells whose a refusal may be: who is named in the text, and the addresses of other servers. */
export type Surroundings = {
  readonly source: string;
  readonly owners: Owners;
  /** Whether the text names Salesforce anywhere, or has words of its own. */
  readonly isOurs: () => boolean;
  readonly others: () => ReadonlyArray<Mark<string>>;
  readonly requests: () => ReadonlyArray<Mark<string>>;
};

/**
 * Not in Salesforce's manner: an OAuth error without the description that always stands there, or with one in another style; a
 * status beside the address of another server; an object of errors as Salesforce sends none.
 */
export const isForeignManner = (statement: Statement, surroundings: Surroundings): boolean =>
  statement.manner === 'another' ||
  (statement.closed === true && isUnowned(statement, surroundings.owners)) ||
  isAtOtherHost(statement, surroundings) ||
  isInAnotherObject(statement, surroundings) ||
  isOfOtherRequest(statement, surroundings);
