import { everyday } from '../phrase-book/everyday.ts';
import { frames } from '../phrase-book/frames.ts';
import type { Letters } from '../reading/letters.ts';
import { makeLexicon, scan } from '../reading/lexicon.ts';

const wordings = makeLexicon<true>(() =>
  [...everyday, ...frames.flatMap(({ phrases }) => phrases ?? [])].map((wording) => [wording, true] as const),
);

/** An address says where, not what; a long name of camel case is a program's, and so is one of packages; the name of a gRPC status stands before whatever its server says; a token answer has its members; R names the call that failed, with its arguments. */
const signs =
  /\b[a-z]+(?:[A-Z][a-z]+){3,9}\b|\b(?:com|org|net|io|java|javax|jakarta)(?:(?:\.[a-z_]\w{0,60}){2,9}|\.[a-z_]\w{0,60}(?=\.[A-Z]))(?:\.[A-Z][\w$]{0,80}){0,3}|https?:\/\/[^\s"'<>`]{1,400}|\b(?:PERMISSION_DENIED|FAILED_PRECONDITION|RESOURCE_EXHAUSTED|INVALID_ARGUMENT|ABORTED|UNIMPLEMENTED|CANCELLED|UNAVAILABLE)(?=\s?:)|"(?:access_token|refresh_token|id_token|token_type|instance_url|expires_in|issued_at|signature)"(?=\s?:)|\bError in [A-Za-z][\w.:]{0,60}\([^\n]{0,300}? :(?=\s)/gu;

export type Place = { readonly start: number; readonly end: number };

const placesOf = (pattern: RegExp, source: string): Place[] =>
  [...source.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

/** What a pattern finds, and words of which one stands in all of it: to look for them costs a small part of what the pattern costs. */
type Kind = { readonly words: readonly string[]; readonly pattern: RegExp };

/**
 * A test that passed says that all is well, whatever its name; what a failed one expected is no answer; nor is a line of a server's own
 * log of what it served, nor metadata that a deployment did not find.
 */
const idle: readonly Kind[] = [
  {
    words: ['✔', '✓', '√', '✅', 'npm warn', 'ok ', 'PASS'],
    pattern: /^[ \t]*(?:[✔✓√✅]|npm warn\b|ok \d{1,6}\b|PASS\b|--- PASS\b)[^\n]{0,600}/gmu,
  },
  { words: ['] "'], pattern: /\] "(?:GET|POST|PUT|HEAD|DELETE|OPTIONS|PATCH) \/[^"\n]{0,400}" \d{3}\b/gu },
  { words: ['not ok '], pattern: /^not ok \d{1,6}\b[^\n]{0,300}\n(?:(?!(?:not )?ok \d)[^\n]{0,300}\n){1,80}/gmu },
  {
    words: ['+ expected - actual', '+ actual - expected', 'Expected values to be'],
    pattern: /(?:\+ (?:expected - actual|actual - expected)|Expected values to be)(?:[^\n]{0,300}\n){1,24}/gu,
  },
  {
    words: ['Expected', 'Received'],
    pattern: /^[ \t]*[-+]? ?(?:Expected\b|Received(?: \w{1,20}){0,2}:)[^\n]{0,300}/gmu,
  },
  { words: ['Failed asserting that'], pattern: /\bFailed asserting that\b[^\n]{0,300}/gu },
  { words: ['Entity of type '], pattern: /\bEntity of type '?\w{1,80}'? named\b[^\n]{0,300}/gu },
  { words: [' named '], pattern: /\bno \w{1,80} named [^\n]{1,300}? found\b/gu },
];

/** A whole line is meant that ends so, as far as it is short. */
const passed: Kind = {
  words: ['PASSED', 'passed'],
  pattern: /\b(?:PASSED|passed)[ \t]*(?:[[(][^\])\n]{0,40}[\])][ \t]*)?$/gmu,
};
const longestLine = 300;

/** What a web server tells of a request that it served; its whole line is meant. */
const served: Kind = { words: [', client: '], pattern: /, client: [\da-f.:]{3,40}, server: [^\n]{0,600}/gu };

const placesOfKind = ({ words, pattern }: Kind, source: string): Place[] =>
  words.some((word) => source.includes(word)) ? placesOf(pattern, source) : [];

/** From the beginning of their lines on. */
const wholeLines = (source: string, places: readonly Place[]): Place[] =>
  places.map(({ start, end }) => ({ start: source.lastIndexOf('\n', start - 1) + 1, end }));

/** Lines that no refusal stands in, in the text's order. */
export const readIdleLines = (source: string): readonly Place[] => {
  const ended = placesOfKind(passed, source);
  return [
    ...idle.flatMap((kind) => placesOfKind(kind, source)),
    ...wholeLines(source, ended).filter(({ start }, index) => (ended[index]?.start ?? 0) - start <= longestLine),
    ...wholeLines(source, placesOfKind(served, source)),
  ].sort((a, b) => a.start - b.start);
};

/** What stands in a text and tells nothing of a refusal, in its order. */
export const readUnsaid = (letters: Letters): readonly Place[] =>
  [...scan(wordings, letters), ...placesOf(signs, letters.source), ...readIdleLines(letters.source)]
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);

/** Whether a place lies in one of others. Both are in the order of the text, and it is asked in rising order. */
export const coveredBy = (places: readonly Place[]): ((at: number) => boolean) => {
  let next = 0;
  let reach = -1;
  return (at) => {
    for (let place = places[next]; place !== undefined && place.start <= at; place = places[next]) {
      reach = Math.max(reach, place.end);
      next += 1;
    }
    return at < reach;
  };
};

/** What does not begin in one of some places. Both are in the order of the text. */
export const outside = <T extends { readonly start: number }>(places: readonly Place[], things: readonly T[]): T[] => {
  const isCovered = coveredBy(places);
  return things.filter(({ start }) => !isCovered(start));
};
