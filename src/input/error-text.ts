import type { Readable } from 'node:stream';
import { Trouble } from '../model/index.ts';
import { readGiven, TooLarge, whyOf } from './given-text.ts';

/** Bytes. A log beyond this is better cut by the person, who knows where the failure is. */
export const largest = 32 * 1024 * 1024;

const troubleOf = (error: unknown, from: string): Trouble =>
  error instanceof TooLarge
    ? new Trouble('error-text-too-large', { from, limit: `${largest / 1024 / 1024} MB` })
    : new Trouble('error-file-unreadable', { path: from, why: whyOf(error) });

/** The error text from a file, or from `stdin` where the path is `-`. Throws `Trouble` where it is unreadable, empty or too large. */
export const readErrorText = async (path: string, stdin: Readable): Promise<string> => {
  const from = path === '-' ? 'stdin' : path;
  const text = await readGiven(path, stdin, largest).catch((error: unknown) => {
    throw troubleOf(error, from);
  });
  if (text.trim() === '') throw new Trouble('error-text-empty', { from });
  return text;
};
