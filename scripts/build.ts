/**
 * `npm run build`: writes `lib/`. What a program or the CLI loads is a few prepared files: finding, reading and compiling many hundred took
 * most of the time of a start. The types stay as they are in the sources.
 */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { rolldown } from 'rolldown';

/** What is loaded by its path: the exports of the package, and what oclif looks for. */
const entries = ['src/index.ts', 'src/recognize.ts', 'src/output/help.ts', ...globSync('src/{commands,hooks}/**/*.ts')];

const nameOf = (file: string): string => file.replaceAll('\\', '/').replaceAll(/^src\/|\.ts$/gu, '');

const isPackage = (from: string): boolean => /^[@a-z]/u.test(from);

const writeCode = async (): Promise<void> => {
  const bundle = await rolldown({
    input: Object.fromEntries(entries.map((file) => [nameOf(file), file])),
    platform: 'node',
    external: isPackage,
  });
  await bundle.write({
    dir: 'lib',
    entryFileNames: '[name].js',
    // As deep as the sources: `messages/` is found from there.
    chunkFileNames: 'chunks/[name].js',
    comments: false,
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
