import { readFile, stat } from 'node:fs/promises';
import type { KeyFile } from '../../model/index.ts';
import { readPrivateKey } from '../../oauth/index.ts';

/** No key file is larger; a wrong path may be. */
const sizeLimit = 1024 * 1024;

type KeyText = { readonly text: string } | { readonly problem: 'missing' | 'unreadable' | 'not-a-private-key' };

/** The text of a key file. A pipe or a device is refused: it could be read only once, or for ever. */
export const readKeyText = async (path: string): Promise<KeyText> => {
  try {
    const file = await stat(path);
    if (!file.isFile()) return { problem: 'unreadable' };
    if (file.size > sizeLimit) return { problem: 'not-a-private-key' };
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable' };
  }
};

/** What may be told of a private key file: never the key itself. A bad file is evidence, so this never throws. */
export const readKeyFile = async (path: string): Promise<KeyFile> => {
  const read = await readKeyText(path);
  return 'problem' in read
    ? { state: 'unusable', path, problem: read.problem }
    : { path, ...readPrivateKey(read.text) };
};
