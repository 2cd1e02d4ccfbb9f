/** What a text is filled with: `{name}` in the text is replaced by `values.name`. */
export type Filling = Readonly<Record<string, string | number>>;

/** The words of one file of `messages/`, by key. */
type Section = ReadonlyMap<string, string>;

export type Words = {
  /** The text under `key`, filled; undefined where there is none. Throws where a placeholder has no value. */
  readonly find: (file: string, key: string, filling?: Filling) => string | undefined;
  /** As `find`, and throws where there is none: a key that code uses must be there. */
  readonly text: (file: string, key: string, filling?: Filling) => string;
  /** The lines of a Markdown list under `key`. */
  readonly list: (file: string, key: string, filling?: Filling) => string[];
  readonly files: () => string[];
  readonly keys: (file: string) => string[];
};

/** The grammar of the CLI's own `Messages`: a `#` in column one opens a key, whatever stands round it. */
const parseSection = (markdown: string): Section =>
  new Map(
    markdown
      .replaceAll('\r\n', '\n')
      .split(/^#(?!#)[ \t]*/mu)
      .slice(1)
      .map((block) => {
        const [head = '', ...rest] = block.split('\n');
        return [head.trim(), rest.join('\n').trim()] as const;
      }),
  );

const fill = (text: string, filling: Filling, where: string): string =>
  text.replaceAll(/\{([a-z][A-Za-z0-9]*)\}/gu, (_whole, name: string) => {
    const value = filling[name];
    if (value === undefined) throw new Error(`No value for {${name}} in ${where}`);
    return String(value);
  });

const folder = new URL('../../messages/', import.meta.url);

/** An import of `node:fs` makes Node ready all that it exports, streams too: a third of what it takes to import the library. */
const files = (): typeof import('node:fs') => process.getBuiltinModule('node:fs');

/** Reads `messages/<file>.md` when it is first asked for, and keeps it. */
export const loadWords = (from: URL = folder): Words => {
  const sections = new Map<string, Section>();
  const section = (file: string): Section => {
    const seen = sections.get(file);
    if (seen !== undefined) return seen;
    const read = parseSection(files().readFileSync(new URL(`${file}.md`, from), 'utf8'));
    sections.set(file, read);
    return read;
  };
  const find: Words['find'] = (file, key, filling = {}) => {
    const text = section(file).get(key);
    return text === undefined ? undefined : fill(text, filling, `${file}.md: ${key}`);
  };
  const text: Words['text'] = (file, key, filling) => {
    const found = find(file, key, filling);
    if (found === undefined) throw new Error(`No words for ${file}.md: ${key}`);
    return found;
  };
  return {
    find,
    text,
    list: (file, key, filling) =>
      (find(file, key, filling) ?? '')
        .split('\n')
        .map((line) => line.replace(/^\s*(?:-|\*|\d+\.)\s+/u, '').trim())
        .filter((line) => line !== ''),
    files: () =>
      files()
        .readdirSync(from)
        .filter((name) => name.endsWith('.md'))
        .map((name) => name.slice(0, -3))
        .sort(),
    keys: (file) => [...section(file).keys()],
  };
};
