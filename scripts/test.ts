/**
 * The whole test: types, lint, format, generated files, then unit, scenario and law tests, then the end-to-end tests.
 * Ends with `N passed, N failed`: the counts of mocha itself, and one for each other check.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Counts = { passed: number; failed: number };

const scratch = mkdtempSync(path.join(tmpdir(), 'auth-doctor-test-'));

/** Nothing of a test run may reach the real home, a keychain or Salesforce's telemetry. */
const env = {
  ...process.env,
  HOME: scratch,
  SF_DISABLE_TELEMETRY: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  FORCE_COLOR: '0',
};

/** What hangs this long is ended, and has failed. */
const patienceMs = 15 * 60_000;

const run = (command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...env, ...more }, timeout: patienceMs }).status === 0;

const check = (name: string, command: string, ...args: string[]): Counts => {
  console.log(`\n== ${name}`);
  const ok = run(command, args);
  console.log(ok ? `${name}: ok` : `${name}: FAILED`);
  return { passed: Number(ok), failed: Number(!ok) };
};

const suite = (name: string, ...args: string[]): Counts => {
  console.log(`\n== ${name}`);
  const file = path.join(scratch, `${name}.json`);
  const ok = run('mocha', ['--reporter', 'scripts/counting-reporter.cjs', ...args], { COUNTS_FILE: file });
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8')) as Counts;
    // A run that found no test, or ended badly with none failed, is a failure too.
    return ok && counts.passed > 0 ? counts : { passed: counts.passed, failed: Math.max(1, counts.failed) };
  } catch {
    return { passed: 0, failed: 1 };
  }
};

const results = [
  check('build', 'tsc', '-p', 'tsconfig.json'),
  check('types', 'tsc', '-p', 'tsconfig.check.json'),
  check('lint', 'eslint', '.'),
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  check('generated', 'node', 'scripts/generate.ts', '--check'),
  suite('unit-and-laws', 'test/**/*.test.ts', '--ignore', 'test/e2e/**'),
  suite('end-to-end', 'test/e2e/**/*.test.ts', '--timeout', '300000'),
];

rmSync(scratch, { recursive: true, force: true });
const sum = (key: keyof Counts): number => results.reduce((total, counts) => total + counts[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
