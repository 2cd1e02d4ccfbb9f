import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { messageOf, Trouble } from '../../../model/index.ts';
import { peek, type Chunks } from './peek.ts';

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

const unzipped = (chunks: Chunks): Chunks => {
  const source = Readable.from(chunks, { objectMode: false });
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip) as Chunks;
};

/** Spreadsheets save as UTF-16. */
const asUtf8 = async function* (chunks: Chunks, encoding: 'utf-16le' | 'utf-16be'): Chunks {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
};

/** Takes gzip away, wherever it stands, and UTF-16. */
const plainChunks = async (chunks: Chunks): Promise<Chunks> => {
  const { head, all } = await peek(chunks, 2);
  if (startsWith(head, 0x1f, 0x8b)) return plainChunks(unzipped(all));
  if (startsWith(head, 0xff, 0xfe)) return asUtf8(all, 'utf-16le');
  if (startsWith(head, 0xfe, 0xff)) return asUtf8(all, 'utf-16be');
  return all;
};

/**
 * The bytes of a login file, unzipped. `-`: standard input. Throws `Trouble('login-file-unreadable', { path, why })`
 * where it cannot be opened.
 */
export const openLoginFile = async (path: string, input: Chunks = process.stdin): Promise<Chunks> => {
  try {
    return await plainChunks(path === '-' ? input : createReadStream(path));
  } catch (error) {
    throw new Trouble('login-file-unreadable', { path, why: messageOf(error) }, error);
  }
};
