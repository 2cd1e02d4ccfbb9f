/**
 * Doubles and halves each named number of `src/`, one at a time, and runs the tests that should notice: `npm run proof:constants [-- folder...]`.
 * Ends with 1 where no test stands on one of its sides.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inWorkingCopy } from './copy/working-copy.ts';
import { filesWithNumbers, numbersIn, testsOf } from './constants/numbers.ts';

os.setPriority(10);

const notices = (folder: string, tests: readonly string[]): boolean =>
  spawnSync('mocha', ['--bail', '--reporter', 'dot', ...tests], { cwd: folder }).status !== 0;

/** The source with a number of it multiplied. */
const multiplied = (source: string, { index, 0: whole, groups }: RegExpExecArray, factor: string): string => {
  const { value = '' } = groups ?? {};
  const changed = whole.replace(value, () => `Math.ceil(${factor} * ${value})`);
  return source.slice(0, index) + changed + source.slice(index + whole.length);
};

const count = { seen: 0, open: 0 };

const prove = (name: string, copy: string): void => {
  const tests = testsOf[name];
  if (tests === undefined) throw new Error(`No tests are named for src/${name}.`);
  if (notices(copy, tests)) throw new Error(`The tests of src/${name} fail by themselves.`);
  for (const file of filesWithNumbers(name)) {
    const source = readFileSync(file, 'utf8');
    for (const match of numbersIn(source))
      for (const factor of ['2', '0.5']) {
        writeFileSync(path.join(copy, file), multiplied(source, match, factor));
        count.seen += 1;
        if (notices(copy, tests)) continue;
        count.open += 1;
        console.log(`${file}: ${match[0]} times ${factor} is noticed by no test`);
      }
    writeFileSync(path.join(copy, file), source);
  }
};

const asked = process.argv.slice(2);
await inWorkingCopy('constants', (copy) => {
  for (const name of asked.length === 0 ? Object.keys(testsOf) : asked) prove(name, copy);
});
console.log(`${count.seen - count.open} of ${count.seen} sides of named numbers are held by a test`);
process.exitCode = count.open === 0 ? 0 : 1;
