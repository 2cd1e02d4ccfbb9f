import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Trouble } from '../../../model/index.ts';

const chunkSize = 1 << 18;

type Chunks = AsyncIterable<Uint8Array>;

/** The first bytes, and everything with them. */
const peek = async (chunks: Chunks, length: number): Promise<{ head: Uint8Array; all: Chunks }> => {
  const iterator: AsyncIterator<Uint8Array, unknown> = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  for (let got = 0; got < length; got = read.reduce((sum, { length: one }) => sum + one, 0)) {
    const turn = await iterator.next();
    if (turn.done === true) break;
    // The source may use its buffer again.
    read.push(new Uint8Array(turn.value));
  }
  const head = Buffer.concat(read);
  const rest: Chunks = { [Symbol.asyncIterator]: () => iterator };
  const all = async function* (): Chunks {
    yield head;
    yield* rest;
  };
  return { head, all: all() };
};

/** A file in two buffers that take turns: one is read into while the other is counted. A chunk is good until the next one. */
const fileChunks = async function* (path: string): Chunks {
  const file = await open(path);
  try {
    let [now, next] = [Buffer.allocUnsafeSlow(chunkSize), Buffer.allocUnsafeSlow(chunkSize)];
    let reading = file.read(now, 0, chunkSize);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = file.read(next, 0, chunkSize);
      reading.catch(() => undefined);
      yield now.subarray(0, bytesRead);
      [now, next] = [next, now];
    }
  } finally {
    await file.close();
  }
};

const startsWith = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte);

/** Streams keep chunks for longer than their source leaves them alone. */
const copied = async function* (chunks: Chunks): Chunks {
  for await (const chunk of chunks) yield new Uint8Array(chunk);
};

const unzipped = (chunks: Chunks): Chunks => {
  const source = Readable.from(copied(chunks), { objectMode: false });
  const gunzip = createGunzip({ chunkSize });
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
    return await plainChunks(path === '-' ? input : fileChunks(path));
  } catch (error) {
    throw new Trouble(
      'login-file-unreadable',
      { path, why: error instanceof Error ? error.message : String(error) },
      error,
    );
  }
};
