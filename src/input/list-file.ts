import { readFile, stat } from 'node:fs/promises';
import { Trouble } from '../model/index.ts';
import { decode, largest } from './error-text.ts';

/** What stands in the file, by which its troubles are told. */
type Kind = 'address-file' | 'org-file';

const why = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** A text file as a whole. Throws `Trouble`. */
export const textIn = async (path: string, kind: Kind): Promise<string> => {
  const refused = (reason: string): Trouble => new Trouble(`${kind}-unreadable`, { path, why: reason });
  try {
    const file = await stat(path);
    if (!file.isFile() || file.size > largest) throw refused('no file, or too large');
    return decode(await readFile(path));
  } catch (error) {
    throw error instanceof Trouble ? error : refused(why(error));
  }
};

/** What a file lists: one or more a line, `#` begins a comment. Throws `Trouble` where that is nothing. */
export const linesIn = async (path: string, kind: Kind): Promise<readonly string[]> => {
  const words = (await textIn(path, kind))
    .split(/\r?\n/u)
    .flatMap((line) => line.replace(/#.*$/u, '').split(/[\s,;]+/u))
    .filter((word) => word !== '');
  if (words.length === 0) throw new Trouble(`${kind}-empty`, { path });
  return words;
};
