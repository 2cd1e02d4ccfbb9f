import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run, table } from './loginhistory-process.ts';

/**
 * `node bench/start-up.ts [runs]`: processor time from start to end, and peak memory, of small jobs of the built plugin, each beside its
 * floor: Node that does nothing, and a command of a plugin that does nothing. The least of some runs, in turns: what else the machine does
 * only adds.
 */
const runs = Number(process.argv[2] ?? 5);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const plugin = here('../bin/run.js');
const home = mkdtempSync(path.join(tmpdir(), 'bench-home-'));
const env = {
  HOME: home,
  SF_DISABLE_TELEMETRY: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  SF_DISABLE_LOG_FILE: 'true',
};

/** A plugin with one command, which reads its flags and ends. */
const writeIdlePlugin = (): string => {
  const folder = path.join(home, 'idle');
  mkdirSync(path.join(folder, 'lib', 'commands'), { recursive: true });
  symlinkSync(here('../node_modules'), path.join(folder, 'node_modules'), 'junction');
  const oclif = { commands: './lib/commands', bin: 'sf', topicSeparator: ' ' };
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'idle', version: '1.0.0', type: 'module', oclif }),
  );
  writeFileSync(
    path.join(folder, 'lib', 'commands', 'idle.js'),
    "import { SfCommand } from '@salesforce/sf-plugins-core';\nexport default class Idle extends SfCommand { async run() { await this.parse(Idle); } }\n",
  );
  const start = path.join(folder, 'run.js');
  writeFileSync(start, "import { execute } from '@oclif/core';\nawait execute({ dir: import.meta.url });\n");
  return start;
};

/** Prints the milliseconds of processor time that an import takes, and then a first text. */
const importing = (file: string): readonly string[] => [
  '--input-type=module',
  '--eval',
  `const since = (from) => { const { user, system } = process.cpuUsage(from); return (user + system) / 1000; };
  const start = process.cpuUsage();
  const { recognize } = await import(${JSON.stringify(pathToFileURL(here(file)).href)});
  const imported = since(start);
  const then = process.cpuUsage();
  recognize('invalid_grant');
  console.log(JSON.stringify([imported, since(then)]));`,
];

const idle = writeIdlePlugin();
const nothing = ['--eval', ''];
const commands: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['a command that does nothing', [idle, 'idle']],
  ['auth explain user-frozen', [plugin, 'auth', 'explain', 'user-frozen']],
  ['auth explain invalid_grant', [plugin, 'auth', 'explain', 'invalid_grant']],
  ['auth doctor --error invalid_grant --offline', [plugin, 'auth', 'doctor', '--error', 'invalid_grant', '--offline']],
];

type Least = { readonly cpu: number; readonly megabytes: number };

/** The least of some runs of each, in turns. */
const leastOf = async (
  jobs: ReadonlyArray<readonly [string, readonly string[]]>,
): Promise<ReadonlyMap<string, Least>> => {
  const least = new Map<string, Least>();
  for (let at = 0; at < runs; at += 1) {
    for (const [name, words] of jobs) {
      const { cpu, megabytes } = await run(process.execPath, words, env);
      const before = least.get(name) ?? { cpu: Infinity, megabytes: Infinity };
      least.set(name, { cpu: Math.min(before.cpu, cpu), megabytes: Math.min(before.megabytes, megabytes) });
    }
  }
  return least;
};

const importRow = async (name: string, file: string): Promise<readonly string[]> => {
  const all: Array<readonly number[]> = [];
  for (let at = 0; at < runs; at += 1)
    all.push(JSON.parse((await run(process.execPath, importing(file), env)).out) as number[]);
  const least = (place: number): string => Math.min(...all.map((one) => one[place] ?? Infinity)).toFixed(0);
  return [name, least(0), least(1)];
};

try {
  console.log(`Load ${loadavg()[0]?.toFixed(0) ?? '?'}; the least of ${runs} runs.`);
  table(
    'Library, ms of processor time beyond Node itself',
    ['', 'import', 'first text'],
    [
      await importRow('sf-plugin-auth-doctor', '../lib/index.js'),
      await importRow('sf-plugin-auth-doctor/recognize', '../lib/recognize.js'),
    ],
  );
  const least = await leastOf([['Node, doing nothing', nothing], ...commands]);
  const floor = least.get('a command that does nothing');
  table(
    'Commands',
    ['', 'ms of CPU', 'times the floor', 'peak MB', 'MB more'],
    [...least].map(([name, { cpu, megabytes }]) => [
      name,
      (cpu * 1000).toFixed(0),
      (cpu / (floor?.cpu ?? 1)).toFixed(2),
      megabytes.toFixed(0),
      (megabytes - (floor?.megabytes ?? 0)).toFixed(0),
    ]),
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
