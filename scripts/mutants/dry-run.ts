import type { Mutant } from '@stryker-mutator/api/core';
import type { Ask } from './protocol.ts';

/** A mutant that is met so many times more often than what it stands for runs for ever. */
const hitFactor = 100;

/** A busy machine is no mutant that runs for ever. */
const slowness = 10;
const startMs = 60_000;
const dryRunMs = 3_600_000;

/** What the tests of the first round take together: most mutants need no more. */
const firstRoundMs = 500;

/** What the tests of an area do while no mutant is alive. */
export type DryRun = {
  /** Whether a mutant is met while the sources are loaded, or between two tests: any test may be one that notices it. */
  readonly isStatic: (mutant: Mutant) => boolean;
  readonly hitLimit: (mutant: Mutant) => number;
  /** The tests that may notice a mutant: quick ones that run through its file first, then the others. */
  readonly rounds: (mutant: Mutant) => ReadonlyArray<readonly string[]>;
  /** How long some tests are given. */
  readonly withinMs: (tests: readonly string[]) => number;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Takes from the front what takes no longer together. */
const within = (ms: number, tests: readonly string[], timeOf: (test: string) => number): readonly string[] => {
  let spentMs = 0;
  return tests.filter((test) => (spentMs += timeOf(test)) <= ms);
};

export const dryRun = async (mutants: readonly Mutant[], ask: Ask): Promise<DryRun> => {
  const {
    failed,
    milliseconds = {},
    coverage,
  } = (await ask({}, dryRunMs)) ?? { failed: { test: 'all', how: 'their process ended' } };
  if (failed !== undefined) throw new Error(`The tests fail by themselves: ${failed.test}: ${failed.how}`);
  const { static: atStart = {}, perTest = {} } = coverage ?? {};
  const timeOf = (test: string): number => milliseconds[test] ?? 0;
  const all = Object.keys(milliseconds).toSorted((one, other) => timeOf(one) - timeOf(other));
  const meeting = (some: readonly Mutant[]) =>
    all.filter((test) => some.some(({ id }) => perTest[test]?.[id] !== undefined));
  const byFile = Map.groupBy(mutants, ({ fileName }) => fileName);
  const meetingFile = new Map([...byFile].map(([file, some]) => [file, meeting(some)]));
  const isStatic = ({ id, static: isAtStart }: Mutant) => isAtStart === true || atStart[id] !== undefined;
  return {
    isStatic,
    hitLimit: ({ id }) => hitFactor * sum([atStart, ...Object.values(perTest)].map((hits) => hits[id] ?? 0)),
    rounds: (mutant) => {
      const tests = isStatic(mutant) ? all : meeting([mutant]);
      const first = within(firstRoundMs, isStatic(mutant) ? (meetingFile.get(mutant.fileName) ?? []) : tests, timeOf);
      const others = new Set(tests).difference(new Set(first));
      return [first, [...others]].filter((round) => round.length > 0);
    },
    withinMs: (some) => startMs + slowness * sum(some.map(timeOf)),
  };
};
