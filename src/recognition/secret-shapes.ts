import { foreignKey } from './secret-keys.ts';

const hidden = '[hidden]';

/** Characters of a value that stands in a text without quotes. */
const bare = String.raw`[^\s"'&<>,;\\)}\]]`;

/** The lines of a wrapped base64 text, whatever became of its line breaks. */
const moreBase64 = String.raw`(?:(?:\r?\n|\\r|\\n){1,4}[ \t]{0,20}[A-Za-z0-9+/=]{16,})*`;

/** Enough for a token, where a word such as "OAuth" or "Basic" stands before it in a sentence. */
const leastToken = 16;

const closing = /[.!?:]+$/u;

/** An annotation of GitHub goes on after two colons. */
const isToken = (value: string): boolean => {
  const word = value.replace(/::.*/u, '').replace(closing, '');
  return word.length >= leastToken && /\d/u.test(word);
};

/** The base64 of `user:password`, as a header has it. */
const isPair = (value: string): boolean => /^[\x20-\x7e]+:[\x20-\x7e]+$/u.test(atobOrNothing(value));

const atobOrNothing = (value: string): string => Buffer.from(value, 'base64').toString('latin1');

const inProse = (value: string): string => (isToken(value) || isPair(value) ? hidden : value);

type Put = string | ((value: string) => string);

/** Values that are secret by their own shape. Each pattern begins only where such a run begins, and is bounded, so that it stays linear. */
const shapes: ReadonlyArray<readonly [RegExp, Put]> = [
  // Access tokens and session ids: the org's id, then `!`.
  [/(?<![A-Za-z0-9])00D[A-Za-z0-9]{9,15}(?:!|%21|\\u0021)[^\s"'&<>,;\\)}\]]+/gu, hidden],
  // Refresh tokens, and authorisation codes.
  [/(?<![A-Za-z0-9])5A[Ee][Pp][A-Za-z0-9._!%=-]{6,}/gu, hidden],
  [/(?<![A-Za-z0-9])aPrx[A-Za-z0-9._!%=-]{6,}/gu, hidden],
  // Assertions, ID tokens, JWT access tokens: whole or cut off.
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){0,4}/gu, hidden],
  [foreignKey, hidden],
  [/(?<=hooks\.slack\.com\/(?:services|workflows|triggers)\/)[\w/]{10,}/gu, hidden],
  // A PEM file in base64, as secrets are kept in CI; and the base64 of a key without its first line.
  [new RegExp(String.raw`(?<![A-Za-z0-9+/])LS0tLS1CRUdJT[A-Za-z0-9+/=_-]*${moreBase64}`, 'gu'), hidden],
  [new RegExp(String.raw`(?<![A-Za-z0-9+/=])MII[A-Za-z0-9+/]{40,}={0,2}${moreBase64}`, 'gu'), hidden],
  [/(?<![A-Za-z])force:(?:\\?\/){2}[^\s"'<>\\]+/giu, 'force://[hidden]'],
  // What stands before the last @ of a URL's host; then a password with a slash in it, where no port can stand.
  [/(?<=:(?:\\?\/){2}[^\s:/"'<>\\]{0,100}:)[^\s/"'<>\\]{1,200}(?=@[A-Za-z0-9.[-])/gu, hidden],
  [
    /(?<=:(?:\\?\/){2}[^\s:@/"'<>\\]{0,100}:)(?!\[hidden\]@|\d{1,5}[/?#])[^\s"'<>\\]{1,200}(?=@[A-Za-z0-9.[-])/gu,
    hidden,
  ],
  // The same without a scheme, before a host and its port; and as clients take it in a flag.
  [
    /(?<=(?<![^\s"'=(,;])[^\s:@/"'<>\\=(,;]{1,100}:)[^\s/"'<>\\]{1,200}(?=@[A-Za-z0-9.-]{1,200}:\d{2,5}(?!\d))/gu,
    hidden,
  ],
  [/(?<=(?<!\S)(?:-u|-U|--user|--proxy-user)[ =]["']?[^\s:"']{1,100}:)[^\s"']{1,200}/gu, hidden],
  // A username and what was typed behind it, as clients take them in one flag.
  [/(?<=[\w.+-]@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}:)(?=\S{0,40}\d)(?!\d{1,5}(?!\w))[^\s"'<>,;/]{6,200}/gu, hidden],
  // A header, whatever its value looks like.
  [
    new RegExp(
      String.raw`(?<=authorization["'\s:=>,\\]{1,10}(?:bearer|basic|oauth|dpop|token)(?:[ +]|%20){1,3})${bare}+`,
      'giu',
    ),
    hidden,
  ],
  [new RegExp(String.raw`(?<=\b(?:bearer|basic|oauth|dpop)[ +])${bare}{8,}`, 'giu'), inProse],
];

/** The text without what is secret by its shape, wherever it stands. Pure, linear. */
export const withoutShapes = (text: string): string =>
  shapes.reduce(
    (kept, [shape, put]) =>
      typeof put === 'string' ? kept.replaceAll(shape, put) : kept.replaceAll(shape, (value) => put(value)),
    text,
  );
