import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { fileBench } from './loginhistory-csv.ts';
import { memory, number, run, seconds, table, type Ran } from './loginhistory-process.ts';

/**
 * `node bench/loginhistory.ts [org|file] [rows ...]`: login rows counted by a simulated org (a million and ten million), and a
 * million rows of an export, beside Miller where it is installed.
 */
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

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
  const parts = entries.map(({ body }) => (body.match(/"method":"GET"/gu) ?? ['']).length);
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
      const { totals, groups, gaps, spent } = JSON.parse(counted.out) as {
        totals: { rows: number; failures: number };
        groups: number;
        gaps: number;
        spent: { calls: number };
      };
      rows.push([
        number(totals.rows),
        number(totals.failures),
        number(groups),
        String(gaps),
        String(requests),
        String(parts),
        String(spent.calls),
        seconds(counted.seconds),
        seconds(counted.seconds - noop.seconds),
        memory(counted.megabytes),
      ]);
    });
  }
  table(
    'Login rows counted by a simulated org (goal: a million in at most 12 requests)',
    ['rows', 'failures', 'groups', 'gaps', 'requests', 'queries', 'API calls', 'seconds', 'over a no-op', 'peak MB'],
    rows,
  );
};

console.log(
  `Load before: ${loadavg()
    .map((one) => one.toFixed(1))
    .join(', ')} (1, 5, 15 minutes).`,
);

const [what, ...given] = process.argv.slice(2);
const sizes = given.map(Number);
if (what !== 'org') await fileBench(sizes[0] ?? 1_000_000);
if (what !== 'file') await orgBench(sizes.length === 0 ? [1_000_000, 10_000_000] : sizes);
