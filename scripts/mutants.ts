/**
 * Changes the source in small ways, one at a time, and runs the tests that should notice:
 * `npm run proof:mutants [-- area...] [--sample count] [--seed number] [--at file[:line]]`.
 * Ends with 1 where a mutant survives that scripts/mutants/explained.json does not explain, or where one is explained that does not survive.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { inWorkingCopy } from './copy/working-copy.ts';
import { areas } from './mutants/areas.ts';
import { dryRun } from './mutants/dry-run.ts';
import { instrument } from './mutants/instrument.ts';
import type { Placed } from './mutants/instrument.ts';
import { survivorsOf, tried } from './mutants/survivors.ts';
import type { Tried } from './mutants/survivors.ts';
import { askingTests } from './mutants/test-process.ts';
import { trials } from './mutants/try-mutants.ts';

// It takes all the time that nobody else wants.
setPriority(10);

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' }, at: { type: 'string' } },
});

const isAt = ({ fileName, location }: Placed): boolean => {
  const [file, line] = flags.at?.split(':') ?? [];
  return (file ?? fileName) === fileName && (line === undefined || Number(line) === location.start.line + 1);
};

const sampleOf = (mutants: readonly Placed[]): readonly Placed[] => {
  const size = Math.min(Number(flags.sample ?? mutants.length), mutants.length);
  const some = fc.shuffledSubarray([...mutants], { minLength: size, maxLength: size });
  return fc.sample(some, { seed: Number(flags.seed), numRuns: 1 }).flat();
};

const shown = ({ file, line, from, to, status }: Tried): string =>
  `${file}:${line}${status === 'NoCoverage' ? ' (no test meets it)' : ''}\n  - ${from}\n  + ${to}`;

const counted = (mutants: readonly Tried[], status: Tried['status']): number =>
  mutants.filter((one) => one.status === status).length;

const prove = async (name: string): Promise<boolean> => {
  const area = areas[name];
  if (area === undefined) throw new Error(`There is no area "${name}", only ${Object.keys(areas).join(', ')}.`);
  const done: Tried[] = [];
  const all = await inWorkingCopy('mutants', async (folder) => {
    const mutants = await instrument(folder, area.mutate);
    await askingTests(folder, area.tests, async (ask) => {
      const tryOne = trials(await dryRun(mutants, ask), ask);
      for (const mutant of sampleOf(mutants.filter(isAt))) {
        const one = tried(mutant, await tryOne(mutant));
        done.push(one);
        if (survivorsOf([one]).open.length > 0) console.log(shown(one));
      }
    });
    return mutants.length;
  });
  const { open: left, explained, stale } = survivorsOf(done);
  for (const { file, from, to } of stale) console.log(`${file}: explained, but killed: ${from} -> ${to}`);
  mkdirSync('node_modules/.cache/mutants', { recursive: true });
  writeFileSync(`node_modules/.cache/mutants/${name}.json`, JSON.stringify(done, null, 2));
  console.log(
    `${name}: ${done.length} of ${all} mutants tried: ${counted(done, 'Killed')} killed, ${counted(done, 'Timeout')} hung, ${explained.length} explained, ${left.length} open, of which no test meets ${counted(left, 'NoCoverage')}`,
  );
  return left.length === 0 && stale.length === 0;
};

let ok = true;
for (const name of positionals.length === 0 ? Object.keys(areas) : positionals) ok = (await prove(name)) && ok;
process.exitCode = ok ? 0 : 1;
