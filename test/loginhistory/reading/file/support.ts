import { readLoginFile, type LoginFile, type LoginFileOptions } from '../../../../src/loginhistory/reading/index.ts';
import type { LoginGroup } from '../../../../src/loginhistory/reading/index.ts';

export const now = Date.UTC(2026, 10, 24);

const cutAt = (bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] => {
  const chunks: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % Math.max(1, sizes.length)] ?? bytes.length);
    chunks.push(bytes.slice(at, at + size));
    at += size;
  }
  return chunks;
};

/** The bytes, handed over in chunks of the given sizes, again and again. */
export const chunked = async function* (bytes: Uint8Array, sizes: readonly number[] = []): AsyncIterable<Uint8Array> {
  for (const chunk of cutAt(bytes, sizes)) {
    await Promise.resolve();
    yield chunk;
  }
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const read = (text: string | Uint8Array, options: Partial<LoginFileOptions> = {}, sizes?: readonly number[]) =>
  readLoginFile(chunked(typeof text === 'string' ? bytesOf(text) : text, sizes), { now, ...options });

/** A text that is a login file. */
export const readFile = async (
  text: string,
  options: Partial<LoginFileOptions> = {},
  sizes?: readonly number[],
): Promise<LoginFile> => {
  const file = await read(text, options, sizes);
  if (!('tally' in file)) throw new Error(`No login file: ${JSON.stringify(file)}`);
  return file;
};

export const iso = (ms: number): string => new Date(ms).toISOString();

/** First and last of the only group. */
export const times = (file: LoginFile): readonly string[] =>
  [...file.tally.groups].flatMap(({ first, last }) => [iso(first), iso(last)]);

export const sum = (groups: Iterable<LoginGroup>): number => [...groups].reduce((all, { count }) => all + count, 0);

/** Counts by status, application, user and address. */
export const counts = (groups: Iterable<LoginGroup>): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const { status, application = '', user = '', sourceIp = '', count } of groups) {
    const key = [status, application, user, sourceIp].join('|');
    found[key] = (found[key] ?? 0) + count;
  }
  return found;
};
