const quotes = new Set(['"', "'", '`']);
const closers = new Set([' ', '\t', '\r', '\n', '"', "'", '`', '&', '<', '>', ',', ';', ')', '}', ']', '\\']);

/** No secret is longer; a text may be. */
export const longestValue = 8000;

/** Where a value stands in a text. */
export type Span = { readonly from: number; readonly to: number; readonly quoted: boolean };

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

/** The value that begins here: in quotes, or up to what ends a word. */
export const valueAt = (text: string, from: number): Span => {
  let at = from;
  while (text.charAt(at) === '\\') at += 1;
  const quote = text.charAt(at);
  return quotes.has(quote)
    ? { from: at + 1, to: quotedEnd(text, at + 1, quote, at - from), quoted: true }
    : { from, to: bareEnd(text, from), quoted: false };
};

/** What stands between the tags of an element (blanks and CDATA too), where its end can be seen. */
export const elementAt = (text: string, from: number): Span | undefined => {
  const end = /<\\{0,4}\/|&lt;\\{0,4}\//u.exec(text.slice(from, from + longestValue));
  return end === null ? undefined : { from, to: from + end.index, quoted: false };
};
