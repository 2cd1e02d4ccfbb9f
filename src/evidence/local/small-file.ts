import { readFile, stat } from 'node:fs/promises';

/** No key, certificate or auth URL is larger; a wrong path may be. Bytes. */
const sizeLimit = 1024 * 1024;

export type SmallFile = { readonly text: string } | { readonly problem: 'missing' | 'unreadable' | 'too-large' };

/** The text of a file that a login is made with. A pipe or a device is refused: it could be read only once, or for ever. Never throws. */
export const readSmallFile = async (path: string): Promise<SmallFile> => {
  try {
    const file = await stat(path);
    if (!file.isFile()) return { problem: 'unreadable' };
    if (file.size > sizeLimit) return { problem: 'too-large' };
    // Nothing is in it; or it is a file of procfs, some of which are read for ever.
    if (file.size === 0) return { text: '' };
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const gone = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG';
    return { problem: gone ? 'missing' : 'unreadable' };
  }
};
