import { defined } from '../model/index.ts';
import { books } from './books.ts';
import type { Meaning } from './phrase-book/meanings.ts';
import type { Phrase } from './phrase-book/index.ts';
import type { Letters } from './reading/letters.ts';
import { makeLexicon, scanAll } from './reading/lexicon.ts';
import type { Hit } from './reading/lexicon.ts';
import { remembered } from './reading/remembered.ts';
import { makeScript, scanPattern, scanScript } from './reading/script.ts';
import { once } from './reading/once.ts';
import type { Statement } from './statement.ts';
import { outside, readUnsaid } from './wrappers/unsaid.ts';
import type { Place } from './wrappers/unsaid.ts';

const lexicon = makeLexicon(() => books().latinWordings);
const script = once(() => makeScript(books().scriptWordings));

/** Names of custom objects and fields, and a field on an object: whatever is said of them is said of data. */
const dataNames = /(?<=\w)__(?:c|e|mdt|x|b|kav|r|pc)\b|(?<=\baccess to )[A-Z]\w{1,60} on [A-Z]\w{1,60}/gu;
const data: readonly Meaning[] = ['data'];

/** The first word of "access token" is no permission. */
const withoutParts = (hits: ReadonlyArray<Hit<Meaning>>): Array<Hit<Meaning>> =>
  hits.filter(
    (hit, index) =>
      !hit.terms.includes('permission') ||
      ![hits[index - 1], hits[index + 1]].some(
        (other) => other?.start === hit.start && other.end > hit.end && other.terms.includes('accessToken'),
      ),
  );

/** In the order of the text, whatever the script; nothing of what stands round a reason. */
const known = (letters: Letters, idle: readonly Place[]): Array<Hit<Meaning>> => {
  const others = [...scanScript(script(), letters), ...scanPattern(dataNames, () => data, letters)];
  const latin = scanAll(lexicon, letters);
  const all = others.length === 0 ? latin : [...latin, ...others].sort((a, b) => a.start - b.start);
  return outside(readUnsaid(letters, idle), withoutParts(all));
};

/** Letters between two words of one sentence. */
const sameSentence = 48;
const longestSentence = 24;

const endsSentence =
  /[。！？]|[.!?](?:["')\]]{0,2})(?:\s|$)|\n\s*\n|[\]})*]\s*\n|\n[ \t]*[\w./-]{1,60}:\s|\n\s*(?:\[?\d{4}[-/]\d\d|\[[A-Z]|\d{1,2}:\d\d:\d\d|[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:|[{│#]|\d{1,6}:\d)|[,;]\s{1,3}or\b|\bor\s{1,3}\(/u;

/** Advice in a line of its own is no part of what was said before it, with or without a full stop. */
const startsAnew = ({ terms }: Hit<Meaning>, between: string): boolean =>
  endsSentence.test(between) || (terms.includes('check') && between.includes('\n'));

/** Words of known meaning, sentence by sentence. */
const sentences = (letters: Letters, idle: readonly Place[]): Array<Array<Hit<Meaning>>> => {
  const found: Array<Array<Hit<Meaning>>> = [];
  for (const hit of known(letters, idle)) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const goesOn =
      last !== undefined &&
      before !== undefined &&
      last.length < longestSentence &&
      hit.from - before.to <= sameSentence &&
      !startsAnew(hit, letters.source.slice(before.end, hit.start));
    if (goesOn) last.push(hit);
    else found.push([hit]);
  }
  return found;
};

/** A sentence with one of these is about a login; the others are met in the output of any program. */
const ofLogins: ReadonlySet<Meaning> = new Set<Meaning>([
  'securityToken',
  'loginHours',
  'mfa',
  'refreshToken',
  'authCode',
  'redirect',
  'pkce',
  'scope',
  'consumerKey',
  'secret',
  'runAs',
  'jwt',
  'audience',
  'keyFile',
  'loginFailed',
  'soapLogin',
  'failedLogins',
  'oauth',
  'reconnect',
  'passwordFlow',
]);

type Rule = {
  readonly all: readonly Meaning[];
  readonly unreached: boolean;
  readonly topical: boolean;
  readonly entry: Phrase;
};

const rules = once((): readonly Rule[] =>
  books().paraphrases.map(({ all, suspects, when, unreached }) => ({
    all,
    unreached: unreached === true,
    topical: all.some((meaning) => ofLogins.has(meaning)),
    entry: {
      id: `paraphrase.${all.join('-').replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)}`,
      channel: 'client',
      suspects,
      ...defined({ when }),
      evidence: 'claimed',
      source: 'words of one meaning, as clients and vendors use them',
      shared: true,
    },
  })),
);

const loginFailed = 'paraphrase.login_failed';
const generally = once(() => rules().find(({ entry }) => entry.id === loginFailed)?.entry.suspects ?? []);

/** What may stand before the first word of known meaning in its sentence. */
const longestLead = 80;
const advising =
  /(?:^|[.!?:;\n]\s*|["'(]|\b(?:please|and|then|or|to)\s+)(?:check|verify|ensure|make sure|be sure|confirm|double-check|see that)\b(?:(?![.!?]\s)[^\n]){0,80}$/iu;
const adviceItself = /^(?:check|verify|make sure|be sure|confirm|double-check)\b/iu;

/** "Be sure that ...", "please check ...": a list of what it can be, not what it is. */
const isAdvice = (before: string, words: string): boolean => advising.test(before) || adviceItself.test(words);

const asAdvice = (entry: Phrase): Phrase => ({
  ...entry,
  id: `advice.${entry.id.replace(/^paraphrase\./u, '')}`,
  suspects: [...new Set([...(entry.suspects ?? []), ...generally()])],
});

const notAble = String.raw`(?:\s+\w+){0,3}\s+(?:cannot|can't|can’t|can not|unable|not able|couldn't|could not|fail(?:s|ed)? to|able)\b`;
const somebody = new RegExp(
  String.raw`\bI${notAble}|\b(?:[Uu]sers|[Nn]obody|[Nn]o[ -]one|[Ee]very(?:one|body)|[Pp]eople|[Cc]ustomers?|[Cc]olleagues?)${notAble}`,
  'u',
);
const us = /\b(?:we|our|us)\b/iu;
const since =
  /\b(?:since|today|yesterday|this morning|last night|any ?more|any longer|for (?:\w+ )?(?:hours|days|weeks)|all of a sudden|suddenly)\b/iu;

/** The sentence that a place stands in, as far as it is short. */
const wholeSentence = (source: string, start: number, end: number): string => {
  const before =
    source
      .slice(Math.max(0, start - longestLead), start)
      .split(/[.!?]\s|\n/u)
      .at(-1) ?? '';
  const after = source.slice(end, end + longestLead).split(/[.!?]\s|\n/u)[0] ?? '';
  return before + source.slice(start, end) + after;
};

/** A person tells that logins fail: that is the question, not a refusal. */
const isPersons = (sentence: string): boolean => somebody.test(sentence) || (us.test(sentence) && since.test(sentence));

/** A log is long; there, only a sentence that speaks of a failure counts. */
const longText = 4000;
const failure = /error|fail|exception|denied|invalid|unable|cannot|could not|refused|rejected|fatal|\b[45]\d\d\b/iu;

/** What becomes of a user, a token, an org: of what is said to be lacking, "no" says that it is. */
const states: readonly Meaning[] = ['locked', 'frozen', 'inactive', 'expired', 'ended', 'gone', 'exceeded', 'revoked'];

/** "No user was locked out": it did not happen. */
const isDenied = (before: string, words: string): boolean => /\bno\s$/iu.test(before) || /^no\s/iu.test(words);

const meaningsOf = (sentence: ReadonlyArray<Hit<Meaning>>): string => sentence.flatMap(({ terms }) => terms).join(' ');

/** The rule that some meanings fulfil. */
const ruleFor = (meanings: string, answered: boolean): Rule | undefined => {
  const said = new Set<string>(meanings.split(' '));
  return rules().find(({ all, unreached }) => !(answered && unreached) && all.every((meaning) => said.has(meaning)));
};

const spoken = (
  letters: Letters,
  sentence: ReadonlyArray<Hit<Meaning>>,
  fitting: Rule | undefined,
): Statement | undefined => {
  const start = sentence[0]?.start ?? 0;
  const end = sentence.reduce((last, hit) => Math.max(last, hit.end), start);
  if (fitting === undefined) return undefined;
  const before = letters.source.slice(Math.max(0, start - longestLead), start);
  if (states.some((meaning) => fitting.all.includes(meaning)) && isDenied(before, letters.source.slice(start, end)))
    return undefined;
  if (fitting.entry.id === loginFailed && isPersons(wholeSentence(letters.source, start, end))) return undefined;
  const entry = isAdvice(before, letters.source.slice(start, end)) ? asAdvice(fitting.entry) : fitting.entry;
  const loud =
    letters.source.length < longText || failure.test(letters.source.slice(Math.max(0, start - 200), end + 200));
  return loud
    ? {
        entry,
        description: letters.source.slice(start, end),
        sentence: true,
        ...(fitting.topical ? { topical: true } : {}),
        start,
        end,
      }
    : undefined;
};

/** What a text says in words that are not Salesforce's own. Read only where those are absent. `answered`: a server was reached. */
export const readParaphrases = (letters: Letters, idle: readonly Place[], answered: boolean): Statement[] => {
  const seen = new Set<string>();
  const fitting = remembered((meanings) => ruleFor(meanings, answered));
  return sentences(letters, idle).flatMap((sentence) => {
    const statement = spoken(letters, sentence, fitting(meaningsOf(sentence)));
    const id = statement?.entry?.id;
    if (statement === undefined || id === undefined || seen.has(id)) return [];
    seen.add(id);
    return [statement];
  });
};
