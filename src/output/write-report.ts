import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { lstat, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { Trouble } from '../model/index.ts';
import { openedAs, writeInto } from './descriptors.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

/** What stands at a path, links followed; undefined where nothing does. */
const at = async (path: string): Promise<BigIntStats | undefined> => {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** A link that leads nowhere yet. */
const isLink = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isSymbolicLink();
  } catch {
    return false;
  }
};

const permissions = 0o7777n;

/** Writes a file beside the old one, like it in mode, owner and group. False where the system does not let them be the same. */
const writeBeside = async (beside: string, text: string, old: BigIntStats | undefined): Promise<boolean> => {
  const mode = old === undefined ? undefined : Number(old.mode & permissions);
  const file = await open(beside, 'wx', mode);
  try {
    const made = await file.stat({ bigint: true });
    if (old !== undefined && (made.uid !== old.uid || made.gid !== old.gid)) return false;
    // What the process keeps from new files, it does not keep from one that was there.
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(text);
    return true;
  } finally {
    await file.close();
  }
};

/** Nobody ever reads half of it. False where the place allows no replacing, as one that is mounted by itself. */
const replace = async (path: string, text: string, old: BigIntStats | undefined): Promise<boolean> => {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    if (!(await writeBeside(beside, text, old))) return false;
    await rename(beside, path);
    return true;
  } catch (error) {
    if (old !== undefined && ['EACCES', 'EBUSY', 'EPERM', 'EXDEV'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
};

const write = async (path: string, text: string): Promise<void> => {
  const there = await at(path);
  if (there === undefined) {
    if ((await isLink(path)) || !(await replace(path, text, undefined))) await writeFile(path, text);
    return;
  }
  const descriptor = openedAs(there);
  if (descriptor !== undefined) return writeInto(descriptor, text);
  // A device, a pipe, and a file of several names are written to, never replaced.
  const isPlain = there.isFile() && there.nlink === 1n;
  if (!isPlain || !(await replace(await realpath(path), text, there))) await writeFile(path, text);
};

/** Writes a report: a plain file is replaced as a whole, anything else stays what it is. Throws `Trouble`. */
export const writeReport = async (path: string, text: string): Promise<void> => {
  try {
    await write(path, text);
  } catch (error) {
    throw new Trouble('output-file-unwritable', { path, why: codeOf(error) });
  }
};
