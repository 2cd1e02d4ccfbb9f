/**
 * `npm run demo [-- <scenario> [--json] | --list]`: breaks a login in the simulated org, and runs `sf auth doctor` on it
 * as a person would. Alone it offers five failures. Ends with 0 where the doctor named the scenario's cause; with `--json`, as the command itself ends.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import type { Started } from '../simulator/scenarios/start.ts';
import { scenarioIds, scenarioNamed, scenarios } from '../simulator/scenarios/index.ts';
import { startScenario } from '../simulator/scenarios/start.ts';
import { suspectedOnly } from '../test/support/suspected-only.ts';
import { buildIfNeeded } from './demo/build.ts';
import { doctorFlags, shown } from './demo/command-line.ts';
import { listOf, noSuchScenario, offered, offerOf } from './demo/menu.ts';

type Ended = { readonly code: number; readonly printed: string };
type Finding = { readonly cause: string; readonly role: string; readonly standing: string };
type Result = { readonly outcome?: string; readonly findings?: readonly Finding[] };

/** `show`: on this terminal; else what it printed is handed back. */
const doctor = async ({ info }: Started, flags: readonly string[], show: boolean): Promise<Ended> => {
  const command = spawn(process.execPath, ['bin/run.js', 'auth', 'doctor', ...flags], {
    env: { ...process.env, ...info.env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'ignore'],
  });
  const printed = command.stdout === null ? '' : text(command.stdout);
  const [code] = (await once(command, 'close')) as [number | null];
  return { code: code ?? 1, printed: await printed };
};

/** What the doctor named: the first root, and whether that is only suspected; or what lies ahead; or that all is well. */
const named = ({ printed }: Ended): string | undefined => {
  const { result } = JSON.parse(printed) as { result?: Result };
  const root = result?.findings?.find(({ role }) => role === 'root');
  if (root === undefined) return result?.findings?.find(({ role }) => role === 'later')?.cause ?? result?.outcome;
  return root.standing === 'confirmed' ? root.cause : `${root.cause} (${root.standing})`;
};

const showScreen = async (started: Started): Promise<number> => {
  const flags = doctorFlags(started);
  process.stdout.write(`${shown(flags)}\n\n`);
  await doctor(started, flags, true);
  const cause = scenarioNamed(started.info.scenario)?.cause ?? 'healthy';
  const expected = suspectedOnly.has(cause) ? `${cause} (suspected)` : cause;
  const found = named(await doctor(started, [...flags, '--json'], false));
  if (found === expected) return 0;
  process.stderr.write(`\nThe scenario's cause is ${expected}; the doctor named ${found ?? 'none'}.\n`);
  return 1;
};

const printJson = async (started: Started): Promise<number> =>
  (await doctor(started, [...doctorFlags(started), '--json'], true)).code;

const run = async (id: string, json: boolean): Promise<number> => {
  buildIfNeeded();
  const started = await startScenario(id);
  try {
    return await (json ? printJson : showScreen)(started);
  } finally {
    await started.stop();
  }
};

const main = async (words: readonly string[]): Promise<number> => {
  if (words.includes('--list')) {
    process.stdout.write(listOf(scenarios));
    return 0;
  }
  const [id, ...more] = words.filter((word) => word !== '--json');
  if (id === undefined) return offer();
  if (more.length === 0 && scenarioIds.includes(id)) return run(id, words.includes('--json'));
  process.stderr.write(`${noSuchScenario(more.length === 0 ? id : words.join(' '), scenarioIds)}\n`);
  return 2;
};

/** Five failures in plain words; on a terminal, one of them can be chosen. */
const offer = async (): Promise<number> => {
  process.stdout.write(offerOf(scenarios));
  if (!process.stdin.isTTY || !process.stdout.isTTY) return 0;
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question('Which one (1 to 5)? ');
  asking.close();
  const id = offered[Number(answer) - 1];
  return id === undefined ? 0 : run(id, false);
};

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
