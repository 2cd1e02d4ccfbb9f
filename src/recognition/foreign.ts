import { books } from './books.ts';
import { readForeignTexts } from './marks.ts';
import { readLetters } from './reading/letters.ts';
import type { Letters } from './reading/letters.ts';
import type { Owner, Owners } from './owners.ts';
import { once } from './reading/once.ts';
import { remembered } from './reading/remembered.ts';
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

/** A description that is word for word another provider's, though some of its words are ours. */
const isWhollyForeign = (description: string): boolean => byWholeText().has(key(description));

/** Letters between what only another system says and a code of Salesforce's that it uses too: the name of a member, and its quotes. */
const besideSign = 20;

/** A code that other systems use too, without a text of Salesforce's, in a member that only another system has. */
const isCodeOfOthers = ({ byCode, description, start, end }: Statement, signs: ReadonlyArray<Mark<string>>): boolean =>
  (byCode === true || description === undefined) && nearestOne(signs, start, end, besideSign) !== undefined;

/** Whether anything else than Salesforce may have said it: a wording of OAuth's own, or one that the book does not know. */
export const mayBeForeign = (
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

export const isOauth = (statement: Statement): boolean =>
  statement.code !== undefined && oauthCode.test(statement.code);

export const isUnknownText = (statement: Statement): boolean =>
  statement.entry === undefined || statement.entry.vague === true || statement.byCode === true;

const placeOf = ({ start, end }: Statement): Mark<undefined> => ({ value: undefined, start, end });

/** Letters between the code of an OAuth error and what is said of it. */
const besideCode = 14;
export const aroundText = 300;
export const aroundMark = 1500;

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

/** Whether the book knows it as Salesforce's own words, which no other system sends. */
export const isOwnWording = ({ entry, provider, byCode, description }: Statement): boolean =>
  provider === undefined &&
  entry !== undefined &&
  entry.shared !== true &&
  byCode !== true &&
  description?.includes(' ') === true;

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

const familyNames = once(
  () => new Set(books().providers.flatMap(({ name, family }) => (family === undefined ? [] : [name]))),
);

/** Salesforce's other products log in by its OAuth too: their address nearest, and its mere name in another line, is theirs. */
const isOfFamily = (statement: Statement, near: readonly Owner[], owners: Owners): boolean => {
  const [nearestMark] = near;
  return (
    nearestMark?.value !== undefined &&
    familyNames().has(nearestMark.value) &&
    owners.isAddress(nearestMark) &&
    owners.isOursInLine(statement.start, statement.end) !== true &&
    near.every((mark) => mark.value !== undefined || !owners.isAddress(mark))
  );
};

/**
 * Words of a vendor's own for which another provider's name is the only one near: Salesforce, once named, is what they are about,
 * unless it is named beside a product of its family.
 */
export const withNamedProvider = (statements: readonly Statement[], owners: Owners): Statement[] =>
  statements.map((statement) => {
    const near = nearest(owners.marks, statement.start, statement.end, aroundMark);
    const isElsewhere = near.every(({ value }) => value !== undefined) || isOfFamily(statement, near, owners);
    const provider = isElsewhere ? near[0]?.value : undefined;
    return provider === undefined ? statement : { ...statement, provider };
  });
