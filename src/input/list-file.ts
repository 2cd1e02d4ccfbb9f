import { readFile, stat } from 'node:fs/promises';
import { Trouble } from '../model/index.ts';
import { largest } from './error-text.ts';
import { decode, whyOf } from './given-text.ts';

/** What stands in the file, by which its troubles are told. */
type Kind = 'address-file' | 'org-file';

/** Its troubles, by the key of their words. */
const troubles = {
  unreadable: {
    'address-file': (path: string, why: string): Trouble => new Trouble('address-file-unreadable', { path, why }),
    'org-file': (path: string, why: string): Trouble => new Trouble('org-file-unreadable', { path, why }),
  },
  empty: {
    'address-file': (path: string): Trouble => new Trouble('address-file-empty', { path }),
    'org-file': (path: string): Trouble => new Trouble('org-file-empty', { path }),
  },
} as const;

/** A text file as a whole. Throws `Trouble`. */
export const textIn = async (path: string, kind: Kind): Promise<string> => {
  const refused = (why: string): Trouble => troubles.unreadable[kind](path, why);
  try {
    const file = await stat(path);
    if (!file.isFile() || file.size > largest) throw refused('no file, or too large');
    return decode(await readFile(path));
  } catch (error) {
    throw error instanceof Trouble ? error : refused(whyOf(error));
  }
};

/** What a file lists: one or more a line, `#` begins a comment. Throws `Trouble` where that is nothing. */
export const linesIn = async (path: string, kind: Kind): Promise<readonly string[]> => {
  const words = (await textIn(path, kind))
    .split(/\r?\n/u)
    .flatMap((line) => line.replace(/#.*$/u, '').split(/[\s,;]+/u))
    .filter((word) => word !== '');
  if (words.length === 0) throw troubles.empty[kind](path);
  return words;
};
