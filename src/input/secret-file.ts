import type { Readable } from 'node:stream';
import { Trouble } from '../model/index.ts';
import { shapeOf, type HeldSecret } from '../oauth/index.ts';
import { readGiven, TooLarge, whyOf } from './given-text.ts';

/** Flags that name a file whose text is told nowhere. What is typed there may be the secret itself, so no path is told either. */
export type SecretFlag = '--client-secret-file';

/** Bytes. No secret and no token is nearly as long. */
export const longestSecret = 64 * 1024;

const troubleOf = (error: unknown, flag: SecretFlag): Trouble =>
  error instanceof TooLarge
    ? new Trouble('secret-file-too-large', { flag, limit: `${longestSecret / 1024} KB` })
    : new Trouble('secret-file-unreadable', { flag, why: whyOf(error) });

/** The text of such a file, or of `stdin` where the path is `-`, without white space round it. Throws `Trouble`. */
export const readSecretText = async (flag: SecretFlag, path: string, stdin: Readable): Promise<string> => {
  const shape = shapeOf(path);
  if (shape !== undefined && shape !== 'url') throw new Trouble('secret-for-path', { flag });
  const text = await readGiven(path, stdin, longestSecret).catch((error: unknown) => {
    throw troubleOf(error, flag);
  });
  if (text.trim() === '') throw new Trouble('secret-file-empty', { flag });
  return text.trim();
};

/** The client secret in a file, kept out of everything that could be printed. Throws `Trouble` where it is plainly something else. */
export const readClientSecret = async (path: string, stdin: Readable): Promise<HeldSecret> => {
  const flag = '--client-secret-file';
  const text = await readSecretText(flag, path, stdin);
  const shape = shapeOf(text);
  if (shape !== undefined && shape !== 'consumer-secret') throw new Trouble('secret-file-other', { flag, shape });
  if (/\s/u.test(text)) throw new Trouble('secret-file-lines', { flag });
  return () => text;
};
