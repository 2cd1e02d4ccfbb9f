import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stripVTControlCharacters } from 'node:util';

export type Ended = {
  /** `null`: it was stopped by a signal. */
  readonly code: number | null;
  /** What it printed, both streams as they came, without colours. */
  readonly output: string;
  /** It said nothing for so long that it was stopped. */
  readonly hung: boolean;
};

const running = new Set<() => void>();

/** Stops whatever `runToEnd` has started, with its children. */
export const stopAll = (): void => {
  for (const stop of running) stop();
};

/**
 * Runs a program and waits for it. There is no limit to how long it takes, as machines differ:
 * only one that says nothing for `silenceMs` hangs.
 */
export const runToEnd = async (
  command: string,
  args: readonly string[],
  { env, silenceMs }: { readonly env: NodeJS.ProcessEnv; readonly silenceMs: number },
): Promise<Ended> => {
  // A group of its own: what it has started is stopped with it.
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  let hung = false;
  const stop = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  const silence = setTimeout(() => {
    hung = true;
    stop();
  }, silenceMs);
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      silence.refresh();
    });
  running.add(stop);
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, output: stripVTControlCharacters(output), hung };
  } catch (error) {
    return { code: null, output: String(error), hung };
  } finally {
    clearTimeout(silence);
    running.delete(stop);
  }
};
