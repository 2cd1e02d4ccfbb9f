/**
 * `npm run build`: writes `lib/`. What a program or the CLI loads is a few prepared files: finding, reading and compiling many hundred took
 * most of the time of a start. The types stay as they are in the sources.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { rolldown } from 'rolldown';
import type { InputOptions, Plugin } from 'rolldown';
import { books } from '../src/recognition/books.ts';
import { cliPackages, isOfBase } from './build/cli-packages.ts';
import { notices } from './build/notices.ts';

/** What is loaded by its path: the exports of the package, and what oclif looks for. */
const entries = ['src/index.ts', 'src/recognize.ts', 'src/output/help.ts', ...globSync('src/{commands,hooks}/**/*.ts')];

const nameOf = (file: string): string => file.replaceAll('\\', '/').replaceAll(/^src\/|\.ts$/gu, '');

/** All that the library imports: to find and wrap these two takes longer than to compile them. */
const small = ['fastest-levenshtein', 'ipaddr.js'];

const isPackage = (from: string, importer: string | undefined): boolean =>
  /^[@a-z]/u.test(from) && !small.includes(from) && !isOfBase(from, importer);

/** The books of wordings as a text: it is passed over when the library is imported, where code would be compiled. */
const booksAsText: Plugin = {
  name: 'books-as-text',
  load: {
    filter: { id: /[/\\]src[/\\]recognition[/\\]books\.ts$/u },
    handler: () => {
      const text = JSON.stringify(books());
      if (!isDeepStrictEqual(JSON.parse(text), books()))
        throw new Error('The books hold something that JSON does not.');
      return [
        "import { once } from './reading/once.ts';",
        `export const books = once(() => JSON.parse(${JSON.stringify(text)}));`,
      ].join('\n');
    },
  },
};

const common: InputOptions = {
  platform: 'node',
  external: isPackage,
  plugins: [booksAsText, cliPackages],
  // No package is loaded for what it does when it is loaded.
  treeshake: { moduleSideEffects: [{ external: true, sideEffects: false }] },
};

/** The files that the library is made of: every command needs most of them, too. */
const engineFiles = async (): Promise<ReadonlySet<string>> => {
  const bundle = await rolldown({ ...common, input: 'src/index.ts' });
  const { output } = await bundle.generate();
  await bundle.close();
  return new Set(output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])));
};

const writeCode = async (): Promise<void> => {
  const engine = await engineFiles();
  const bundle = await rolldown({
    ...common,
    input: Object.fromEntries(entries.map((file) => [nameOf(file), file])),
    plugins: [common.plugins, notices],
  });
  await bundle.write({
    dir: 'lib',
    entryFileNames: '[name].js',
    // As deep as the sources: `messages/` is found from there.
    chunkFileNames: 'chunks/[name].js',
    comments: false,
    codeSplitting: {
      groups: [{ name: 'engine', test: (id) => engine.has(id) }],
    },
  });
  await bundle.close();
};

/** Whether the compiler accepts the sources. What it says goes to stderr. */
const writeTypes = (): boolean => {
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'];
  return spawnSync(process.execPath, compiler, { stdio: ['ignore', 2, 2] }).status === 0;
};

if (writeTypes()) await writeCode();
else process.exitCode = 1;
