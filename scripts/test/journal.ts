import { appendFileSync, existsSync, readFileSync } from 'node:fs';

/**
 * What a run of mocha has done so far, a line each. It is written as it happens:
 * a run that is stopped still counts what passed, and tells what it was at.
 */
type Entry =
  | { readonly kind: 'began' | 'passed'; readonly test: string }
  | { readonly kind: 'failed'; readonly test: string; readonly why: string }
  | { readonly kind: 'ended' };

export type Counted = {
  readonly passed: number;
  readonly failures: ReadonlyArray<{ readonly test: string; readonly why: string }>;
  /** What had begun and neither passed nor failed. */
  readonly running: string | undefined;
  /** False: the run was stopped, or left by itself, before its last test. */
  readonly ended: boolean;
};

export const write = (file: string, entry: Entry): void => appendFileSync(file, `${JSON.stringify(entry)}\n`);

/** Whoever is stopped in the middle of a line leaves half of it. */
const entriesOf = (text: string): Entry[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Entry);

/** A file that is not there is a run in which nothing began. */
export const read = (file: string): Counted => {
  const entries = existsSync(file) ? entriesOf(readFileSync(file, 'utf8')) : [];
  const last = entries.at(-1);
  return {
    passed: entries.filter(({ kind }) => kind === 'passed').length,
    failures: entries.filter((entry) => entry.kind === 'failed'),
    running: last?.kind === 'began' ? last.test : undefined,
    ended: last?.kind === 'ended',
  };
};
