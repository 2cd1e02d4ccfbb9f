import { aroundMark, aroundText, isOauth, isOwnWording, isUnknownText, mayBeForeign } from './foreign.ts';
import type { Owners } from './owners.ts';
import { nearest, nearestOne } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import type { Statement } from './statement.ts';
import { isAnotherElement, isAnotherObject } from './wrappers/error-object.ts';

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
