import type { Mutant } from '@stryker-mutator/api/core';
import type { DryRun } from './dry-run.ts';
import type { Answer } from './protocol.ts';
import type { InProcess } from './test-process.ts';

export type Status = 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage';

/** So many mutants share a process at most. */
const batchSize = 100;

const statusOf = (answer: Answer | undefined): Status => {
  if (answer === undefined) return 'Timeout';
  return answer.failed === undefined ? 'Survived' : 'Killed';
};

/** Tries each mutant by the tests that meet it, and tells what became of it. */
export const tryMutants = async <M extends Mutant>(
  mutants: readonly M[],
  dry: DryRun,
  inProcess: InProcess,
  tell: (mutant: M, status: Status) => void,
): Promise<void> => {
  const alone = async (mutant: Mutant): Promise<Status> => {
    const tests = dry.isStatic(mutant) ? {} : { tests: dry.testsOf(mutant) };
    const question = { mutant: mutant.id, isFromTheStart: true, hitLimit: dry.hitLimit(mutant), ...tests };
    return statusOf(await inProcess((process) => process.ask(question, dry.withinMs(tests.tests))));
  };

  /** One after another in one process, until one hangs it; sound where the tests still hold afterwards with no mutant alive. */
  const together = (some: readonly M[]) =>
    inProcess(async (process) => {
      const statuses = new Map<M, Status>();
      const asked = new Set<string>();
      for (const mutant of some) {
        const tests = dry.testsOf(mutant);
        for (const test of tests) asked.add(test);
        const question = { mutant: mutant.id, tests, hitLimit: dry.hitLimit(mutant) };
        const status = statusOf(await process.ask(question, dry.withinMs(tests)));
        statuses.set(mutant, status);
        if (status === 'Timeout') return { statuses, isSound: false };
      }
      const after = await process.ask({ tests: [...asked] }, dry.withinMs([...asked]));
      return { statuses, isSound: statusOf(after) === 'Survived' };
    });

  let left = mutants.filter((mutant) => dry.testsOf(mutant).length > 0);
  while (left.length > 0) {
    const { statuses, isSound } = await together(left.slice(0, batchSize));
    left = left.slice(statuses.size);
    // What a process keeps may hide a mutant, or fail the tests of the next: such are asked again in a process of their own.
    for (const [mutant, status] of statuses)
      tell(mutant, status === 'Timeout' || (status === 'Killed' && isSound) ? status : await alone(mutant));
  }
  for (const mutant of mutants.filter((one) => dry.testsOf(one).length === 0))
    tell(mutant, dry.isStatic(mutant) ? await alone(mutant) : 'NoCoverage');
};
