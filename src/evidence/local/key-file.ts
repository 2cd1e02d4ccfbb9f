import type { KeyFile } from '../../model/index.ts';
import { readPrivateKey, shapeOf } from '../../oauth/index.ts';
import { readSmallFile } from './small-file.ts';

type KeyText =
  { readonly text: string } | { readonly problem: 'missing' | 'unreadable' | 'not-a-private-key' | 'key-for-path' };

/** A variable that holds the key, given where the path of a file belongs. */
const isKeyItself = (path: string): boolean => shapeOf(path) === 'private-key';

/** The text of a key file. */
export const readKeyText = async (path: string): Promise<KeyText> => {
  if (isKeyItself(path)) return { problem: 'key-for-path' };
  const file = await readSmallFile(path);
  if ('text' in file) return file;
  return { problem: file.problem === 'too-large' ? 'not-a-private-key' : file.problem };
};

/** What may be told of a private key file: never the key itself. A bad file is evidence, so this never throws. */
export const readKeyFile = async (path: string): Promise<KeyFile> => {
  const read = await readKeyText(path);
  if (!('problem' in read)) return { path, ...readPrivateKey(read.text) };
  // What was given may be the key, and then it is no path.
  return { state: 'unusable', path: isKeyItself(path) ? '' : path, problem: read.problem };
};
