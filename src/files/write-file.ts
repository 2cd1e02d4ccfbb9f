import { randomUUID } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { lstat, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { codeOf } from './code-of.ts';
import { openedAs, writeInto } from './descriptors.ts';

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

const permissions = 0o7777;

/** What a new file allows; the process may keep some of it back. */
const everyone = 0o666;

type Content = {
  readonly text: string;
  /** The most that a file may allow, one that is replaced as well. */
  readonly atMost: number;
};

/** Writes a file beside the old one, like it in mode, owner and group. False where the system does not let them be the same. */
const writeBeside = async (
  beside: string,
  { text, atMost }: Content,
  old: BigIntStats | undefined,
): Promise<boolean> => {
  const mode = (old === undefined ? everyone : Number(old.mode)) & atMost;
  const file = await open(beside, 'wx', mode);
  try {
    const made = await file.stat({ bigint: true });
    if (old !== undefined && (made.uid !== old.uid || made.gid !== old.gid)) return false;
    // What the process keeps from new files, it does not keep from one that was there.
    if (old !== undefined) await file.chmod(mode);
    await file.writeFile(text);
    // On the disk before it takes the place of the old one.
    await file.sync();
    return true;
  } finally {
    await file.close();
  }
};

/** Nobody ever reads half of it. False where the place allows no replacing, as one that is mounted by itself. */
const replace = async (path: string, content: Content, old: BigIntStats | undefined): Promise<boolean> => {
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    if (!(await writeBeside(beside, content, old))) return false;
    await rename(beside, path);
    return true;
  } catch (error) {
    if (old !== undefined && ['EACCES', 'EBUSY', 'EPERM', 'EXDEV'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
};

/**
 * Writes a file. A plain one is replaced as a whole, and keeps its mode as far as `atMost` allows; anything else stays what it is
 * and is written to. Throws what the system says.
 */
export const writeWhole = async (path: string, text: string, atMost: number = permissions): Promise<void> => {
  const content = { text, atMost };
  const there = await at(path);
  if (there === undefined) {
    if ((await isLink(path)) || !(await replace(path, content, undefined)))
      await writeFile(path, text, { mode: everyone & atMost });
    return;
  }
  const descriptor = openedAs(there);
  if (descriptor !== undefined) return writeInto(descriptor, text);
  // A device, a pipe, and a file of several names are written to, never replaced.
  const isPlain = there.isFile() && there.nlink === 1n;
  if (!isPlain || !(await replace(await realpath(path), content, there))) await writeFile(path, text);
};
