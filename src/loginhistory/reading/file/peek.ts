export type Chunks = AsyncIterable<Uint8Array>;

/**
 * The first bytes, at least `length` of them where there are so many; and everything, with them. Throws where nothing can be read;
 * what breaks off later breaks off in `all` as well, behind what was read.
 */
export const peek = async (chunks: Chunks, length: number): Promise<{ head: Uint8Array; all: Chunks }> => {
  const iterator: AsyncIterator<Uint8Array, unknown> = chunks[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let broken: { readonly error: unknown } | undefined;
  try {
    for (let got = 0; got < length; got += read.at(-1)?.length ?? 0) {
      const turn = await iterator.next();
      if (turn.done === true) break;
      read.push(turn.value);
    }
  } catch (error) {
    if (read.length === 0) throw error;
    broken = { error };
  }
  const head = Buffer.concat(read);
  const rest: Chunks = { [Symbol.asyncIterator]: () => iterator };
  const all = async function* (): Chunks {
    yield head;
    if (broken !== undefined) throw broken.error;
    yield* rest;
  };
  return { head, all: all() };
};
