/** Runs the tests that its arguments name, in the instrumented copy, once for each question that test-process.ts puts. */
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { globSync } from 'node:fs';
import path from 'node:path';
import escape from 'escape-string-regexp';
import Mocha from 'mocha';
import { mochaHooks } from '../../test/support/patience.ts';
import '../../test/support/properties.ts';
import type { Answer, Question } from './protocol.ts';

/** What the mutated sources read: which mutant is alive, and who runs. */
const context: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: context });

const mocha = new Mocha({ reporter: Mocha.reporters.Base, timeout: 0 });
mocha.cleanReferencesAfterRun(false);
mocha.rootHooks({
  beforeEach(this: Mocha.Context) {
    mochaHooks.beforeEach.call(this);
    const test = this.currentTest?.fullTitle();
    if (test !== undefined) context.currentTestId = test;
  },
  // What runs between two tests is of neither.
  afterEach() {
    delete context.currentTestId;
  },
});
for (const file of globSync(process.argv.slice(2)).toSorted()) mocha.addFile(path.resolve(file));

let loaded: Promise<void> | undefined;
const load = (): Promise<void> => (loaded ??= mocha.loadFilesAsync());

const run = (): Promise<Answer> =>
  new Promise((resolve) => {
    const milliseconds: Record<string, number> = {};
    let failed: string | undefined;
    const runner = mocha.run(() =>
      resolve({
        milliseconds,
        ...(failed === undefined ? {} : { failed }),
        ...(context.mutantCoverage === undefined ? {} : { coverage: context.mutantCoverage }),
      }),
    );
    runner.on('test end', (test) => {
      const title = test.fullTitle();
      milliseconds[title] = (milliseconds[title] ?? 0) + (test.duration ?? 0);
    });
    runner.on('fail', (test, { message }: Error) => (failed ??= `${test.fullTitle()}: ${message}`));
  });

const answer = async ({ mutant, isFromTheStart = false, tests, hitLimit }: Question): Promise<Answer> => {
  if (!isFromTheStart) await load();
  delete context.activeMutant;
  Object.assign(context, mutant === undefined ? {} : { activeMutant: mutant }, { hitCount: 0, hitLimit });
  await load();
  mocha.grep(tests === undefined ? /^/u : new RegExp(`^(?:${tests.map(escape).join('|')})$`, 'u'));
  mocha.bail(mutant !== undefined);
  return run();
};

process.on('message', (question: Question) => {
  answer(question).then(
    (told) => process.send?.(told),
    (error: unknown) => process.send?.({ failed: String(error), milliseconds: {} } satisfies Answer),
  );
});
process.on('disconnect', () => process.exit());
