import type { Mark } from '../reading/mark.ts';

const afterWord =
  /\b(?:HTTP(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?|response(?:[ _-]?code)?|ERROR_HTTP_|code)["'\]]{0,2}[ \t]{0,3}(?:[:=>/_(]|is|with|was|was:|\[)?[ \t]{0,3}[["'(]{0,2}([1-5]\d\d)\b/giu;
const beforeWord =
  /(?<![\d.:-])([45]\d\d)[ \t]{0,2}[-:(]?[ \t]{0,2}(?:Bad Request|Unauthori[sz]ed|Forbidden|Not Found|Proxy Authentication|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out|Client Error|Server Error|from )/giu;
const inBrackets = /\((4\d\d|5\d\d)\)/gu;
const beforeBody = /(?<=\s)(4\d\d|5\d\d)\s{1,3}(?=[{[<])/gu;

const afterUrl =
  /https?:\/\/[^\s"'<>]{1,300}["']?[ \t]{1,3}(?:(?:->|=>|-|:|returned|responded|answered|gave)[ \t]{1,3})?\(?([45]\d\d)\b/gu;

/** What clients print where nothing answered at all. */
const noAnswer =
  /\b(?:HTTP(?:[ _-]status)?(?:[ _-]code)?|response[ _-]code|status[ _-]?code|error(?= ?:? ?0: on))[ "'\]]{0,2}[:=]?[ \t]{0,2}0(?![\d.x])/giu;

/** Where a text says that a request had no answer, in its order. */
export const readNoAnswers = (source: string): Array<Mark<number>> =>
  [...source.matchAll(noAnswer)].map((found) => ({ value: 0, start: found.index, end: found.index + found[0].length }));

const read = (pattern: RegExp, source: string): Array<Mark<number>> =>
  [...source.matchAll(pattern)].flatMap((found) => {
    const value = Number(found[1]);
    return Number.isInteger(value) ? [{ value, start: found.index, end: found.index + found[0].length }] : [];
  });

const names: ReadonlyMap<string, number> = new Map([
  ['bad request', 400],
  ['unauthorized', 401],
  ['forbidden', 403],
  ['not found', 404],
  ['method not allowed', 405],
  ['proxy authentication required', 407],
  ['unsupported media type', 415],
  ['too many requests', 429],
  ['internal server error', 500],
  ['bad gateway', 502],
  ['service unavailable', 503],
  ['gateway timeout', 504],
]);
const asName = new RegExp(String.raw`\b(?:${[...names.keys()].join('|').replaceAll(' ', String.raw`[ _-]`)})\b`, 'giu');

/** In small letters it is said of anything that was looked for: a column, a file, a class. */
const isAnyThing = (name: string): boolean => name === 'not found';

/** The statuses that a text names without their numbers. They are words of any sentence as well: read only where nothing else tells. */
export const readStatusNames = (source: string): Array<Mark<number>> =>
  [...source.matchAll(asName)].flatMap((found) => {
    const value = names.get(found[0].toLowerCase().replaceAll(/[_-]/gu, ' '));
    return value === undefined || isAnyThing(found[0])
      ? []
      : [{ value, start: found.index, end: found.index + found[0].length }];
  });

/** Every HTTP status that the text names, in its order. */
export const readStatuses = (source: string): Array<Mark<number>> =>
  [
    ...read(afterWord, source),
    ...read(beforeWord, source),
    ...read(inBrackets, source),
    ...read(beforeBody, source),
    ...read(afterUrl, source),
  ].sort((a, b) => a.start - b.start);
