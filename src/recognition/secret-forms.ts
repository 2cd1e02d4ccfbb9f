import { secretNames } from './secret-names.ts';

const hidden = '[hidden]';

const name = String.raw`(?<![\p{L}\p{N}])(?:${secretNames})`;

/** A quote as HTML and URLs write it. */
const quote = String.raw`(?:&quot;|&apos;|&#0?3[49];|&#x2[27];|%2[27])`;

/** `signs`: one of them stands in all that the pattern finds. Most texts have none, and the patterns are dear. */
type Form = { readonly signs: readonly string[]; readonly pattern: RegExp; readonly put: string };

/**
 * How machines write a name and its value down, other than beside each other. The value is what stands between what is kept. Each pattern
 * begins with a literal, and is bounded, so that it stays linear.
 */
const forms: readonly Form[] = [
  // A HAR file, and whatever lists its parameters so: {"name": "password", "value": "..."}.
  {
    signs: ['"'],
    pattern: new RegExp(
      String.raw`((?:"|\\")name(?:"|\\")\s{0,5}:\s{0,5}(?:"|\\")${name}(?:"|\\")\s{0,5},\s{0,5}(?:"|\\")value(?:"|\\")\s{0,5}:\s{0,5}(?:"|\\"))(?:\\[^"]|[^"\\]){1,8000}`,
      'giu',
    ),
    put: `$1${hidden}`,
  },
  // A part of a multipart body: the value is the line after the blank one.
  {
    signs: ['"'],
    pattern: new RegExp(
      String.raw`(name=\\?"${name}\\?"(?:\r?\n|\\r\\n|\\n)(?:[A-Za-z-]{1,40}:[^\r\n\\]{0,200}(?:\r?\n|\\r\\n|\\n)){0,3}(?:\r?\n|\\r\\n|\\n))[^\r\n\\]{1,8000}`,
      'giu',
    ),
    put: `$1${hidden}`,
  },
  // A field of a form.
  {
    signs: ['="', "='"],
    pattern: new RegExp(String.raw`(name=["']${name}["'][^<>]{0,300}?\bvalue=["'])[^"'<>]{1,8000}`, 'giu'),
    put: `$1${hidden}`,
  },
  {
    signs: ['="', "='"],
    pattern: new RegExp(String.raw`(\bvalue=["'])[^"'<>]{1,8000}(["'][^<>]{0,300}?\bname=["']${name}["'])`, 'giu'),
    put: `$1${hidden}$2`,
  },
  // PHP's var_dump: ["password"]=> string(7) "...".
  {
    signs: ['=>'],
    pattern: new RegExp(String.raw`(${name}["']?\]\s{0,3}=>\s{0,20}string\(\d{1,6}\)\s{0,3}")[^"]{1,8000}`, 'giu'),
    put: `$1${hidden}`,
  },
  // PHP's serialize: s:8:"password";s:7:"...".
  { signs: ['";'], pattern: new RegExp(String.raw`("${name}";s:\d{1,6}:")[^"]{1,8000}`, 'giu'), put: `$1${hidden}` },
  // Encoded for a URL or for HTML.
  {
    signs: ['&', '%'],
    pattern: new RegExp(
      String.raw`(${name}${quote}?(?:%20|\+|\s){0,3}(?:%3D|%3A|&#61;|&#x3D;|[:=])(?:%20|\+|\s){0,3}${quote})(?:(?!${quote})[^\s<>"]){1,8000}`,
      'giu',
    ),
    put: `$1${hidden}`,
  },
  {
    signs: ['%3'],
    pattern: new RegExp(
      String.raw`(${name}(?:%3D|%3A))(?!%2[27])(?:(?!%26|%2[27]|%0[AD]|%3B)[^\s<>"'&]){1,8000}`,
      'giu',
    ),
    put: `$1${hidden}`,
  },
  // The private members of a JSON Web Key. Source: RFC 7518, sections 6.2.2, 6.3.2 and 6.4.
  {
    signs: ['"'],
    pattern: /(\\?"(?:d|p|q|dp|dq|qi|k)\\?"\s{0,5}:\s{0,5}\\?")[A-Za-z0-9_-]{20,8000}/gu,
    put: `$1${hidden}`,
  },
];

const keyEnd = /-----END [A-Z ]{0,40}PRIVATE KEY-----/gu;

/** Longer keys there are none. */
const longestKey = 16_000;
const keyLine = /^\s*[A-Za-z0-9+/]{16,128}={0,2}\s*$/u;
/** The last line is as long as it happens to be. */
const lastKeyLine = /^\s*[A-Za-z0-9+/]{1,128}={0,2}\s*$/u;

/** How many letters at the end of a text are lines of a key. */
const keyTail = (text: string): number => {
  const pieces = text.split(/(\r?\n|\\r\\n|\\n)/u);
  let [length, passed, isLast] = [0, 0, true];
  for (const [index, piece] of [...pieces.entries()].toReversed()) {
    const isBlank = index % 2 === 1 || piece.trim() === '';
    if (!isBlank && !(isLast ? lastKeyLine : keyLine).test(piece)) break;
    isLast &&= isBlank;
    passed += piece.length;
    if (!isBlank) length = passed;
  }
  return length;
};

/** The end of a private key whose beginning was not pasted. */
const withoutKeyTails = (text: string): string => {
  const pieces: string[] = [];
  let done = 0;
  for (const { index } of text.matchAll(keyEnd)) {
    const before = text.slice(Math.max(done, index - longestKey), index);
    pieces.push(text.slice(done, index - keyTail(before)), '[private key hidden]\n');
    done = index;
  }
  return pieces.join('') + text.slice(done);
};

const separators = [',', ';', '\t'] as const;

const isSecretColumn = new RegExp(String.raw`^["']?(?:${secretNames}|secret|token)["']?$`, 'iu');

/** Cells of a line, split at a separator that stands in no quotes. */
const cellsOf = (line: string, separator: string): readonly string[] => {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (const char of line) {
    if (char === '"') quoted = !quoted;
    if (char === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += char;
  }
  return [...cells, cell];
};

/** A row of a table is as long as its head. */
const hideCells = (
  line: string,
  separator: string,
  columns: ReadonlySet<number>,
  width: number,
): string | undefined => {
  const cells = cellsOf(line.replace(/\r$/u, ''), separator);
  if (cells.length !== width) return undefined;
  const kept = cells.map((cell, index) => (columns.has(index) && cell.trim() !== '' ? hidden : cell));
  return kept.join(separator) + (line.endsWith('\r') ? '\r' : '');
};

type Table = { readonly separator: string; readonly columns: ReadonlySet<number>; readonly width: number };

/** A list in a sentence that was broken behind a comma. Whoever writes tables puts no blank behind each comma and a comma at the end. */
const goesOn = /, [^,\r\n]{1,200},\s{0,3}$/u;

const tableAt = (line: string): Table | undefined => {
  if (goesOn.test(line)) return undefined;
  for (const separator of separators) {
    const cells = line.length > 2000 ? [] : cellsOf(line, separator);
    const columns = cells.flatMap((cell, index) => (isSecretColumn.test(cell.trim()) ? [index] : []));
    // A list of words, one a line, is no table.
    if (cells.filter((cell) => cell.trim() !== '').length > 1 && columns.length > 0)
      return { separator, columns: new Set(columns), width: cells.length };
  }
  return undefined;
};

/** A table whose head names a secret: the cells below it. */
const withoutColumns = (text: string): string => {
  let table: Table | undefined;
  return text
    .split('\n')
    .map((line) => {
      const row = table === undefined ? undefined : hideCells(line, table.separator, table.columns, table.width);
      if (row !== undefined) return row;
      table = tableAt(line);
      return line;
    })
    .join('\n');
};

/** The text without the secrets that stand in forms, tables and dumps of machines. Pure, linear. */
export const withoutForms = (text: string): string =>
  withoutColumns(
    forms.reduce(
      (kept, { signs, pattern, put }) =>
        signs.some((sign) => kept.includes(sign)) ? kept.replaceAll(pattern, put) : kept,
      withoutKeyTails(text),
    ),
  );
