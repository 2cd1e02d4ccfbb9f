import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median, run, table, type Ran } from './loginhistory-process.ts';

/**
 * `node bench/start-up.ts [runs]`: seconds from start to end, and peak memory, of small jobs of the built plugin beside an empty
 * Node program: what the frame of the CLI costs, and what the library costs a program that only wants to understand a text.
 */
const runs = Number(process.argv[2] ?? 5);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const plugin = here('../bin/run.js');
const library = JSON.stringify(pathToFileURL(here('../lib/index.js')).href);
const home = mkdtempSync(path.join(tmpdir(), 'bench-home-'));
const env = {
  HOME: home,
  SF_DISABLE_TELEMETRY: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  SF_DISABLE_LOG_FILE: 'true',
};
const inline = (program: string): readonly string[] => ['--input-type=module', '--eval', program];

const jobs: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['node, doing nothing', inline('')],
  ['library: import', inline(`await import(${library})`)],
  ['library: import, recognize("invalid_grant")', inline(`(await import(${library})).recognize('invalid_grant')`)],
  ['auth doctor --help', [plugin, 'auth', 'doctor', '--help']],
  ['auth explain user-frozen', [plugin, 'auth', 'explain', 'user-frozen']],
  ['auth explain --list', [plugin, 'auth', 'explain', '--list']],
];

try {
  const rows: string[][] = [];
  for (const [name, words] of jobs) {
    const measured: Ran[] = [];
    for (let at = 0; at < runs; at += 1) measured.push(await run(process.execPath, words, env));
    const { seconds, megabytes } = median(measured);
    rows.push([name, seconds.toFixed(2), megabytes.toFixed(0)]);
  }
  table(`Median of ${runs} runs`, ['job', 's', 'MB'], rows);
} finally {
  rmSync(home, { recursive: true, force: true });
}
