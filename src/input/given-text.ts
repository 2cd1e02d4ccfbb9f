import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** More was given than anybody may mean. */
export class TooLarge extends Error {}

/** PowerShell and Notepad write UTF-16 with a mark at the start, or UTF-8 with one. */
export const decode = (bytes: Uint8Array): string => {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
};

const readAll = async (stream: AsyncIterable<Uint8Array | string>, limit: number): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > limit) throw new TooLarge();
    chunks.push(bytes);
  }
  return decode(Buffer.concat(chunks));
};

/**
 * The text of a file, a pipe or a device, or of standard input where the path is `-`. It is read once, and no further than the limit (bytes).
 * Throws `TooLarge`, or what the system says.
 */
export const readGiven = async (path: string, stdin: Readable, limit: number): Promise<string> => {
  if (path === '-') return readAll(stdin as AsyncIterable<Buffer>, limit);
  const file = await open(path);
  try {
    return await readAll(file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>, limit);
  } finally {
    await file.close();
  }
};

export const whyOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
