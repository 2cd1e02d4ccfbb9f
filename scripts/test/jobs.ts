import { execFileSync } from 'node:child_process';
import type { Job, Suite } from './job.ts';

/** Folders of test/ that take the longest, longest first: each is a suite of its own, the others are one together. */
const long = ['house', 'commands', 'loginhistory', 'gates', 'simulator'];

const suite = (name: string, ...args: readonly string[]): Suite => ({
  name,
  command: 'mocha',
  args: ['--reporter', 'scripts/test/journal-reporter.ts', ...args],
  after: 'build',
  counts: 'tests',
});

const check = (name: string, command: string, ...args: readonly string[]): Job => ({ name, command, args });

/** The examples of the documentation import what was built. */
const built = (...words: Parameters<typeof check>): Job => ({ ...check(...words), after: 'build' });

const build = check('build', 'tsc', '-p', 'tsconfig.json');
const types = built('types', 'tsc', '-p', 'tsconfig.check.json');
const endToEnd = suite('end-to-end', 'test/e2e/**/*.test.ts');

/** Whatever the folders are called, every test file is in one suite. */
const suites: readonly Suite[] = [
  ...long.map((folder) => suite(folder, `test/${folder}/**/*.test.ts`)),
  suite('others', 'test/**/*.test.ts', ...['e2e', ...long].flatMap((folder) => ['--ignore', `test/${folder}/**`])),
];

/** The order in which they begin: the long ones first, so that no lane is left alone at the end. */
const whole = (): ReadonlyArray<Job | Suite> => [
  build,
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  endToEnd,
  ...suites,
  built('lint', 'eslint', '.'),
  types,
  built('generated', 'node', 'scripts/generate.ts', '--check'),
  check('unused', 'knip', '--no-progress'),
];

const changed = (): readonly string[] =>
  execFileSync('git', ['status', '--porcelain', '--untracked-files=all', '--no-renames'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '' && !/^.?D/u.test(line))
    .map((line) => line.slice(3));

/** What a person wants to know between two edits: no end-to-end test, lint and format of what is not committed. */
const quick = (): ReadonlyArray<Job | Suite> => {
  const files = changed();
  return [
    build,
    types,
    built(
      'lint',
      'eslint',
      '--no-warn-ignored',
      '--pass-on-no-patterns',
      ...files.filter((file) => /\.(?:ts|js|cjs)$/u.test(file)),
    ),
    ...suites,
    ...(files.length === 0
      ? []
      : [check('format', 'prettier', '--check', '--ignore-unknown', '--log-level', 'warn', ...files)]),
  ];
};

export const jobs = ([mode]: readonly string[]): ReadonlyArray<Job | Suite> => (mode === 'quick' ? quick() : whole());
