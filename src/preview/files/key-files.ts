import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FilePlace } from '../../model/index.ts';
import { privateKey } from './private-key.ts';

/** Endings of files in which people keep keys, and of those into which they paste them. */
const mayHoldKeys = /\.(?:key|pem|p8|txt|env|json|ya?ml|ini|cfg|conf|sh|resource)$/iu;

/** No key is longer, nor what it was pasted into. */
const mostBytes = 64 * 1024;

const filesIn = async (folder: string): Promise<readonly string[]> =>
  (await stat(folder)).isDirectory()
    ? (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && mayHoldKeys.test(`.${entry.name}`))
        .map(({ parentPath, name }) => path.join(parentPath, name))
    : [];

const placeIn = (text: string, file: string): readonly FilePlace[] => {
  const found = privateKey.exec(text);
  if (found === null) return [];
  const before = text.slice(0, found.index).split('\n');
  return [{ file, line: before.length, column: (before.at(-1) ?? '').length + 1 }];
};

/** Private keys that lie among the files of a deployment, whether they are deployed or not. `nameOf`: as people name a file. */
export const keysIn = async (folder: string, nameOf: (file: string) => string): Promise<readonly FilePlace[]> => {
  const places = (await filesIn(folder)).map(async (file) =>
    (await stat(file)).size > mostBytes ? [] : placeIn(await readFile(file, 'utf8'), nameOf(file)),
  );
  return (await Promise.all(places)).flat();
};
