import { books } from '../books.ts';
import type { Letters } from '../reading/letters.ts';
import { makeLexicon, scan } from '../reading/lexicon.ts';
import { once } from '../reading/once.ts';
import { makeWordSearch } from '../reading/words-in.ts';
import { idle, passed, served } from './idle-lines.ts';
import type { Kind } from './idle-lines.ts';

const wordings = makeLexicon<true>(() =>
  [...books().everyday, ...books().frames.flatMap(({ phrases }) => phrases ?? [])].map(
    (wording) => [wording, true] as const,
  ),
);

/** An address says where, not what; a long name of camel case is a program's, and so is one of packages; the name of a gRPC status stands before whatever its server says; a token answer has its members; R names the call that failed, with its arguments; a call that was pasted with it has named ones; a command that a shell or a runner echoes is no answer. */
const signs =
  /\b[a-z]+(?:[A-Z][a-z]+){3,9}\b|\b(?:com|org|net|io|java|javax|jakarta)(?:(?:\.[a-z_]\w{0,60}){2,9}|\.[a-z_]\w{0,60}(?=\.[A-Z]))(?:\.[A-Z][\w$]{0,80}){0,3}|https?:\/\/[^\s"'<>`]{1,400}|\b(?:PERMISSION_DENIED|FAILED_PRECONDITION|RESOURCE_EXHAUSTED|INVALID_ARGUMENT|ABORTED|UNIMPLEMENTED|CANCELLED|UNAVAILABLE)(?=\s?:)|"(?:access_token|refresh_token|id_token|token_type|instance_url|expires_in|issued_at|signature)"(?=\s?:)|\bError in [A-Za-z][\w.:]{0,60}\([^\n]{0,300}? :(?=\s)|\b[A-Za-z_][\w.]{0,60}\(\s{0,8}\w{1,40}\s?=\s?["'][^()]{0,400}\)|^[ \t]*\d{0,6}[$+>❯][ \t]{1,3}(?:sudo )?(?:sfdx?|npx|curl|node|python3?|bash|docker|cci|force|mvn|ant)\b[^\n]{0,600}/gmu;

export type Place = { readonly start: number; readonly end: number };

const placesOf = (pattern: RegExp, source: string): Place[] =>
  [...source.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

const longestLine = 300;

const wordsIn = once(() => makeWordSearch([...idle, passed, served].flatMap(({ words }) => words)));

/** From the beginning of their lines on. */
const wholeLines = (source: string, places: readonly Place[]): Place[] =>
  places.map(({ start, end }) => ({ start: source.lastIndexOf('\n', start - 1) + 1, end }));

/** Lines that no refusal stands in, in the text's order. */
export const readIdleLines = (source: string): readonly Place[] => {
  const stands = wordsIn()(source);
  const placesOfKind = ({ words, pattern }: Kind): Place[] => (words.some(stands) ? placesOf(pattern, source) : []);
  const ended = placesOfKind(passed);
  return [
    ...idle.flatMap(placesOfKind),
    ...wholeLines(source, ended).filter(({ start }, index) => (ended[index]?.start ?? 0) - start <= longestLine),
    ...wholeLines(source, placesOfKind(served)),
  ].sort((a, b) => a.start - b.start);
};

/** What stands in a text and tells nothing of a refusal, its idle lines too, in its order. */
export const readUnsaid = (letters: Letters, idleLines: readonly Place[]): readonly Place[] =>
  [...scan(wordings, letters), ...placesOf(signs, letters.source), ...idleLines]
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
