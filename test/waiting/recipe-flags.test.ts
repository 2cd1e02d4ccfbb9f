import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { recipes, sfCommands } from './recipes.ts';

type Flag = {
  readonly name: string;
  readonly type: 'boolean' | 'option';
  readonly required?: boolean;
  readonly options?: readonly string[];
};
type Command = {
  readonly flags: Readonly<Record<string, Flag>>;
  readonly args: Readonly<Record<string, { readonly required?: boolean }>>;
};

/** Ours, and those of the `sf` CLI that comes with it: what each command of the recipes takes, from the manifest that the CLI itself reads. */
const manifests = [
  'oclif.manifest.json',
  ...['plugin-auth', 'plugin-org', 'plugin-deploy-retrieve', 'plugin-trust'].map(
    (name) => `node_modules/@salesforce/${name}/oclif.manifest.json`,
  ),
  'node_modules/@oclif/plugin-plugins/oclif.manifest.json',
];

const commands: Readonly<Record<string, Command>> = Object.assign(
  {},
  ...manifests.map(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as { commands: Record<string, Command> }).commands,
  ),
) as Record<string, Command>;

/** Blanks between quotes belong to a word. */
const wordsOf = (line: string): readonly string[] => line.match(/(?:"[^"]*"|'[^']*'|\S)+/gu) ?? [];

type Line = { readonly id: string; readonly command: Command; readonly rest: readonly string[] };

/** The longest run of words that names a command, and what stands behind it. */
const parse = (line: string): Line | undefined => {
  const [, ...words] = wordsOf(line);
  for (let count = words.length; count > 0; count -= 1) {
    const id = words.slice(0, count).join(':');
    const command = commands[id];
    if (command !== undefined) return { id, command, rest: words.slice(count) };
  }
  return undefined;
};

/** What is wrong with the flags and arguments of a line; nothing where the CLI would take it. */
const wrongIn = (line: string): readonly string[] => {
  const parsed = parse(line);
  if (parsed === undefined) return [`no such command: ${line}`];
  const { command, rest } = parsed;
  const given = new Set<string>();
  const wrong: string[] = [];
  let plain = 0;
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? '';
    if (!word.startsWith('-')) {
      plain += 1;
      continue;
    }
    const flag = command.flags[word.replace(/^--/u, '')];
    if (flag === undefined) {
      wrong.push(`no such flag: ${word}`);
      continue;
    }
    given.add(flag.name);
    if (flag.type === 'boolean') continue;
    at += 1;
    const value = rest[at];
    if (value === undefined || value.startsWith('-')) wrong.push(`no value for ${word}`);
    else if (flag.options !== undefined && !flag.options.includes(value)) wrong.push(`${word} takes no ${value}`);
  }
  const missing = Object.values(command.flags).filter(({ name, required }) => required === true && !given.has(name));
  wrong.push(...missing.map(({ name }) => `missing: --${name}`));
  // Plugins to install are taken as they come: that command names no argument but the first.
  if (plain > Math.max(Object.keys(command.args).length, 0)) wrong.push(`too many arguments: ${line}`);
  return wrong;
};

describe('the commands of docs/ci.md', () => {
  for (const recipe of recipes())
    it(`${recipe.name}: use commands and flags that there are, ours and those of sf, with the values that they want`, () => {
      const lines = sfCommands(recipe);
      expect(lines).to.not.have.lengthOf(0);
      expect(lines.flatMap(wrongIn)).to.deep.equal([]);
    });

  it('every flag that the page names in its text is one of the check', () => {
    const flags = commands['auth:connectedapp:check']?.flags ?? {};
    const prose = readFileSync('docs/ci.md', 'utf8').replaceAll(/^```.*?^```$/gmsu, '');
    const named = [...prose.matchAll(/`--([a-z-]+)/gu)].map(([, name = '']) => name);
    expect(named).to.include('stable');
    expect(named.filter((name) => flags[name] === undefined)).to.deep.equal([]);
  });

  const mistakes: ReadonlyArray<readonly [string, string]> = [
    ['sf auth connectedapp wait --app x', 'no such command'],
    ['sf auth connectedapp check --app x --await 15', 'no such flag: --await'],
    ['sf auth connectedapp check --app --wait 15', 'no value for --app'],
    ['sf auth connectedapp check --app x --fail-on always', '--fail-on takes no always'],
    ['sf org login jwt --client-id x --jwt-key-file y', 'missing: --username'],
    ['sf org login jwt now --client-id x --jwt-key-file y --username z', 'too many arguments'],
  ];
  for (const [line, text] of mistakes) it(`${line}: ${text}`, () => expect(wrongIn(line).join('\n')).to.include(text));
});
