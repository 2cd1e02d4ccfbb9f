import type { Readable } from 'node:stream';
import { Trouble } from '../model/index.ts';
import { shapeOf, type HeldSecret } from '../oauth/index.ts';
import { readGiven, TooLarge, whyOf } from './given-text.ts';

/** Flags that name a file whose text is told nowhere. What is typed there may be the secret itself, so no path is told either. */
type SecretFlag = '--client-secret-file' | '--assertion-file' | '--token-file';

/** Reads such a file, and keeps what stands in it out of everything that could be printed. Throws `Trouble`. */
export type SecretReader = (path: string, stdin: Readable) => Promise<HeldSecret>;

/** Bytes. No secret and no token is nearly as long. */
export const longestSecret = 64 * 1024;

const troubleOf = (error: unknown, flag: SecretFlag): Trouble =>
  error instanceof TooLarge
    ? new Trouble('secret-file-too-large', { flag, limit: `${longestSecret / 1024} KB` })
    : new Trouble('secret-file-unreadable', { flag, why: whyOf(error) });

/** The text of such a file, or of `stdin` where the path is `-`, without white space round it. Throws `Trouble`. */
const readSecretText = async (flag: SecretFlag, path: string, stdin: Readable): Promise<string> => {
  const shape = shapeOf(path);
  if (shape !== undefined && shape !== 'url') throw new Trouble('secret-for-path', { flag });
  const text = await readGiven(path, stdin, longestSecret).catch((error: unknown) => {
    throw troubleOf(error, flag);
  });
  if (text.trim() === '') throw new Trouble('secret-file-empty', { flag });
  return text.trim();
};

/** The client secret. Throws `Trouble` where it is plainly something else. */
export const readClientSecret: SecretReader = async (path, stdin) => {
  const flag = '--client-secret-file';
  const text = await readSecretText(flag, path, stdin);
  const shape = shapeOf(text);
  if (shape !== undefined && shape !== 'consumer-secret') throw new Trouble('secret-file-other', { flag, shape });
  if (/\s/u.test(text)) throw new Trouble('secret-file-lines', { flag });
  return () => text;
};

const reading =
  (flag: SecretFlag): SecretReader =>
  async (path, stdin) => {
    const text = await readSecretText(flag, path, stdin);
    return () => text;
  };

/** Whatever stands there in the place of an assertion is evidence. */
export const readAssertionFile = reading('--assertion-file');

/** Whatever stands there in the place of an access token is evidence. */
export const readTokenFile = reading('--token-file');
