import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './cli.ts';
import type { Ran } from './cli.ts';

export type Asked = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is typed where the command asks something. */
  readonly typed: string;
};

/** Runs a command line as it was printed, in a shell that finds the real `sf`. */
export const runPrinted = async (line: string, { cwd, env, typed }: Asked): Promise<Ran> => {
  const bin = path.join(root, 'node_modules', '.bin');
  const child = spawn(line, {
    shell: true,
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
    stdio: 'pipe',
  });
  child.stdout.once('data', () => {
    // A prompt takes what is typed once it stands there, not what was typed before.
    void wait(500).then(() => child.stdin.write(`${typed}\n`));
  });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await once(child, 'close')) as [number | null];
  const [stdout, stderr] = await printed;
  return { code, stdout, stderr };
};
