import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { dayMs, Trouble } from '../../model/index.ts';
import { writeRun } from './file.ts';
import { fromText } from './run.ts';
import type { Run } from './run.ts';

/** Evidence that is older tells nothing of today any more. */
export const keptForMs = 7 * dayMs;

/** Where the last run of each command is kept. */
export type Shelf = {
  /** The CLI's data folder. */
  readonly dataDir: string;
  /** `auth doctor`: one file a command. */
  readonly command: string;
  /** Epoch ms. */
  readonly now: number;
};

const fileOf = ({ dataDir, command }: Shelf): string =>
  path.join(dataDir, 'sf-plugin-auth-doctor', `last.${command.replaceAll(/\W+/gu, '-')}.json`);

const isOld = async (file: string, now: number): Promise<boolean> => now - (await stat(file)).mtimeMs > keptForMs;

/** Removes what is kept. Whether there was something. */
export const forget = async (shelf: Shelf): Promise<boolean> => {
  const file = fileOf(shelf);
  const was = await stat(file).then(
    () => true,
    () => false,
  );
  await rm(file, { force: true });
  return was;
};

/** Keeps the run. False where this machine does not let us: that is no reason to fail. */
export const keep = (shelf: Shelf, run: Run): Promise<boolean> =>
  writeRun(fileOf(shelf), run).then(
    () => true,
    () => false,
  );

/** Removes what was kept too long. */
export const tidy = async (shelf: Shelf): Promise<void> => {
  const old = await isOld(fileOf(shelf), shelf.now).catch(() => false);
  if (old) await forget(shelf);
};

/** The last run. Throws `Trouble` where there is none, or none that is young enough. */
export const lastRun = async (shelf: Shelf): Promise<Run> => {
  await tidy(shelf);
  const file = fileOf(shelf);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Trouble('nothing-kept');
  return fromText(text, file);
};
