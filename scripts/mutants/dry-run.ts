import type { Mutant } from '@stryker-mutator/api/core';
import type { InProcess } from './test-process.ts';

/** A mutant that is met so many times more often than what it stands for runs for ever. */
const hitFactor = 100;

/** A busy machine is no mutant that runs for ever. */
const slowness = 10;
const startMs = 60_000;
const dryRunMs = 3_600_000;

/** What the tests of an area do while no mutant is alive. */
export type DryRun = {
  /** Full titles of the tests that meet a mutant while they run. */
  readonly testsOf: (mutant: Mutant) => readonly string[];
  /** Whether a mutant is met while the sources are loaded, or between two tests. */
  readonly isStatic: (mutant: Mutant) => boolean;
  readonly hitLimit: (mutant: Mutant) => number;
  /** How long some tests are given, or all. */
  readonly withinMs: (tests?: readonly string[]) => number;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export const dryRun = async (inProcess: InProcess): Promise<DryRun> => {
  const { failed, milliseconds, coverage } = (await inProcess((process) => process.ask({}, dryRunMs))) ?? {
    failed: 'their process ended',
    milliseconds: {},
  };
  if (failed !== undefined) throw new Error(`The tests fail by themselves: ${failed}`);
  const { static: atStart = {}, perTest = {} } = coverage ?? {};
  return {
    testsOf: ({ id }) => Object.keys(perTest).filter((test) => perTest[test]?.[id] !== undefined),
    isStatic: ({ id }) => atStart[id] !== undefined,
    hitLimit: ({ id }) => hitFactor * sum([atStart, ...Object.values(perTest)].map((hits) => hits[id] ?? 0)),
    withinMs: (some = Object.keys(milliseconds)) =>
      startMs + slowness * sum(some.map((test) => milliseconds[test] ?? 0)),
  };
};
