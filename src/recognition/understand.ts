import { defined } from '../model/index.ts';
import { entryOfId, readBookHits } from './book.ts';
import { readForeign, unknownHints, withHints, withNamedProvider, withProviders } from './foreign.ts';
import { withManner } from './manner.ts';
import { readParaphrases } from './paraphrase.ts';
import type { Owners } from './owners.ts';
import { httpStatuses, tokenStatuses } from './phrase-book/http.ts';
import type { Letters } from './reading/letters.ts';
import { nearestOne } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import { isVague } from './statement.ts';
import type { Statement } from './statement.ts';
import { aboutLogin } from './topic.ts';
import { readStatements } from './statements.ts';
import { codeLists } from './wrappers/code-lists.ts';
import { unknownPair } from './wrappers/code-text.ts';
import { readAttemptLines } from './wrappers/jwt-attempts.ts';
import type { AttemptLine } from './wrappers/jwt-attempts.ts';
import { readHistoryRows } from './wrappers/history-rows.ts';
import { readNoAnswers, readStatusNames } from './wrappers/http-status.ts';
import { readMissingFiles } from './wrappers/missing-file.ts';
import { readPairs } from './wrappers/pairs.ts';
import { coveredBy } from './wrappers/unsaid.ts';
import type { Place } from './wrappers/unsaid.ts';

const missingFiles = (source: string): Statement[] =>
  readMissingFiles(source).flatMap(({ entry, start, end }) => {
    const known = entryOfId(entry);
    return known === undefined ? [] : [{ entry: known, description: source.slice(start, end), start, end }];
  });

const historyRows = (source: string): Statement[] =>
  readHistoryRows(source).map(({ value: entry, start, end }) => ({
    entry,
    description: source.slice(start, end),
    start,
    end,
  }));

const placed = (statement: Statement, line: AttemptLine): Statement => ({
  ...statement,
  list: line.list,
  ...defined({ host: line.host, audience: line.audience }),
});

/** Each line of the CLI's list of JWT attempts is a refusal of its own, and knows where it was said. Both are in the text's order. */
const withAttempts = (source: string, statements: readonly Statement[]): Statement[] => {
  const lines = readAttemptLines(source);
  const found: Statement[] = [];
  let at = 0;
  let spoken = false;
  const leave = (before: number): void => {
    for (let line = lines[at]; line !== undefined && line.end <= before; line = lines[at]) {
      if (!spoken) found.push(placed({ description: line.text, start: line.start, end: line.end }, line));
      at += 1;
      spoken = false;
    }
  };
  for (const statement of statements) {
    leave(statement.start);
    const line = lines[at];
    const inside = line !== undefined && statement.start >= line.start;
    found.push(inside ? placed(statement, line) : statement);
    spoken ||= inside;
  }
  leave(Infinity);
  return found;
};

const behindFrame = 60;

/** What stands in the line of a client's own frame, right behind it, is the reason that the frame was put round. */
const peeled = (source: string, statements: readonly Statement[]): Statement[] =>
  statements.map((statement, index) => {
    const before = statements[index - 1];
    const isReason =
      before?.entry?.frame === true &&
      statement.entry?.frame !== true &&
      statement.start - before.end < behindFrame &&
      !source.slice(before.end, statement.start).includes('\n');
    return isReason ? { ...statement, peeled: true } : statement;
  });

const closeBy = 600;

const isBareCode = ({ code, description, family, list, provider }: Statement): boolean =>
  code !== undefined && [description, family, list, provider].every((part) => part === undefined);

/** A bare code goes where the same code stands beside it with its text: a heading, and then the answer. */
const withoutEchoes = (statements: readonly Statement[]): Statement[] => {
  const places = new Map<string, Array<Mark<undefined>>>();
  for (const { code, description, start, end } of statements) {
    if (code === undefined || description === undefined) continue;
    const key = code.toLowerCase();
    const before = places.get(key);
    if (before === undefined) places.set(key, [{ value: undefined, start, end }]);
    else before.push({ value: undefined, start, end });
  }
  return statements.filter(
    (one) =>
      !isBareCode(one) ||
      nearestOne(places.get(one.code?.toLowerCase() ?? '') ?? [], one.start, one.end, closeBy) === undefined,
  );
};

const isPage = ({ entry }: Statement): boolean => entry?.channel === 'html';
const isAnyPage = ({ entry }: Statement): boolean => entry?.id === 'page.any';

/** Of a page, what it says; that it is one only where it says nothing that is known, and once. */
const withoutMarkup = (statements: readonly Statement[]): Statement[] => {
  const telling = statements.some((one) => isPage(one) && !isAnyPage(one));
  return statements.filter((one, index) => {
    const before = statements[index - 1];
    const goesOn = before !== undefined && isAnyPage(before) && one.start - before.end < closeBy;
    return !isAnyPage(one) || !(telling || goesOn);
  });
};

const isOurs = ({ provider }: Statement): boolean => provider === undefined;

/** Whether something of Salesforce's or of the client says why: what another system said beside it is no reason. */
const tells = (statements: readonly Statement[]): boolean =>
  statements.some((statement) => isOurs(statement) && !isVague(statement));

/** A vague statement goes where something says more. */
const withoutNoise = (statements: readonly Statement[]): Statement[] => {
  const telling = tells(statements);
  const carriesOwnWords = (statement: Statement): boolean =>
    statement.list !== undefined || (statement.family !== undefined && statement.description !== undefined);
  return statements.filter((statement) => !telling || !isVague(statement) || carriesOwnWords(statement));
};

const tokenPath = 'services/oauth2/token';
const besideStatus = 300;

const ofStatus = (source: string, statuses: ReadonlyArray<Mark<number>>): Statement[] => {
  const named = statuses.find(({ value }) => httpStatuses.has(value)) ?? readNoAnswers(source)[0];
  const around =
    named === undefined ? '' : source.slice(Math.max(0, named.start - besideStatus), named.end + besideStatus);
  const book = around.includes(tokenPath) ? tokenStatuses : httpStatuses;
  const entry = named === undefined ? undefined : (book.get(named.value) ?? httpStatuses.get(named.value));
  return named === undefined || entry === undefined ? [] : [{ entry, start: named.start, end: named.end }];
};

/** Another system's 401, in the line that names it: it refused whoever asked, whatever the text is about. */
const isTurnedAwayElsewhere = ({ entry, provider, start, end }: Statement, owners: Owners): boolean =>
  entry?.id === 'http.401' && provider !== undefined && owners.isOursInLine(start, end) === false;

const loud = /error|fail|exception|denied|invalid|unable|cannot|refused|fatal/iu;
const errorObject = /\{[^}]{0,300}(?:error|invalid|denied|unauthorized)/iu;
const mostLines = 5000;

/** What nothing recognises is still shown: its code and text if it has any, else the line that speaks of an error, else the first. */
const unrecognised = (source: string): Statement[] => {
  const pair = unknownPair(source);
  if (pair !== undefined) return [{ code: pair.code, description: pair.text, start: pair.start, end: pair.end }];
  const lines = source.split('\n', mostLines);
  const wanted = Math.max(
    0,
    lines.findIndex((line) => loud.test(line)),
  );
  const line = loud.test(lines[wanted] ?? '') ? wanted : lines.findIndex((text) => text.trim() !== '');
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  const text = lines[line]?.trim() ?? '';
  return text === '' ? [] : [{ description: text, start, end: start + (lines[line]?.length ?? 0) }];
};

const turnedAway =
  /unauthori[sz]ed|authenticat|authori[sz]ation|not[ _]authori[sz]ed|credential|access denied|permission denied|forbidden|log(?:in|on) failed|invalid (?:api[ -]?key|token|password|login)|expired (?:api[ -]?key|token)|\b(?:an?|got|status|HTTP|code) 40[13]\b/iu;

/** An unknown error in the line in which another server is named is that server's; a refusal too where Salesforce is not named at all. */
const withOwner = (one: Statement, source: string, owners: Owners): Statement => {
  const said = source.slice(one.start, one.end);
  const inLine = errorObject.test(said) && owners.isOursInLine(one.start, one.end) === false;
  const alone = turnedAway.test(said) && owners.marks.every(({ value }) => value !== undefined);
  const owner = inLine || alone ? owners.near(one.start, one.end)?.value : undefined;
  return owner === undefined ? one : { ...one, provider: owner };
};

/** A status of the 400s (but a proxy's own) means that a server was reached and answered. */
const answered = (statuses: ReadonlyArray<Mark<number>>): boolean =>
  statuses.some(({ value }) => value >= 400 && value < 500 && value !== 407 && value !== 408);

const overlap = (a: Statement, b: Statement): boolean => a.start < b.end && b.start < a.end;

/**
 * What is said in words that are not Salesforce's own. Beside another system's refusal only what names Salesforce in its line: the
 * rest may well be about that system.
 */
const inOtherWords = (letters: Letters, said: readonly Statement[], { statuses, owners, idle }: Read): Statement[] => {
  const beside = !said.every(isOurs);
  return withNamedProvider(readParaphrases(letters, idle, answered(statuses)), owners).filter(
    (one) =>
      !said.some((other) => overlap(one, other)) &&
      !(beside && (one.provider !== undefined || owners.isOursInLine(one.start, one.end) !== true)),
  );
};

/** What was read in the text already: statuses, who is named, what only another system says, lines that no refusal stands in. */
type Read = {
  readonly statuses: ReadonlyArray<Mark<number>>;
  readonly owners: Owners;
  readonly signs: ReadonlyArray<Mark<string>>;
  readonly idle: readonly Place[];
};

/** Everything that a text says about a refused login, in its order: Salesforce's own words, else others' words for the same, else the status. */
export const understand = (letters: Letters, read: Read): Statement[] => {
  const { statuses, owners, signs, idle } = read;
  const { source } = letters;
  const isListed = codeLists(source);
  const own = readStatements(source, readBookHits(letters), readPairs(letters));
  const isIdle = coveredBy(idle);
  const placed = peeled(
    source,
    withAttempts(
      source,
      [...own, ...missingFiles(source), ...historyRows(source)]
        .sort((a, b) => a.start - b.start)
        .filter(({ start }) => !isListed(start) && !isIdle(start)),
    ),
  );
  const isAbout = aboutLogin(source);
  const about = placed.filter(isAbout);
  const foreign = readForeign(letters, about, signs, owners);
  const said = withManner(withHints(withProviders(about, signs, foreign.told, owners), foreign, owners), owners);
  const hinted = unknownHints(source, foreign, said);
  const paraphrased = tells(said) ? [] : inOtherWords(letters, said, read).filter(isAbout);
  const inOrder = (all: readonly Statement[]): Statement[] => [...hinted, ...all].sort((a, b) => a.start - b.start);
  const understood = [...withoutMarkup(withoutNoise(withoutEchoes(said))), ...paraphrased];
  if (understood.some((statement) => statement.entry !== undefined || statement.provider !== undefined))
    return inOrder(understood);
  const status = ofStatus(source, statuses.length > 0 ? statuses : readStatusNames(source));
  const told = withNamedProvider(status, owners).filter((one) => isAbout(one) || isTurnedAwayElsewhere(one, owners));
  if (told.length > 0) return [...inOrder(understood), ...told];
  if (understood.length > 0 || hinted.length > 0) return inOrder(understood);
  return unrecognised(source).map((one) => withOwner(one, source, owners));
};
