/**
 * The whole test: types, lint, format, nothing unused, generated files, then unit, scenario and law tests, then the end-to-end tests.
 * Names at its end what failed and why, and then `N passed, N failed`: the counts of mocha itself, and one for each other check.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stopAll } from './test/child.ts';
import { runJob } from './test/job.ts';
import type { Job, Result } from './test/job.ts';
import { jobs } from './test/jobs.ts';
import { runOnLanes } from './test/lanes.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'auth-doctor-test-'));
const started = Date.now();
let stoppedBy: string | undefined;

/** Nothing of a test run may reach the real home, a keychain or Salesforce's telemetry, and no CLI brings itself up to date. */
const env = {
  ...process.env,
  SF_DISABLE_TELEMETRY: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  SF_AUTOUPDATE_DISABLE: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  FORCE_COLOR: '0',
};

/** What says nothing this long hangs. A test of mocha prints a dot when it ends, at the latest after the timeout in .mocharc.json. */
const silenceMs = 20 * 60_000;

const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;

const report = ({ name, passed, failed, output }: Result, took: string): void => {
  console.log(`${name}: ${failed.length === 0 ? `${passed} passed` : `${failed.length} FAILED`} (${took})`);
  if (failed.length > 0) console.log(`\n${output.trim()}\n`);
  // What could not be tested here is no failure, and no secret either.
  else for (const [note] of output.matchAll(/^NOT RUN: .*$/gmu)) console.log(note);
};

const run = async (job: Job): Promise<Result> => {
  if (stoppedBy !== undefined)
    return { name: job.name, passed: 0, failed: [`${job.name}: not run, as ${stoppedBy} came`], output: '' };
  const since = Date.now();
  const home = mkdtempSync(path.join(scratch, 'home-'));
  const result = await runJob(job, { scratch, env: { ...env, HOME: home }, silenceMs });
  report(result, seconds(since));
  return result;
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stoppedBy = signal;
    stopAll();
  });

const results = await runOnLanes(jobs(process.argv.slice(2)), os.availableParallelism(), run);
rmSync(scratch, { recursive: true, force: true, maxRetries: 3 });

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.flatMap((result) => result.failed);
if (failed.length > 0) console.log(`\nWhat failed, and why:\n\n${failed.join('\n\n')}`);
console.log(`\nTook ${seconds(started)}.\n${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
