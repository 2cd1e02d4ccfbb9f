import type { Mutant } from '@stryker-mutator/api/core';
import type { DryRun } from './dry-run.ts';
import type { Ask } from './protocol.ts';

export type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage';

/** Tries mutants one after another, each by the tests that may notice it. */
export const trials = (dry: DryRun, ask: Ask): ((mutant: Mutant) => Promise<Status>) => {
  /** Something may be kept that a mutant left behind. */
  let isSpoilt = false;

  /** A test kills only if it passes as soon as the mutant is gone. */
  const passesWithout = async (test: string, isFresh: boolean): Promise<boolean> => {
    const told = await ask({ tests: [test], isFresh }, dry.withinMs([test]));
    isSpoilt = told?.failed !== undefined;
    return told?.failed === undefined;
  };

  const tried = async (mutant: Mutant, isFromTheStart: boolean): Promise<Status> => {
    let isFresh = isFromTheStart || isSpoilt;
    for (const tests of dry.rounds(mutant)) {
      const question = { mutant: mutant.id, isFromTheStart, isFresh, tests, hitLimit: dry.hitLimit(mutant) };
      const told = await ask(question, dry.withinMs(tests));
      isSpoilt = isFromTheStart || told === undefined;
      if (told === undefined) return 'Timeout';
      if (told.failed !== undefined)
        return (await passesWithout(told.failed.test, isFromTheStart)) ? 'Killed' : 'Survived';
      isFresh = false;
    }
    return 'Survived';
  };

  return async (mutant) => {
    if (dry.rounds(mutant).length === 0) return 'NoCoverage';
    const status = dry.isStatic(mutant) ? 'Survived' : await tried(mutant, false);
    // What was kept from before may hide a mutant, or fail a test in its stead.
    return status === 'Survived' ? await tried(mutant, true) : status;
  };
};
