/**
 * Changes the source in small ways, one at a time, and runs the tests that should notice: `npm run proof:mutants [-- area...]`,
 * `judgement:rank,judge` for some files of an area.
 * Ends with 1 where a mutant survives that scripts/mutants/explained.json does not explain, or where one is explained that does not survive.
 */
import { globSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { areas } from './mutants/areas.ts';
import type { Area } from './mutants/areas.ts';
import { explained, isSame, survivorsOf } from './mutants/survivors.ts';
import type { Survivor } from './mutants/survivors.ts';

// It takes all the time that nobody else wants.
setPriority(10);

const filesIn = ({ mutate }: Area, names: readonly string[]): readonly string[] =>
  names.length === 0
    ? mutate
    : globSync(mutate.filter((glob) => !glob.startsWith('!'))).filter((file) =>
        names.includes(path.basename(file, '.ts')),
      );

const optionsFor = (name: string, mutate: readonly string[]) => ({
  testRunner: 'mocha',
  plugins: ['./scripts/mutants/mocha-runner.ts'],
  mutate: [...mutate],
  ignorePatterns: ['lib', 'docs', 'bench'],
  coverageAnalysis: 'perTest' as const,
  concurrency: Number(process.env.MUTANT_CONCURRENCY ?? 1),
  // A machine that is busy is no mutant that runs for ever.
  timeoutMS: 600_000,
  dryRunTimeoutMinutes: 60,
  incremental: true,
  incrementalFile: `node_modules/.cache/mutants/${name}.json`,
  reporters: ['dots'],
});

const shown = ({ file, line, from, to }: Survivor): string => `${file}:${line}\n  - ${from}\n  + ${to}`;

const test = async (asked: string): Promise<boolean> => {
  const [name = '', some] = asked.split(':');
  const area = areas[name];
  if (area === undefined) throw new Error(`There is no area "${name}", only ${Object.keys(areas).join(', ')}.`);
  process.env.MUTANT_TESTS = area.tests.join(' ');
  const mutants = await new Stryker(optionsFor(name, filesIn(area, some?.split(',') ?? []))).runMutationTest();
  const survivors = survivorsOf(
    mutants.map((mutant) => ({ ...mutant, fileName: path.relative('.', mutant.fileName) })),
  );
  const files = new Set(mutants.map(({ fileName }) => path.relative('.', fileName)));
  const known = explained().filter(({ file }) => files.has(file));
  const open = survivors.filter((one) => !known.some((other) => isSame(one, other)));
  const stale = known.filter((one) => !survivors.some((other) => isSame(one, other)));
  for (const survivor of open) console.log(shown(survivor));
  for (const { file, from, to } of stale) console.log(`${file}: explained, but killed: ${from} -> ${to}`);
  const killed = mutants.length - survivors.length;
  console.log(
    `${asked}: ${killed} of ${mutants.length} mutants killed (${((100 * killed) / mutants.length).toFixed(1)}%), ${survivors.length - open.length} explained, ${open.length} open`,
  );
  return open.length === 0 && stale.length === 0;
};

const asked = process.argv.slice(2);
let ok = true;
for (const name of asked.length === 0 ? Object.keys(areas) : asked) ok = (await test(name)) && ok;
process.exitCode = ok ? 0 : 1;
