import { withoutForms } from './secret-forms.ts';
import { secretNames as names } from './secret-names.ts';
import { withoutSpoken } from './secret-prose.ts';
import { withoutShapes } from './secret-shapes.ts';
import { elementAt, longestValue, valueAt, type Span } from './secret-values.ts';

const hidden = '[hidden]';

/** What names a secret before `=`, and before `:` where the value looks like one: they are words of sentences as well. */
const shortNames = '(?:[A-Za-z0-9]{0,30}(?:secret|token)|pass|pw)';

const named = new RegExp(
  [
    `(?<![\\p{L}\\p{N}])(?:`,
    // The flag of a command, and the blank after it.
    `--?(?:${names}|${shortNames})[ =]{1,2}`,
    // `:`, `=`, `=>`, the end of a tag.
    `|(?<name>${names})\\\\{0,8}["'\`\\]]{0,2}\\s{0,3}(?:=>|:=|&gt;|[:=>：＝])\\s{0,3}`,
    `|(?<=[<:;])(?:${names})\\s[^<>]{0,300}>`,
    `|(?<short>${shortNames})\\\\{0,8}["'\`\\]]{0,2}\\s{0,3}(?:=>|:=|[:=])\\s{0,3}`,
    `)|[?&]code=`,
  ].join(''),
  'giu',
);

/** Words that stand after such a name in a sentence about the secret, and are none. */
const sentence =
  /^(?:(?:is|are|was|has|have|not|and|or|must|may|changed|expire[ds]|invalid|missing|required|incorrect|wrong|null|none|undefined|true|false|empty|revoked|its)(?![A-Za-z0-9!@#$%^*_+-])|\[redacted|\[hidden|\[private key|<redacted|\*{3})/iu;

/** An error code that ends with the name of a secret, and what is said of it. A variable in such letters is no code. */
const isErrorCode = (text: string, at: number, separator: string): boolean =>
  /:\s/u.test(separator) &&
  /(?<![A-Za-z0-9_])(?:[A-Z0-9]+_)*(?:INVALID|EXPIRED|MISSING|UNKNOWN|ILLEGAL|BAD|Bad|WRONG|DUPLICATE|INCORRECT|MUST)_(?:[A-Z0-9]+_)*$/u.test(
    text.slice(Math.max(0, at - 100), at),
  );

/** "with a passphrase: convert it": an article before the name, and a sentence after the colon. */
const isClause = (text: string, at: number, separator: string, value: string, after: string): boolean =>
  /:\s/u.test(separator) &&
  /(?<![A-Za-z])(?:a|an|the|no|its|this|that)\s$/iu.test(text.slice(Math.max(0, at - 6), at)) &&
  /^[a-z]+$/u.test(value) &&
  / [a-z]/u.test(after);

/** After a short name and a colon: one word in quotes, or one with a digit in it. */
const looksSecret = (value: string, { quoted }: Span): boolean =>
  quoted ? !/\s/u.test(value) : value.length >= 6 && /\d/u.test(value) && /[A-Za-z]/u.test(value);

/** `</password>`: what follows is no longer inside. */
const isClosingTag = (text: string, at: number, separator: string): boolean =>
  />|&gt;/u.test(separator) && /(?:<|&lt;)\\{0,4}\/(?:[\w.-]{1,40}:)?$/u.test(text.slice(Math.max(0, at - 60), at));

const spanAfter = (text: string, end: number, separator: string): Span =>
  (/(?<!=)>|&gt;/u.test(separator) ? elementAt(text, end) : undefined) ?? valueAt(text, end);

/** The value that a match names; undefined where it is none. */
const secretAt = (text: string, found: RegExpExecArray): Span | undefined => {
  const [whole] = found;
  if (isClosingTag(text, found.index, whole)) return undefined;
  const { name, short } = found.groups ?? {};
  const span = spanAfter(text, found.index + whole.length, whole);
  const value = text.slice(span.from, span.to);
  if (value.trim() === '' || sentence.test(value)) return undefined;
  const after = text.slice(span.to, span.to + 2);
  if (name !== undefined && isErrorCode(text, found.index, whole)) return undefined;
  if (isClause(text, found.index, whole, value, after)) return undefined;
  return short !== undefined && /[^=]:\s*$/u.test(whole) && !looksSecret(value, span) ? undefined : span;
};

const withoutNamed = (text: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const found of text.matchAll(named)) {
    const span = found.index < done ? undefined : secretAt(text, found);
    if (span !== undefined) {
      pieces.push(text.slice(done, span.from), hidden);
      done = span.to;
    }
  }
  return pieces.join('') + text.slice(done);
};

/** `login("user@acme.example", "password" + token)`: a call that logs in, up to its first argument. */
const call =
  /(?<![A-Za-z0-9_])(?:[A-Za-z0-9_]{0,40}(?:login|log_in|sign_?in)[A-Za-z0-9_]{0,20}\(\s{0,5}(?:[A-Za-z_$][\w.$]{0,80}|\\{0,4}(?<any>["'`])[^"'`\n]{0,200}\k<any>)|[A-Za-z_$][\w$]{0,60}\(\s{0,5}\\{0,4}(?<user>["'`])[^"'`\n@]{1,100}@[^"'`\n@]{1,100}\k<user>)/giu;

const nextArgument = /\s{0,10}[,+]\s{0,10}(?=\\{0,4}["'`])/uy;

const afterQuote = (text: string, to: number): number => {
  let at = to;
  while (text.charAt(at) === '\\') at += 1;
  return at + 1;
};

/** Every text that stands behind the user in such a call. */
const withoutArguments = (text: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const found of text.matchAll(call)) {
    if (found.index < done) continue;
    nextArgument.lastIndex = found.index + found[0].length;
    while (nextArgument.test(text)) {
      const span = valueAt(text, nextArgument.lastIndex);
      if (span.to > span.from) {
        pieces.push(text.slice(done, span.from), hidden);
        done = span.to;
      }
      nextArgument.lastIndex = afterQuote(text, span.to);
    }
  }
  return pieces.join('') + text.slice(done);
};

const begins = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/gu;
const end = /-----END [A-Z ]{0,40}PRIVATE KEY-----/u;
/** The letters of a key that was cut off: words of base64, up to what names something else or is a word of a sentence. */
const keyBody =
  /[\s\\]*[A-Za-z0-9+/=]*(?:[\s\\]+(?:[A-Za-z0-9+/=]{16,}|(?=[A-Za-z]*[0-9+/])[A-Za-z0-9+/=]+)(?![A-Za-z0-9+/=]|\s*:))*/u;

/** Where a private key ends that begins at `from`: at its END line; else where its letters end, since it was cut off. */
const keyEnd = (text: string, from: number, next: number): number => {
  const piece = text.slice(from, Math.min(next, from + longestValue));
  const closing = end.exec(piece);
  return (
    from + (closing === null ? piece.length - piece.replace(keyBody, '').length : closing.index + closing[0].length)
  );
};

const withoutKeys = (text: string): string => {
  const found = [...text.matchAll(begins)];
  const pieces: string[] = [];
  let done = 0;
  found.forEach(({ index, 0: line }, place) => {
    pieces.push(text.slice(done, index), '[private key hidden]');
    done = keyEnd(text, index + line.length, found[place + 1]?.index ?? text.length);
  });
  return pieces.join('') + text.slice(done);
};

/**
 * The text with every secret in it replaced by `[hidden]`: private keys, access and refresh tokens, session ids, JWTs,
 * client secrets, passwords, authorisation codes, auth URLs. Pure, linear, never throws.
 */
export const withoutSecrets = (text: string): string =>
  withoutShapes(withoutSpoken(withoutArguments(withoutNamed(withoutForms(withoutKeys(text))))));
