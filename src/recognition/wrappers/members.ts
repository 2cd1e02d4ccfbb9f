import type { Letters } from '../reading/letters.ts';
import { makeLexicon, scan } from '../reading/lexicon.ts';
import { remembered } from '../reading/remembered.ts';
import { plain } from './plain.ts';

/** What the names mean that clients, servers and logs give to the parts of a refusal. */
type Role = 'code' | 'text' | 'uri';

export type Member = {
  readonly role: Role;
  readonly family: Family;
  /** As a person would read it: escapes, entities and percent-encoding undone. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** Which names stand together: OAuth's, REST's, the two of a SOAP fault. */
export type Family = 'oauth' | 'rest' | 'soap' | 'fault';

type Name = { readonly role: Role; readonly family: Family };

const names: ReadonlyArray<readonly [string, Name]> = [
  ['error', { role: 'code', family: 'oauth' }],
  ['error_description', { role: 'text', family: 'oauth' }],
  ['errorDescription', { role: 'text', family: 'oauth' }],
  ['error_message', { role: 'text', family: 'oauth' }],
  ['errorType', { role: 'code', family: 'oauth' }],
  ['error_uri', { role: 'uri', family: 'oauth' }],
  ['errorCode', { role: 'code', family: 'rest' }],
  ['message', { role: 'text', family: 'rest' }],
  ['exceptionCode', { role: 'code', family: 'soap' }],
  ['exceptionMessage', { role: 'text', family: 'soap' }],
  ['faultcode', { role: 'code', family: 'fault' }],
  ['faultstring', { role: 'text', family: 'fault' }],
];

const lexicon = makeLexicon(() => names);

const longestValue = 600;
const longestBare = 300;

/** What may stand between a name and its value, in JSON, Ruby, PHP, Python, Java, Rust, XML, forms and logs. */
const separator =
  /[\\"'`“”‘’«»„\]*]{0,12}[ \t\u00a0]{0,4}(?:=>|:=|[:=>：])\s{0,24}(?:(?:Some|Optional)[([])?\\{0,8}(["'`“”‘’«»„]?)/uy;

const isLetter = (char: string): boolean => /^[A-Za-z]$/u.test(char);

const slashesBefore = (source: string, at: number): number => {
  let slashes = 0;
  while (slashes < 64 && source.charAt(at - 1 - slashes) === '\\') slashes += 1;
  return slashes;
};

/** The place of the closing quote: escaped no deeper than the opening one. An apostrophe inside a word closes nothing. */
const closing = (source: string, from: number, quote: string, depth: number): number => {
  const limit = Math.min(source.length, from + longestValue);
  for (let at = source.indexOf(quote, from); at !== -1 && at < limit; at = source.indexOf(quote, at + 1)) {
    const apostrophe = quote === "'" && isLetter(source.charAt(at - 1)) && isLetter(source.charAt(at + 1));
    if (!apostrophe && slashesBefore(source, at) <= depth) return at;
  }
  return limit;
};

/** The backslashes of an escaped closing quote belong to it, not to the value. */
const withoutEscape = (source: string, end: number): number => end - slashesBefore(source, end);

const bareEnds = new Map([
  ['=', /[&,}\])"'<\s;]|$/gu],
  ['>', /<|$/gu],
]);
const lineEnd = /[\r\n<}]|\\n|$/gu;

/** Where the words of a query end that was decoded before it was logged: at the next pair, or where HTTP goes on. */
const spokenEnd = /[&,}\])"'<;\r\n]|\s+(?:[\w.-]+[=:]|HTTP\/|-\s|$)|$/gu;

const firstIn = (window: string, ends: RegExp): number => {
  ends.lastIndex = 0;
  return ends.exec(window)?.index ?? window.length;
};

const isEncoded = (text: string): boolean => /[+%]/u.test(text);

/** Where an unquoted value ends, which depends on what it came after. */
const bareEnd = (source: string, from: number, before: string, role: Role): number => {
  const window = source.slice(from, from + longestBare);
  const ends = /=>\s*$/u.test(before) ? lineEnd : (bareEnds.get(before.trim().slice(-1)) ?? lineEnd);
  const end = firstIn(window, ends);
  const isSpoken = role === 'text' && before.trim().endsWith('=') && !isEncoded(window.slice(0, end));
  return from + (isSpoken ? firstIn(window, spokenEnd) : end);
};

type Found = { readonly raw: string; readonly end: number };

const valueAfter = (source: string, from: number, role: Role): Found | undefined => {
  separator.lastIndex = from;
  const found = separator.exec(source);
  if (found === null) return undefined;
  const start = separator.lastIndex;
  const quote = found[1] ?? '';
  const end =
    quote === ''
      ? bareEnd(source, start, found[0], role)
      : withoutEscape(source, closing(source, start, quote, slashesBefore(source, start - 1)));
  return { raw: source.slice(start, end), end };
};

/** One name, not two that stand next to each other: `"error", "message"` and `error\nmessage` are no `error_message`. */
const oneName = /^[A-Za-z_ \\-]*$/u;

/** No code is longer, escapes and all. */
const longestCode = 160;

/** Every named part of a refusal, in the order of the text, in whatever notation. Linear. */
export const readMembers = (letters: Letters): Member[] => {
  const read = remembered(plain);
  return scan(lexicon, letters).flatMap((hit) => {
    const name = hit.terms[0];
    const found = name === undefined ? undefined : valueAfter(letters.source, hit.end, name.role);
    if (name === undefined || found === undefined) return [];
    if (!oneName.test(letters.source.slice(hit.start, hit.end))) return [];
    // `AcmeError: text` names a class of errors, not a member.
    if (name.role === 'code' && name.family === 'oauth' && isLetter(letters.source.charAt(hit.start - 1))) return [];
    if (name.role !== 'text' && found.raw.length > longestCode) return [];
    const value = read(found.raw);
    return value === '' ? [] : [{ ...name, value, start: hit.start, end: found.end }];
  });
};
