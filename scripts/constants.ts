/**
 * Doubles and halves each named number of `src/`, one at a time, and runs the tests that should notice: `npm run proof:constants [-- folder...]`.
 * Ends with 1 where no test stands on one of its sides, and scripts/mutants/explained.json does not say why.
 */
import os from 'node:os';
import { inWorkingCopy } from './copy/working-copy.ts';
import { filesWithNumbers, testsOf } from './constants/numbers.ts';
import { withSides } from './constants/sides.ts';
import { dryRun } from './mutants/dry-run.ts';
import { instrument } from './mutants/instrument.ts';
import { survivorsOf, tried } from './mutants/survivors.ts';
import { askingTests } from './mutants/test-process.ts';
import { trials } from './mutants/try-mutants.ts';

os.setPriority(5);

const count = { seen: 0, open: 0 };

const prove = async (name: string): Promise<void> => {
  const tests = testsOf[name];
  if (tests === undefined) throw new Error(`No tests are named for src/${name}.`);
  await inWorkingCopy('constants', async (copy) => {
    const files = filesWithNumbers(name);
    const sides = files.flatMap((file) => withSides(copy, file));
    // The mutants of the same files stay asleep: they tell which tests run through these.
    const others = await instrument(copy, files);
    await askingTests(copy, tests, async (ask) => {
      const trial = trials(await dryRun([...others, ...sides], ask), ask);
      for (const side of sides) {
        const one = tried(side, await trial(side));
        count.seen += 1;
        if (survivorsOf([one]).open.length === 0) continue;
        count.open += 1;
        console.log(`${one.file}: ${one.to} is noticed by no test`);
      }
    });
  });
};

const asked = process.argv.slice(2);
for (const name of asked.length === 0 ? Object.keys(testsOf) : asked) await prove(name);
console.log(`${count.seen - count.open} of ${count.seen} sides of named numbers are held by a test, or explained`);
process.exitCode = count.open === 0 ? 0 : 1;
