import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type RunOptions = {
  /** Set on top of this process's own variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the command reads from stdin; absent: nothing. */
  readonly input?: string;
  readonly cwd?: string;
};

/** Runs a program to its end. */
export const run = async (program: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> => {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: 'pipe',
  });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  child.stdin.end(options.input ?? '');
  const [code] = (await once(child, 'close')) as [number | null];
  const [stdout, stderr] = await printed;
  return { code, stdout, stderr };
};

/** The plugin alone, as built into `lib/`: `auth doctor`, and then `args`. */
export const runDoctor = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(process.execPath, [path.join(root, 'bin', 'run.js'), 'auth', 'doctor', ...args], options);

/** The real Salesforce CLI of this repository's devDependencies. */
export const runSf = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(process.execPath, [path.join(root, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js'), ...args], options);

/** What a command printed with `--json`. Throws what it printed where that is no JSON. */
export const parsed = (ran: Ran): unknown => {
  try {
    return JSON.parse(ran.stdout);
  } catch {
    throw new Error(`No JSON (exit ${String(ran.code)}):\n${ran.stdout}\n${ran.stderr}`);
  }
};
