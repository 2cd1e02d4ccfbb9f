import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, memory, number, run, seconds, table, type Ran } from './loginhistory-process.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

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

/** The command is measured as users have it; the reader alone from its sources. */
const isBuilt = existsSync(here('../lib/chunks'));

type Contender = { readonly name: string; readonly ask: () => Promise<Ran> };

const contenders = (file: string): readonly Contender[] => {
  const plugin = (...words: readonly string[]) => run(process.execPath, [here('../bin/run.js'), 'auth', ...words]);
  return [
    { name: 'reader', ask: () => run(process.execPath, [here('loginhistory-file.ts'), 'count', file]) },
    ...(isBuilt
      ? [
          { name: 'whole command', ask: () => plugin('loginhistory', 'failures', '--file', file) },
          { name: 'no-op of the same CLI', ask: () => plugin('explain', '--list') },
        ]
      : []),
    ...(hasMiller()
      ? [
          {
            name: 'mlr count-distinct',
            ask: () => run('mlr', ['--icsv', '--ojson', 'count-distinct', '-f', 'Status,Application', file]),
          },
        ]
      : []),
  ];
};

const compare = (mine: Ran | undefined, theirs: Ran | undefined): void => {
  const read = JSON.parse(mine?.out ?? '{}') as { unread: number; counts: Counts };
  console.log(`\nNot understood: ${read.unread} rows.`);
  if (theirs === undefined) {
    console.log('Miller (mlr) is not installed: nothing to compare with. On Debian: apt-get install miller');
    return;
  }
  const same = sorted(millerCounts(theirs.out)) === sorted(read.counts);
  console.log(`Both count the same by Status and Application: ${same ? 'yes' : 'NO'}.`);
  if (!same) process.exitCode = 1;
};

/** A million rows of an export: the reader, the whole command, a command that does nothing, and Miller, in turns. */
export const fileBench = async (size: number): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'login-bench-'));
  const file = path.join(folder, 'LoginHistory.csv');
  try {
    await run(process.execPath, [here('loginhistory-file.ts'), 'write', file, String(size)]);
    const all = contenders(file);
    const ran = new Map<string, Ran[]>(all.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) for (const { name, ask } of all) ran.get(name)?.push(await ask());
    const lines = [...ran].map(([name, runs]): readonly string[] => {
      const { seconds: time, cpu, megabytes } = median(runs);
      return [name, seconds(time), seconds(cpu), number(size / time), memory(megabytes)];
    });
    const megabytes = number(statSync(file).size / 1e6);
    table(
      `${number(size)} rows of an export, ${megabytes} MB, middle of ${rounds} runs in turns`,
      ['', 'seconds', 'of CPU', 'rows/s', 'peak MB'],
      lines,
    );
    if (!isBuilt) console.log('\nThe plugin is not built: the whole command was not measured. `npm run build`.');
    compare(ran.get('reader')?.[0], ran.get('mlr count-distinct')?.[0]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
