import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Trouble } from '../model/index.ts';

/** Bytes. A log beyond this is better cut by the person, who knows where the failure is. */
export const largest = 32 * 1024 * 1024;

/** PowerShell writes UTF-16 where it redirects; the mark at the start tells. */
export const decode = (bytes: Uint8Array): string => {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
};

const readAll = async (stream: AsyncIterable<Uint8Array | string>, from: string): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > largest) throw new Trouble('error-text-too-large', { from, limit: `${largest / 1024 / 1024} MB` });
    chunks.push(bytes);
  }
  return decode(Buffer.concat(chunks));
};

const filled = (text: string, from: string): string => {
  if (text.trim() === '') throw new Trouble('error-text-empty', { from });
  return text;
};

const why = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const readErrorFile = async (path: string): Promise<string> => {
  try {
    const file = await open(path);
    try {
      return await readAll(file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>, path);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble('error-file-unreadable', { path, why: why(error) });
  }
};

/** The error text from a file, or from `stdin` where the path is `-`. Throws `Trouble` where it is unreadable, empty or too large. */
export const readErrorText = async (path: string, stdin: Readable): Promise<string> =>
  path === '-'
    ? filled(await readAll(stdin as AsyncIterable<Buffer>, 'stdin'), 'stdin')
    : filled(await readErrorFile(path), path);
