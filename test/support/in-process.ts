import { Config } from '@oclif/core';
import { endSignals } from '../../src/model/index.ts';
import { inHome } from './home.ts';
import { root, type Ran } from './cli.ts';

/** A class of a command, as oclif runs it. */
type Command = new (argv: string[], config: Config) => { id?: string | undefined; _run: () => Promise<unknown> };

/** What a stream is given while `use` runs, instead of where it leads. */
const caught = async (stream: NodeJS.WriteStream, use: () => Promise<void>): Promise<string> => {
  const pieces: string[] = [];
  const write = stream.write.bind(stream);
  const keep = (piece: string | Uint8Array, ...more: unknown[]): boolean => {
    pieces.push(String(piece));
    const done = more.findLast((one): one is () => void => typeof one === 'function');
    done?.();
    return true;
  };
  stream.write = keep;
  try {
    await use();
  } finally {
    stream.write = write;
  }
  return pieces.join('');
};

let config: Promise<Config> | undefined;

/** The code with which this process would end now. */
const endsWith = (): number => Number(process.exitCode ?? 0);

const loadConfig = async (): Promise<Config> => {
  const loaded = new Config({ root });
  await loaded.load();
  return loaded;
};

/** Runs a command in this process, in a home: many runs for the price of one start of the CLI. */
export const runHere = (
  command: Command,
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> =>
  inHome({ NO_COLOR: '1', SF_DISABLE_LOG_FILE: 'true', SF_DISABLE_TELEMETRY: 'true', ...env }, async () => {
    const before = process.exitCode;
    process.exitCode = 0;
    const listening = endSignals.map((signal) => [signal, process.listeners(signal)] as const);
    let stderr = '';
    const stdout = await caught(process.stdout, async () => {
      stderr = await caught(process.stderr, async () => {
        const one = new command([...argv], await (config ??= loadConfig()));
        // What it throws it has said.
        await one._run().catch(() => undefined);
      });
    });
    const code = endsWith();
    process.exitCode = before;
    for (const [signal, listeners] of listening) {
      process.removeAllListeners(signal);
      for (const listener of listeners) process.on(signal, listener);
    }
    return { code, stdout, stderr };
  });
