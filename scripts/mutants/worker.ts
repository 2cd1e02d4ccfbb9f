/** Runs the tests that its arguments name, in the instrumented copy, once for each question that test-process.ts puts. */
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import escape from 'escape-string-regexp';
import Mocha from 'mocha';
import { mochaHooks } from '../../test/support/patience.ts';
import '../../test/support/properties.ts';
import { filesOf } from './areas.ts';
import { generationsBelow } from './generations.ts';
import type { Answer, Question } from './protocol.ts';

/** What the mutated sources read: which mutant is alive, and who runs. */
const context: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: context });

const generations = generationsBelow(process.cwd());
const files = filesOf(process.cwd(), process.argv.slice(2));
const filesWith = new Map<string, Set<string>>();

const rememberFiles = (suite: Mocha.Suite): void => {
  for (const test of suite.tests) {
    const known = filesWith.get(test.fullTitle()) ?? new Set();
    filesWith.set(test.fullTitle(), known.add(test.file ?? ''));
  }
  for (const inner of suite.suites) rememberFiles(inner);
};

/** The tests of one generation of the sources, loaded file by file as they are asked for. */
const suites = () => {
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
  const loaded = new Set<string>();
  return {
    mocha,
    load: async (wanted: Iterable<string>): Promise<void> => {
      for (const file of wanted) {
        if (loaded.has(file)) continue;
        loaded.add(file);
        mocha.suite.emit('pre-require', globalThis, file, mocha);
        await import(pathToFileURL(path.resolve(file)).href);
      }
    },
  };
};

let current = suites();

const run = ({ mocha }: typeof current): Promise<Answer> =>
  new Promise((resolve) => {
    const milliseconds: Record<string, number> = {};
    let failed: Answer['failed'];
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
    runner.on('fail', (test, { message }: Error) => {
      failed ??= { test: (test.ctx?.currentTest ?? test).fullTitle(), how: message };
    });
  });

const alive = (mutant: string | undefined, hitLimit: number | undefined): void => {
  delete context.activeMutant;
  Object.assign(context, mutant === undefined ? {} : { activeMutant: mutant }, { hitCount: 0, hitLimit });
};

/** Which file has which test, only the files tell. */
const learnFiles = async (): Promise<void> => {
  await current.load(files);
  rememberFiles(current.mocha.suite);
};

const answer = async ({ mutant, isFresh, isFromTheStart, tests, hitLimit }: Question): Promise<Answer> => {
  if (filesWith.size === 0) await learnFiles();
  if (isFresh === true) {
    generations.next();
    current = suites();
  }
  alive(isFromTheStart === true ? mutant : undefined, hitLimit);
  await current.load(tests?.flatMap((test) => [...(filesWith.get(test) ?? [])]) ?? files);
  alive(mutant, hitLimit);
  current.mocha.grep(tests === undefined ? /^/u : new RegExp(`^(?:${tests.map(escape).join('|')})$`, 'u'));
  current.mocha.bail(mutant !== undefined);
  return run(current);
};

process.on('message', (question: Question) => {
  answer(question).then(
    (told) => process.send?.(told),
    (error: unknown) => process.send?.({ failed: { test: '', how: String(error) }, milliseconds: {} } satisfies Answer),
  );
});
process.on('disconnect', () => process.exit());
