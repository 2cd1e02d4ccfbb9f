/**
 * Doubles and halves each named number of `src/`, one at a time, and runs the tests that should notice: `npm run proof:constants [-- folder...]`.
 * Ends with 1 where no test stands on one of its sides.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesWithNumbers, numbersIn, testsOf } from './constants/numbers.ts';

const copy = mkdtempSync(path.join(os.tmpdir(), 'constants-'));
for (const file of execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' }).split('\0').filter(Boolean))
  cpSync(file, path.join(copy, file));
// What is prepared is no source: a test that loads the package by its name has it as it is.
for (const folder of ['node_modules', 'lib']) symlinkSync(path.resolve(folder), path.join(copy, folder));
os.setPriority(10);

const notices = (tests: readonly string[]): boolean =>
  spawnSync('mocha', ['--bail', '--reporter', 'dot', ...tests], { cwd: copy }).status !== 0;

/** The sides of a number on which no test stands. */
const openSides = (
  file: string,
  source: string,
  { index, 0: whole, groups }: RegExpExecArray,
  tests: readonly string[],
) =>
  ['2', '0.5'].filter((factor) => {
    const { value = '' } = groups ?? {};
    const changed = whole.replace(value, () => `Math.ceil(${factor} * ${value})`);
    writeFileSync(path.join(copy, file), source.slice(0, index) + changed + source.slice(index + whole.length));
    return !notices(tests);
  });

let open = 0;
let seen = 0;
const asked = process.argv.slice(2);
for (const folder of asked.length === 0 ? Object.keys(testsOf) : asked) {
  const tests = testsOf[folder];
  if (tests === undefined) throw new Error(`No tests are named for src/${folder}.`);
  if (notices(tests)) throw new Error(`The tests of src/${folder} fail by themselves.`);
  for (const file of filesWithNumbers(folder)) {
    const source = readFileSync(file, 'utf8');
    for (const match of numbersIn(source)) {
      const sides = openSides(file, source, match, tests);
      seen += 2;
      open += sides.length;
      for (const factor of sides) console.log(`${file}: ${match[0]} times ${factor} is noticed by no test`);
    }
    writeFileSync(path.join(copy, file), source);
  }
}
rmSync(copy, { recursive: true });
console.log(`${seen - open} of ${seen} sides of named numbers are held by a test`);
process.exitCode = open === 0 ? 0 : 1;
