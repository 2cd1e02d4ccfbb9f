import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { median, run, table, type Ran } from './loginhistory-process.ts';

/**
 * `node bench/loginhistory.ts [org|file] [rows ...]`: login rows counted by a simulated org (a million and ten million), and a
 * million rows of an export, beside Miller where it is installed.
 */
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const number = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 0 });
const seconds = (value: number): string => value.toFixed(2);
const memory = (value: number): string => (value === 0 ? '-' : value.toFixed(0));

type Info = { readonly env: Record<string, string>; readonly urls: { readonly log: string } };

/** A simulated org with so many rows, already written: that is not what is measured. */
const withOrg = async (rows: number, use: (info: Info) => Promise<void>): Promise<void> => {
  const child = spawn(
    process.execPath,
    [here('../simulator/main.ts'), '--scenario', 'user-locked-out', '--rows', String(rows)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    await use(JSON.parse(line) as Info);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
};

type Logged = { readonly path: string; readonly body: string };

const requestsOf = async (log: string): Promise<{ requests: number; parts: number }> => {
  const entries = (await (await fetch(log)).json()) as readonly Logged[];
  const parts = entries.map(({ body }) => (body.match(/"method":"GET"/gu) ?? []).length);
  return { requests: entries.length, parts: parts.reduce((sum, count) => sum + count, 0) };
};

const orgBench = async (sizes: readonly number[]): Promise<void> => {
  const rows: string[][] = [];
  for (const size of sizes) {
    await withOrg(size, async ({ env, urls }) => {
      const ask = (what: string): Promise<Ran> => run(process.execPath, [here('loginhistory-org.ts'), what], env);
      await ask('noop');
      const noop = await ask('noop');
      await fetch(urls.log, { method: 'DELETE' });
      const counted = await ask('count');
      const { requests, parts } = await requestsOf(urls.log);
      const { totals, groups, gaps } = JSON.parse(counted.out) as {
        totals: { rows: number; failures: number };
        groups: number;
        gaps: number;
      };
      rows.push([
        number(totals.rows),
        number(totals.failures),
        number(groups),
        String(gaps),
        String(requests),
        String(parts),
        seconds(counted.seconds),
        seconds(counted.seconds - noop.seconds),
        memory(counted.megabytes),
      ]);
    });
  }
  table(
    'Login rows counted by a simulated org (goal: a million in at most 12 requests)',
    ['rows', 'failures', 'groups', 'gaps', 'requests', 'queries', 'seconds', 'over a no-op', 'peak MB'],
    rows,
  );
};

const hasMiller = (): boolean => spawnSync('mlr', ['--version']).status === 0;

type Counts = Readonly<Record<string, number>>;

const sorted = (counts: Counts): string =>
  JSON.stringify(Object.entries(counts).toSorted(([a], [b]) => a.localeCompare(b)));

const millerCounts = (out: string): Counts =>
  Object.fromEntries(
    (JSON.parse(out) as ReadonlyArray<{ Status: string; Application: string; count: number }>).map((row) => [
      `${row.Status},${row.Application}`,
      row.count,
    ]),
  );

const rounds = 5;

const fileBench = async (size: number): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'login-bench-'));
  const file = path.join(folder, 'LoginHistory.csv');
  try {
    await run(process.execPath, [here('loginhistory-file.ts'), 'write', file, String(size)]);
    const miller = hasMiller();
    const [own, theirs]: [Ran[], Ran[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      own.push(await run(process.execPath, [here('loginhistory-file.ts'), 'count', file]));
      if (miller)
        theirs.push(await run('mlr', ['--icsv', '--ojson', 'count-distinct', '-f', 'Status,Application', file]));
    }
    const mine = median(own);
    const read = JSON.parse(mine.out) as { groups: number; unread: number; counts: Counts };
    const line = (name: string, groups: string, { seconds: time, megabytes }: Ran): string[] => [
      name,
      groups,
      seconds(time),
      number(size / time),
      memory(megabytes),
    ];
    const both =
      theirs[0] === undefined
        ? []
        : [line('mlr count-distinct', number(Object.keys(read.counts).length), median(theirs))];
    table(
      `${number(size)} rows of an export, ${number(statSync(file).size / 1e6)} MB, middle of ${rounds} runs side by side (goal: not slower than mlr, at most 200 MB)`,
      ['', 'groups', 'seconds', 'rows/s', 'peak MB'],
      [line('sf-plugin-auth-doctor', number(read.groups), mine), ...both],
    );
    console.log(`\nNot understood: ${read.unread} rows.`);
    if (theirs[0] === undefined)
      console.log('Miller (mlr) is not installed: nothing to compare with. On Debian: apt-get install miller');
    else {
      const same = sorted(millerCounts(theirs[0].out)) === sorted(read.counts);
      console.log(`Both count the same by Status and Application: ${same ? 'yes' : 'NO'}.`);
      if (!same) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const [what, ...given] = process.argv.slice(2);
const sizes = given.map(Number);
if (what !== 'org') await fileBench(sizes[0] ?? 1_000_000);
if (what !== 'file') await orgBench(sizes.length === 0 ? [1_000_000, 10_000_000] : sizes);
