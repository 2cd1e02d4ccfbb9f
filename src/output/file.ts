import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Trouble } from '../model/index.ts';

/** Writes beside, then renames. */
const replace = async (path: string, text: string): Promise<void> => {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** Where the path leads, and whether that is something else than a file: a device must not be replaced. */
const targetOf = async (path: string): Promise<{ readonly path: string; readonly isDevice: boolean }> => {
  try {
    const real = await realpath(path);
    const there = await stat(real);
    return { path: real, isDevice: !there.isFile() };
  } catch {
    return { path, isDevice: false };
  }
};

/** Writes a report so that nobody ever reads half of it. Throws `Trouble`. */
export const writeReport = async (path: string, text: string): Promise<void> => {
  try {
    const target = await targetOf(path);
    await (target.isDevice ? writeFile(target.path, text) : replace(target.path, text));
  } catch (error) {
    throw new Trouble('output-file-unwritable', { path, why: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
};
