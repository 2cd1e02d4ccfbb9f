import type { MutantCoverage } from '@stryker-mutator/api/core';

/** What a process of tests is asked: to run tests while a mutant is alive, or none. */
export type Question = {
  readonly mutant?: string;
  /** The sources are loaded anew: nothing that was kept since the last time is left. */
  readonly isFresh?: boolean;
  /** Alive already while sources are loaded: for what runs once, and is kept. */
  readonly isFromTheStart?: boolean;
  /** Full titles; all where none are named. */
  readonly tests?: readonly string[];
  /** So often the mutant is met before it is taken for one that runs for ever. */
  readonly hitLimit?: number;
};

export type Answer = {
  /** The first test that failed, and how. */
  readonly failed?: { readonly test: string; readonly how: string };
  /** What each test took. */
  readonly milliseconds: Readonly<Record<string, number>>;
  readonly coverage?: MutantCoverage;
};

/** Puts a question; no answer where the process did not live to give it in time. */
export type Ask = (question: Question, withinMs: number) => Promise<Answer | undefined>;
