import { globSync, readFileSync } from 'node:fs';

/** Folders of `src/` whose numbers decide something, and the tests that should notice. */
export const testsOf: Readonly<Record<string, readonly string[]>> = {
  causes: ['test/causes/*.test.ts'],
  clues: ['test/clues/*.test.ts', 'test/causes/*.test.ts'],
  diagnosis: ['test/diagnosis/*.test.ts', '!test/diagnosis/true-answers.test.ts'],
  evidence: ['test/evidence/**/*.test.ts'],
  input: ['test/input/**/*.test.ts', 'test/commands/loginhistory-flags.test.ts'],
  library: ['test/library/*.test.ts'],
  look: [
    'test/look/*.test.ts',
    'test/commands/auth/several-orgs.test.ts',
    'test/commands/auth/runbook.test.ts',
    'test/selftest/*.test.ts',
  ],
  loginhistory: ['test/loginhistory/**/*.test.ts'],
  oauth: ['test/oauth/*.test.ts'],
  output: ['test/output/*.test.ts'],
  preview: ['test/preview/**/*.test.ts'],
  recognition: ['test/recognition/*.test.ts', '!test/recognition/linear.test.ts'],
  report: ['test/report/**/*.test.ts'],
  selftest: ['test/selftest/*.test.ts'],
  shell: ['test/shell/wrong-usage.test.ts'],
  waiting: ['test/waiting/*.test.ts'],
  words: ['test/words/*.test.ts'],
};

/** `const limit = 5;`, `const pauseMs = 10 * minuteMs;`: but for units, of which no test could tell a double from another unit. */
export const named =
  /^(?:export )?const (?!(?:second|minute|hour|day)Ms\b)(?<name>\w+) = (?<value>\d[\d_.]*(?: \* [\w.]+)*);/gmu;

/** Files of a folder of `src/` that name a number. */
export const filesWithNumbers = (folder: string): readonly string[] =>
  globSync(`src/${folder}/**/*.ts`)
    .filter((file) => readFileSync(file, 'utf8').search(named) >= 0)
    .toSorted();
