import { once } from 'node:events';
import { scenarios } from './scenarios/index.ts';
import { startScenario } from './scenarios/start.ts';
import { readOptions, UsageError } from './options.ts';

export { startScenario } from './scenarios/start.ts';
export type { Info, Started, StartOptions } from './scenarios/start.ts';

const list = (): void => {
  const width = Math.max(...scenarios.map(({ id }) => id.length));
  for (const { id, title } of scenarios) process.stdout.write(`${id.padEnd(width)}  ${title}\n`);
};

/** For a shell, so that whatever is started from it takes the simulator for Salesforce. */
const exportLines = (env: Readonly<Record<string, string>>): string =>
  Object.entries(env)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');

/** Runs until it is told to stop. */
const run = async (words: readonly string[]): Promise<void> => {
  const request = readOptions(words);
  if (request.list) {
    list();
    return;
  }
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const { info, stop } = await startScenario(request.scenario, request);
  process.stdout.write(`${JSON.stringify(info)}\n`);
  if (request.asSalesforce === true) process.stdout.write(exportLines(info.env));
  await stopped;
  await stop();
};

/**
 * One sentence for whoever started it: 2 where the command line is at fault, 1 where anything else is.
 * Ends the process at once: hosts that listen already, when the port of the next is taken, would keep it alive.
 */
const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof UsageError ? 2 : 1);
};

if (import.meta.main) await run(process.argv.slice(2)).catch(fail);
