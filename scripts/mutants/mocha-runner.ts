import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import type {
  DryRunOptions,
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestResult,
  TestRunner,
} from '@stryker-mutator/api/test-runner';
import { globSync } from 'node:fs';
import path from 'node:path';
import escape from 'escape-string-regexp';
import Mocha from 'mocha';

/** What the mutated sources read: which mutant is alive, and who runs. */
const context = (): InstrumenterContext => {
  const scope = globalThis as { __stryker__?: InstrumenterContext };
  scope.__stryker__ ??= {};
  return scope.__stryker__;
};

const results = (runner: Mocha.Runner): TestResult[] => {
  const tests: TestResult[] = [];
  const told = (test: Mocha.Runnable) => ({
    id: test.fullTitle(),
    name: test.fullTitle(),
    timeSpentMs: test.duration ?? 0,
    ...(test.file === undefined ? {} : { fileName: test.file }),
  });
  runner.on('pass', (test) => tests.push({ ...told(test), status: TestStatus.Success }));
  runner.on('fail', (test, { message }: Error) =>
    tests.push({ ...told(test), status: TestStatus.Failed, failureMessage: message }),
  );
  return tests;
};

/** Lets Stryker run the tests that MUTANT_TESTS names: its own runner does not know the files of this mocha. */
class MochaRunner implements TestRunner {
  readonly #mocha = new Mocha({ reporter: Mocha.reporters.Base, timeout: 0 });
  #loaded = false;

  capabilities() {
    // What Node has imported stays: a mutant in what runs once needs a new process.
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    await import(path.resolve('test/support/properties.ts'));
    this.#mocha.cleanReferencesAfterRun(false);
    for (const file of globSync((process.env.MUTANT_TESTS ?? '').split(' '))) this.#mocha.addFile(path.resolve(file));
    this.#mocha.suite.beforeEach(function () {
      const test = this.currentTest?.fullTitle();
      if (test !== undefined) context().currentTestId = test;
    });
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    const result = await this.#run(disableBail);
    const { mutantCoverage } = context();
    return result.status === DryRunStatus.Complete && mutantCoverage !== undefined
      ? { ...result, mutantCoverage }
      : result;
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, disableBail, hitLimit, mutantActivation } = options;
    if (testFilter !== undefined) this.#mocha.grep(new RegExp(`^(?:${testFilter.map(escape).join('|')})$`, 'u'));
    const limits = hitLimit === undefined ? {} : { hitLimit, hitCount: 0 };
    Object.assign(context(), limits, mutantActivation === 'static' ? { activeMutant: activeMutant.id } : {});
    return toMutantRunResult(await this.#run(disableBail, activeMutant.id));
  }

  async #run(disableBail: boolean, mutant?: string): Promise<DryRunResult> {
    try {
      if (!this.#loaded) await this.#mocha.loadFilesAsync();
      this.#loaded = true;
      Object.assign(context(), { activeMutant: mutant });
      this.#mocha.bail(!disableBail);
      const tests = await new Promise<TestResult[]>((resolve) => {
        const runner: Mocha.Runner = this.#mocha.run(() => resolve(seen));
        const seen = results(runner);
      });
      const { hitCount, hitLimit } = context();
      return determineHitLimitReached(hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests };
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error) };
    }
  }

  dispose(): Promise<void> {
    this.#mocha.dispose();
    return Promise.resolve();
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'mocha', () => new MochaRunner())];
