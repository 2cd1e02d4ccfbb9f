import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Messages } from '@salesforce/core';
import type { Plugin } from 'rolldown';

const core = '@salesforce/core';
const base = '@salesforce/sf-plugins-core';

const require = createRequire(import.meta.url);
const baseFolder = path.dirname(require.resolve(base));

/** The narrower exports of the core, each with the names that it has. */
const narrowerExports = (): ReadonlyArray<readonly [string, readonly string[]]> => {
  const manifest = path.join(path.dirname(require.resolve(core)), '..', 'package.json');
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly exports: Record<string, string> };
  return Object.keys(exports)
    .filter((name) => name !== '.' && name !== './testSetup' && !name.endsWith('.json'))
    .map((name) => path.posix.join(core, name))
    .map((from) => [from, Object.keys(require(from) as object)] as const);
};

/** All that the narrower exports have, each name from the first that has it. What the core alone exports is not there, and a build that imports it fails. */
const coreInParts = (): string => {
  const known = new Set<string>();
  return narrowerExports()
    .map(([from, names]) => {
      const fresh = names.filter((name) => /^\w+$/u.test(name) && name !== 'default' && !known.has(name));
      for (const name of fresh) known.add(name);
      return `export { ${fresh.join(', ')} } from '${from}';`;
    })
    .join('\n');
};

/** The messages as the library reads them from its folder, which is not beside our files. */
const messagesOfBase = (): string => {
  Messages.importMessagesDirectory(baseFolder);
  const { messages } = Messages.loadMessages(base, 'messages');
  return `import { Messages } from '${core}/messages';
    export const messages = new Messages('${base}', 'messages', new Map(${JSON.stringify([...messages])}));`;
};

/** What draws tables and asks questions, for methods that no command of ours calls. The tables take as long to load as all of the core. */
const unused = ['@oclif/table', '@inquirer/confirm', '@inquirer/password'];

const notHere = (name: string): string => `const notHere = () => { throw new Error('Not in this bundle: ${name}'); };
  export { notHere as default, notHere as makeTable, notHere as printTable };`;

const written: ReadonlyMap<string, () => string> = new Map([
  [core, coreInParts],
  ['messages-of-base', messagesOfBase],
  ...unused.map((name) => [name, () => notHere(name)] as const),
]);

/** What is put in the place of the library's own words; each must be there. */
const changes: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
  'sfCommand.js': [['SfProject.resolve()', `(await import('${core}/project')).SfProject.resolve()`]],
};

const readsMessages = /^Messages\.importMessages.*\nconst messages = Messages\.loadMessages\(.*\);$/mu;

/** Throws where the library reads its messages, or says what is replaced, in other words than it did. */
const changed = (file: string): string => {
  const own = readFileSync(file, 'utf8').replace(readsMessages, "import { messages } from 'messages-of-base';");
  if (own.includes('Messages.importMessages')) throw new Error(`${file} reads its messages in another way.`);
  return (changes[path.basename(file)] ?? []).reduce((code, [from, to]) => {
    if (!code.includes(from)) throw new Error(`${file} has no ${from} any more.`);
    return code.replace(from, to);
  }, own);
};

/** What is put into our files, not loaded from its package: the base of commands, and the small packages that only it uses. */
export const isOfBase = (from: string, importer: string | undefined): boolean =>
  from === base ||
  written.has(from) ||
  (importer !== undefined && importer.includes('node_modules') && !/^@(?:oclif\/core|salesforce\/core)/u.test(from));

/**
 * Of the CLI's packages a command loads what it uses, where `@salesforce/sf-plugins-core` as a whole loads all of `@salesforce/core`, which logs
 * in and deploys, and a library that draws tables. Its `SfCommand` is put into our files, and what that imports from `@salesforce/core` comes
 * from the narrower exports of that package, which stays where it is: its `Messages`, `Lifecycle` and configuration are the CLI's own.
 */
export const cliPackages: Plugin = {
  name: 'cli-packages',
  resolveId: {
    order: 'pre',
    handler: (from, _importer, { kind }) => {
      // What is asked for while a command runs is wanted whole.
      if (kind === 'dynamic-import' && (from === base || from === core)) return { id: from, external: true };
      if (from === base) return path.join(baseFolder, 'sfCommand.js');
      return written.has(from) ? `\0${from}` : undefined;
    },
  },
  load: {
    handler: (id) => {
      if (id.startsWith('\0')) return written.get(id.slice(1))?.();
      return path.dirname(id) === baseFolder || id.startsWith(path.join(baseFolder, 'ux')) ? changed(id) : undefined;
    },
  },
};
