const hidden = '[hidden]';

/** Values that are secret by their own shape. Each pattern begins only where such a run begins, so that it stays linear. */
const shapes: ReadonlyArray<readonly [RegExp, string]> = [
  // Access tokens and session ids: the org's id, then `!`.
  [/(?<![A-Za-z0-9])00D[A-Za-z0-9]{9,15}(?:!|%21|\\u0021)[^\s"'&<>,;\\)}\]]+/gu, hidden],
  // Refresh tokens, and authorisation codes.
  [/(?<![A-Za-z0-9])5A[Ee][Pp][A-Za-z0-9._!%=-]{6,}/gu, hidden],
  [/(?<![A-Za-z0-9])aPrx[A-Za-z0-9._!%=-]{6,}/gu, hidden],
  // Assertions, ID tokens, JWT access tokens: whole or cut off.
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){0,4}/gu, hidden],
  [/force:(?:\\?\/){2}[^\s"'<>\\]+/giu, 'force://[hidden]'],
  [/(?<=:(?:\\?\/){2}[^\s:@/"']{1,100}:)[^\s:@/"']{1,200}(?=@)/gu, hidden],
  [/(?<=\b(?:bearer|basic|oauth|dpop)[ +])(?=[^\s"'&<>,;\\)}\]]{0,200}[0-9!._=+/])[^\s"'&<>,;\\)}\]]{8,}/giu, hidden],
];

const names = [
  '(?:client|consumer|app)[_ -]{0,1}secret',
  'client[_-]{0,1}assertion',
  'assertion',
  'pass(?:word|wd|phrase|code)',
  'pwd',
  '(?:access|refresh|id|security|delete|bearer|session|oauth|subject|actor|auth)[_ -]{0,1}token',
  'session[_ -]{0,1}id',
  'sid',
  'sfdx[_-]{0,1}auth[_-]{0,1}url',
  'code[_-]{0,1}verifier',
  'device[_-]{0,1}code',
  '(?:auth|authorization|access)[_ -]{0,1}code',
  'private[_-]{0,1}key',
  'saml[_-]{0,1}response',
  'api[_-]{0,1}key',
].join('|');

/** The name of a secret and what stands between it and its value: `:`, `=`, `=>`, the end of a tag, the blank after a flag. */
const named = new RegExp(
  `(?<![A-Za-z0-9])(?:--?(?:${names})[ =]{1,2}|(?:${names})\\\\{0,8}["'\`\\]]{0,2}\\s{0,3}(?:=>|:=|[:=>])\\s{0,3})|[?&]code=`,
  'giu',
);

/** Words that stand after such a name in a sentence about the secret, and are none. */
const sentence =
  /^(?:(?:is|are|was|has|have|not|and|or|must|may|expired?|invalid|missing|required|incorrect|wrong|null|none|undefined|true|false|empty|revoked)(?![A-Za-z0-9!@#$%^*_+-])|\[redacted|\[hidden|<redacted|\*{3})/iu;

const quotes = new Set(['"', "'", '`']);
const closers = new Set([' ', '\t', '\r', '\n', '"', "'", '`', '&', '<', '>', ',', ';', ')', '}', ']', '\\']);
const longestValue = 8000;

const isLetter = (char: string): boolean => /^[A-Za-z]$/u.test(char);

/** Where a quoted value ends: at the same quote, escaped no deeper than the opening one; an apostrophe inside a word is none. */
const quotedEnd = (text: string, from: number, quote: string, depth: number): number => {
  const limit = Math.min(text.length, from + longestValue);
  let slashes = 0;
  for (let at = from; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') slashes += 1;
    else {
      const apostrophe = quote === "'" && isLetter(text.charAt(at - 1)) && isLetter(text.charAt(at + 1));
      if (char === quote && slashes <= depth && !apostrophe) return at - slashes;
      slashes = 0;
    }
  }
  return limit;
};

const bareEnd = (text: string, from: number): number => {
  const limit = Math.min(text.length, from + longestValue);
  let at = from;
  while (at < limit && !closers.has(text.charAt(at))) at += 1;
  return at;
};

type Span = { readonly from: number; readonly to: number };

const valueAt = (text: string, from: number): Span => {
  let at = from;
  while (text.charAt(at) === '\\') at += 1;
  const quote = text.charAt(at);
  return quotes.has(quote)
    ? { from: at + 1, to: quotedEnd(text, at + 1, quote, at - from) }
    : { from, to: bareEnd(text, from) };
};

const withoutNamed = (text: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const found of text.matchAll(named)) {
    if (found.index >= done) {
      const value = valueAt(text, found.index + found[0].length);
      const keep = value.to <= value.from || sentence.test(text.slice(value.from, value.from + 24));
      if (!keep) {
        pieces.push(text.slice(done, value.from), hidden);
        done = value.to;
      }
    }
  }
  return pieces.join('') + text.slice(done);
};

const begin = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/u;
const end = /-----END [A-Z ]{0,40}PRIVATE KEY-----/u;

const withoutKeys = (text: string): string => {
  const pieces: string[] = [];
  let rest = text;
  for (let found = begin.exec(rest); found !== null; found = begin.exec(rest)) {
    const body = rest.slice(found.index + found[0].length);
    const next = begin.exec(body.slice(0, longestValue))?.index ?? longestValue;
    const closing = end.exec(body.slice(0, next));
    pieces.push(rest.slice(0, found.index), '[private key hidden]');
    rest = closing === null ? body.replace(/^[A-Za-z0-9+/=\s\\]*/u, '') : body.slice(closing.index + closing[0].length);
  }
  return pieces.join('') + rest;
};

/**
 * The text with every secret in it replaced by `[hidden]`: private keys, access and refresh tokens, session ids, JWTs,
 * client secrets, passwords, authorisation codes, auth URLs. Pure, linear, never throws.
 */
export const withoutSecrets = (text: string): string =>
  shapes.reduce((kept, [shape, put]) => kept.replaceAll(shape, put), withoutNamed(withoutKeys(text)));
