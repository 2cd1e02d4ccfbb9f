import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { noticesFile } from '../build/notices.ts';
import { behind } from './behind.ts';

type Manifest = Readonly<Record<string, unknown>> & {
  readonly exports: Readonly<Record<string, { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
};

/** What both packages say of themselves. */
const shared = ['version', 'license', 'author', 'type', 'engines', 'exports', 'types'] as const;

const name = 'sf-plugin-auth-doctor-engine';
const description = 'Why was this Salesforce login refused: try again, page the admin, or stop. For Node programs.';

/** Words of commands: nobody runs one here. */
const isOfCommand = (file: string): boolean => file.startsWith('auth.');

/** The page for programs from its first example on, under the engine's own name; what it links to is not in the package. */
const pageOf = (page: string): string => {
  const text = page
    .slice(page.indexOf('```ts'))
    .replaceAll(/sf-plugin-auth-doctor(?!-engine)/gu, name)
    .replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]+\)/gu, '$1');
  return `# ${name}\n\n${description}\n\n${text}`;
};

/**
 * Writes the package of the engine alone into a folder, from what was built: the files behind what the plugin exports to programs, the words
 * that they speak, and of its dependencies those that they import.
 */
export const writeEnginePackage = (folder: string): void => {
  const plugin = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const entries = Object.values(plugin.exports).flatMap((entry) => [entry.default, entry.types]);
  const { files, packages } = behind(entries.map((entry) => path.normalize(entry)));
  const words = readdirSync('messages').filter((file) => !isOfCommand(file));
  const terms = ['LICENSE.txt', path.join('lib', noticesFile)];
  for (const file of [...files, ...terms, ...words.map((file) => path.join('messages', file))]) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(file, target);
  }
  writeFileSync(path.join(folder, 'README.md'), pageOf(readFileSync('docs/library.md', 'utf8')));
  const manifest = {
    name,
    description,
    ...Object.fromEntries(shared.map((key) => [key, plugin[key]])),
    files: ['/lib', '/messages', '/LICENSE.txt'],
    dependencies: Object.fromEntries(Object.entries(plugin.dependencies).filter(([one]) => packages.has(one))),
  };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
};
