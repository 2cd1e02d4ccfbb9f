import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { loadWords } from '../../src/words/index.ts';
import { root } from '../support/cli.ts';
import { linesOf } from '../support/printed-lines.ts';

type Flag = { readonly type: 'boolean' | 'option'; readonly char?: string; readonly options?: readonly string[] };
type Command = {
  readonly id: string;
  readonly aliases?: readonly string[];
  readonly flags: Readonly<Record<string, Flag>>;
};
type Manifest = { readonly commands: Readonly<Record<string, Command>> };

const manifest = (file: string): readonly Command[] =>
  Object.values((JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Manifest).commands);

/** Every command of the installed `sf`, and our own. */
const commands = (): ReadonlyMap<string, Command> => {
  const cli = JSON.parse(readFileSync(path.join(root, 'node_modules/@salesforce/cli/package.json'), 'utf8')) as {
    readonly oclif: { readonly plugins: readonly string[] };
  };
  const files = cli.oclif.plugins.map((plugin) => `node_modules/${plugin}/oclif.manifest.json`);
  const all = [...files, 'oclif.manifest.json'].flatMap(manifest);
  return new Map(all.map((command) => [command.id.replaceAll(':', ' '), command]));
};

/** The words of a command line as a shell would part them; a placeholder `<...>` or `{...}` is one word. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:"[^"]*"|'[^']*'|\\'|<[^<>]*>|\{[a-zA-Z]+\}|[^\s"'<{])+/gu)].map(([word]) => word);

/** A command line up to a pipe, a redirection or a comment. */
const alone = (line: string): string => line.split(/\s(?:\||#|2>|>|&&)\s?/u)[0] ?? line;

/** The longest run of words that is a command; what follows are its arguments and flags. */
const commandIn = (words: readonly string[], known: ReadonlyMap<string, Command>): number => {
  const end = words.findIndex((word) => /^[-<{]/u.test(word));
  const names = end === -1 ? words : words.slice(0, end);
  return names.findLastIndex((_, index) => known.has(names.slice(0, index + 1).join(' '))) + 1;
};

const isFlag = (word: string): boolean => /^-{1,2}[a-z]/u.test(word);

/** Every command has it, and no manifest tells. */
const help: Flag = { type: 'boolean' };

const flagOf = (word: string, { flags }: Command): Flag | undefined => {
  const name = word.replace(/^-+/u, '').split('=')[0] ?? '';
  if (word === '--help') return help;
  return word.startsWith('--') ? flags[name] : Object.values(flags).find(({ char }) => char === name);
};

const faultOfFlag = (word: string, next: string | undefined, flag: Flag | undefined): string | undefined => {
  if (flag === undefined) return `no flag ${word}`;
  if (flag.type === 'boolean') return undefined;
  const value = word.split('=')[1] ?? next;
  if (value === undefined || isFlag(value)) return `no value for ${word}`;
  const isOpen = flag.options === undefined || /^[<{"$]/u.test(value);
  return isOpen || flag.options.includes(value) ? undefined : `${word} takes no ${value}`;
};

/** What is wrong with a command line: no such command, no such flag, a flag without its value, a value that there is not. */
const faultOf = (line: string, known: ReadonlyMap<string, Command>): string | undefined => {
  const [, ...words] = wordsOf(alone(line));
  const length = commandIn(words, known);
  const command = known.get(words.slice(0, length).join(' '));
  if (command === undefined) return 'no such command';
  const rest = words.slice(length);
  return rest
    .map((word, index) => (isFlag(word) ? faultOfFlag(word, rest[index + 1], flagOf(word, command)) : undefined))
    .find((fault) => fault !== undefined);
};

/** As they are printed: with the flag that names the integration's own app, and without. */
const printed = (line: string): readonly string[] => [
  line.replaceAll('{ownApp}', ''),
  line.replaceAll('{ownApp}', ' --client-id 3MVG9'),
];

const texts = (): ReadonlyArray<readonly [string, string]> =>
  ['messages', 'docs', 'docs/causes', '.'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => [path.join(folder, name), readFileSync(path.join(root, folder, name), 'utf8')] as const),
  );

/** Named because the CLI has it no more. */
const gone: ReadonlySet<string> = new Set(['sf org login device']);

describe('every command that is printed can be run', () => {
  const known = commands();

  it('the check itself tells a wrong command, a wrong flag and a missing value', () => {
    expect(faultOf('sf org login webb --alias x', known)).to.equal('no such command');
    expect(faultOf('sf org login web --clientid x', known)).to.equal('no flag --clientid');
    expect(faultOf('sf org login web --alias', known)).to.equal('no value for --alias');
    expect(faultOf('sf org login web --browser lynx', known)).to.equal('--browser takes no lynx');
    expect(faultOf('sf org login web -x y', known)).to.equal('no flag -x');
    expect(faultOf('sf auth explain user-frozen --json | less', known)).to.equal(undefined);
    expect(faultOf("sf auth explain 'it hasn'\\''t --flag' --json", known)).to.equal(undefined);
  });

  it('commands and flags are those of the real sf and of this plugin', () => {
    const faults = texts().flatMap(([file, text]) =>
      linesOf(text)
        .filter((line) => line.startsWith('sf ') && !gone.has(line))
        .flatMap((line) =>
          printed(line).flatMap((one) => {
            const fault = faultOf(one, known);
            return fault === undefined ? [] : [`${file}: ${one}: ${fault}`];
          }),
        ),
    );
    expect(faults).to.deep.equal([]);
  });

  it('a remedy names the org that it works on, and a new login the host', () => {
    const words = loadWords();
    for (const file of words.files().filter((name) => name.startsWith('cause.')))
      for (const key of words.keys(file).filter((name) => name.endsWith('.command'))) {
        const line = readFileSync(path.join(root, `messages/${file}.md`), 'utf8')
          .split(`# ${key}\n`)[1]
          ?.split('\n')[0];
        if (line?.startsWith('sf ') !== true || line === 'sf update') continue;
        if (line.startsWith('sf org login')) expect(line, file).to.include('--instance-url {loginUrl}');
        else expect(line, file).to.match(/ --target-org \{(?:targetOrg|login)\}/u);
      }
  });
});
