import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { dryRun } from '../../../scripts/mutants/dry-run.ts';
import { instrument } from '../../../scripts/mutants/instrument.ts';
import { tried } from '../../../scripts/mutants/survivors.ts';
import { askingTests } from '../../../scripts/mutants/test-process.ts';
import { trials } from '../../../scripts/mutants/try-mutants.ts';

const source = `
const doors: readonly string[] = ['front'];
let kept: number | undefined;

export const isDoor = (name: string): boolean => doors.includes(name);
export const isOld = (age: number): boolean => age >= 18;
export const sum = (): number => (kept ??= 5 + 1);
export const product = (one: number, other: number): number => one * other;
export const unmet = (age: number): boolean => !(age > 3);
export const left = (from: number): number => {
  while (from > 0) from -= 1;
  return from;
};
`;

const tests = `
import assert from 'node:assert';
import { isDoor, isOld, left, product, sum } from '../src/house.ts';

describe('house', () => {
  it('has a door', () => assert.equal(isDoor('front'), true));
  it('has no window', () => assert.equal(isDoor('window'), false));
  it('is for the old', () => assert.deepEqual([17, 18, 19].map(isOld), [false, true, true]));
  it('adds', () => assert.equal(sum(), 6));
  it('multiplies by one', () => assert.equal(product(7, 1), 7));
  it('counts down', () => assert.equal(left(2), 0));
});
`;

const put = (folder: string, name: string, content: string): void => {
  mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};

describe('mutants of a file', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'mutants-tried-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are killed where a test tells them apart: when they run, when they are loaded, when what they said is kept', async () => {
    put(folder, '.mocharc.json', '{ "timeout": 60000 }');
    put(folder, 'src/house.ts', source);
    put(folder, 'test/house.test.ts', tests);
    put(folder, 'test/broken.test.ts', "throw new Error('is left out');");
    const mutants = await instrument(folder, ['src/*.ts']);
    const statuses: string[] = [];
    await askingTests(folder, ['test/*.ts', '!test/broken.test.ts'], async (ask) => {
      const trial = trials(await dryRun(mutants, ask), ask);
      for (const mutant of mutants) {
        const { from, to, status } = tried(mutant, await trial(mutant));
        statuses.push(`${from} -> ${to}: ${status}`);
      }
    });
    expect(statuses).to.include.members([
      `['front'] -> []: Killed`,
      'age >= 18 -> age > 18: Killed',
      '5 + 1 -> 5 - 1: Killed',
      'from -= 1 -> from += 1: Killed',
      'age > 3 -> age >= 3: NoCoverage',
    ]);
    // A function stands in for nothing as soon as its file is loaded: all tests meet it.
    expect(statuses.filter((one) => one.endsWith('Survived'))).to.have.members([
      'one * other -> one / other: Survived',
      '(age: number): boolean => !(age > 3) -> () => undefined: Survived',
    ]);
  });
});
