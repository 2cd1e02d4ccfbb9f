/**
 * A text as a run of letters and digits, without anything that a client, a log or a page may have changed on the way:
 * case, quotes, escapes, entities, percent-encoding, colours, blanks and line ends. Only ASCII counts: Salesforce words
 * its refusals in English.
 */
export type Letters = {
  readonly source: string;
  readonly length: number;
  /** 1 to 26 for a to z, 27 to 36 for 0 to 9. */
  readonly codes: Uint8Array;
  /** Where each stands in the source. */
  readonly at: Uint32Array;
  /** 1 where a word begins: after anything that is no letter, or where lower case turns to upper. */
  readonly starts: Uint8Array;
  /** The places of those among the letters, in their order. */
  readonly words: Uint32Array;
  /** The letters from each of those on, as `keyAt` gives them. */
  readonly keys: Uint16Array;
};

const entity = /&(?:amp;){0,3}(?:#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5})|[a-zA-Z]{2,6});/uy;
/** What may follow a run of backslashes: an escaped colour, a character by its number, a line end or tab. */
const escaped = /[ux]\{?0{0,2}1[bB]\}?\[[0-9;]{0,12}m|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|[nrt]/uy;
const percent = /%(?:25){0,3}([0-9a-fA-F]{2})/uy;
// The escape character itself stands in the class, as a terminal sends it.
const colour = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]{0,12}[A-Za-z]`, 'uy');

type Escape = { readonly end: number; readonly char: number };

const blank = 32;

const matchAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(source);
};

/** Where a run of backslashes ends. Taken as one, however long: JSON inside JSON doubles them at each level. */
const endOfRun = (source: string, at: number): number => {
  let end = at;
  while (source.charCodeAt(end) === 92) end += 1;
  return end;
};

const charOf = (decimal: string | undefined, hex: string | undefined): number => {
  if (decimal !== undefined) return Number.parseInt(decimal, 10);
  return hex === undefined ? blank : Number.parseInt(hex, 16);
};

/** The escape that begins at `at`, if one does, and the character that it stands for. */
const escapeAt = (source: string, at: number, lead: number): Escape | undefined => {
  if (lead === 38) {
    const found = matchAt(entity, source, at);
    return found === null ? undefined : { end: entity.lastIndex, char: charOf(found[1], found[2]) };
  }
  if (lead === 92) {
    const run = endOfRun(source, at);
    const found = matchAt(escaped, source, run);
    return found === null
      ? { end: run, char: 92 }
      : { end: escaped.lastIndex, char: charOf(undefined, found[1] ?? found[2]) };
  }
  if (lead === 37) {
    const found = matchAt(percent, source, at);
    return found === null ? undefined : { end: percent.lastIndex, char: charOf(undefined, found[1]) };
  }
  return lead === 27 && matchAt(colour, source, at) !== null ? { end: colour.lastIndex, char: blank } : undefined;
};

/** Tables of ASCII are asked faster than a set or a row of comparisons, once for each character of a log. */
const ascii = 128;
const isUpper = (char: number): boolean => char >= 65 && char <= 90;
const isLower = (char: number): boolean => char >= 97 && char <= 122;

const letterCodes = Uint8Array.from({ length: ascii }, (_none, char) => {
  if (isLower(char)) return char - 96;
  if (isUpper(char)) return char - 64;
  return char >= 48 && char <= 57 ? char - 21 : 0;
});

/** 0 for anything that is no letter and no digit. */
const letterOf = (char: number): number => (char < ascii ? (letterCodes[char] ?? 0) : 0);

const lineFeed = 10;

/** 1 where a line ends or an escape may begin: anything else stands for itself. */
const leads = new Uint8Array(ascii);
for (const lead of [lineFeed, 27, 37, 38, 92]) leads[lead] = 1;

/** What a log puts before each line: the name of a container, a date, a level. A refusal that was wrapped goes on behind it. */
const linePrefix = new RegExp(
  [
    String.raw`(?:(?:[>│|\t ]|(?:${String.fromCharCode(27)}|\\{1,16}u001[bB])\[[0-9;]{0,12}m){0,12}`,
    String.raw`(?:[\w.-]{1,40}[ \t]{1,24}\|[ \t]{1,4}`,
    String.raw`|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t]{1,4}`,
    String.raw`(?:\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|SEVERE)\]?[ \t]{1,8})?)){0,4}`,
  ].join(''),
  'uy',
);

const afterPrefix = (source: string, at: number): number => {
  linePrefix.lastIndex = at;
  return linePrefix.test(source) ? linePrefix.lastIndex : at;
};

/** A line break, as it is or escaped, ends here. */
const endsLine = (source: string, char: number, lead: number, end: number): boolean =>
  char === lineFeed || (lead === 92 && source.charAt(end - 1) === 'n');

/** So many letters are a key. */
export const keyLength = 3;

/** Letters, digits, and none. */
export const letterBase = 37;

/** How many values `keyAt` has. */
export const allKeys = letterBase ** keyLength;

/** The first letters from a place as one number; 0 stands for one that is not there. */
export const keyAt = (codes: Uint8Array, place: number): number =>
  ((codes[place] ?? 0) * letterBase + (codes[place + 1] ?? 0)) * letterBase + (codes[place + 2] ?? 0);

/** The first letters of a text as one number, without reading all of it; undefined where it has fewer, or an escape before them. */
export const firstKey = (source: string): number | undefined => {
  let key = 0;
  let letters = 0;
  for (let index = afterPrefix(source, 0); index < source.length && letters < keyLength; index += 1) {
    const char = source.charCodeAt(index);
    if (leads[char] === 1) return undefined;
    const letter = letterOf(char);
    if (letter > 0) {
      key = key * letterBase + letter;
      letters += 1;
    }
  }
  return letters === keyLength ? key : undefined;
};

/** Every second character begins a word at most, and the first: after what is no letter, or in upper case after lower. */
const mostWords = (length: number): number => Math.floor(length / 2) + 1;

const keysOf = (codes: Uint8Array, words: Uint32Array): Uint16Array => {
  const keys = new Uint16Array(words.length);
  for (let word = 0; word < words.length; word += 1) keys[word] = keyAt(codes, words[word] ?? 0);
  return keys;
};

export const readLetters = (source: string): Letters => {
  const codes = new Uint8Array(source.length);
  const at = new Uint32Array(source.length);
  const starts = new Uint8Array(source.length);
  const words = new Uint32Array(mostWords(source.length));
  let length = 0;
  let count = 0;
  let isInside = false;
  let isAfterLower = false;
  let index = afterPrefix(source, 0);
  while (index < source.length) {
    const lead = source.charCodeAt(index);
    let char = lead;
    let next = index + 1;
    if (lead < ascii && leads[lead] === 1) {
      const escape = escapeAt(source, index, lead);
      char = escape?.char ?? lead;
      next = escape?.end ?? next;
      if (endsLine(source, char, lead, next)) next = afterPrefix(source, next);
    }
    const letter = letterOf(char);
    if (letter > 0) {
      codes[length] = letter;
      at[length] = index;
      if (!isInside || (isAfterLower && isUpper(char))) {
        starts[length] = 1;
        words[count] = length;
        count += 1;
      }
      length += 1;
    }
    isInside = letter > 0;
    isAfterLower = isLower(char);
    index = next;
  }
  const found = words.subarray(0, count);
  return { source, length, codes, at, starts, words: found, keys: keysOf(codes, found) };
};
