const decoder = new TextDecoder();

/** The old buffer is gone at once: it does not wait for the garbage collector beside the new one. */
const grown = (old: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> =>
  new Int32Array(old.buffer.transfer(length * old.BYTES_PER_ELEMENT));

/** Four bytes at a time. */
const hashOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = end - start;
  let at = start;
  for (const fours = end - 3; at < fours; at += 4) {
    const word =
      (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 13);
};

/**
 * Gives each different text a small number, without making a string of it. 0 stands for the empty text, and for every text
 * that came after `most` different ones.
 */
export class Interner {
  /** Texts that found no room, with repetitions. */
  public refused = 0;
  /** How many numbers were given, 0 included. */
  public size = 1;

  private readonly most: number;
  /** The number given last: neighbours are often alike. */
  private last = 0;
  private slots = new Int32Array(256);
  private hashes = new Int32Array(128);
  private offsets = new Int32Array(129);
  private bytes = new Uint8Array(4096);

  public constructor(most: number) {
    this.most = most;
  }

  public id(bytes: Uint8Array, start: number, end: number): number {
    if (start >= end) return 0;
    if (this.last !== 0 && this.stands(this.last, bytes, start, end)) return this.last;
    this.last = this.look(bytes, start, end);
    return this.last;
  }

  public text(id: number): string {
    return decoder.decode(this.bytes.subarray(this.offsets[id] ?? 0, this.offsets[id + 1] ?? 0));
  }

  private look(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot] ?? 0;
      if (id === 0) return this.add(bytes, start, end, hash);
      if (this.hashes[id] === hash && this.stands(id, bytes, start, end)) return id;
    }
  }

  private stands(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.offsets[id] ?? 0;
    if ((this.offsets[id + 1] ?? 0) - from !== end - start) return false;
    const own = this.bytes;
    for (let at = start, mine = from; at < end; at += 1, mine += 1) if (bytes[at] !== own[mine]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    if (this.size > this.most) {
      this.refused += 1;
      return 0;
    }
    const id = this.size;
    this.size += 1;
    if (this.size >= this.hashes.length) this.grow();
    const used = this.offsets[id] ?? 0;
    this.keep(bytes, start, end, used);
    this.offsets[id + 1] = used + end - start;
    this.hashes[id] = hash;
    this.seat(id);
    return id;
  }

  private keep(bytes: Uint8Array, start: number, end: number, used: number): void {
    const wanted = used + end - start;
    if (wanted > this.bytes.length) {
      this.bytes = new Uint8Array(this.bytes.buffer.transfer(wanted * 2));
    }
    this.bytes.set(bytes.subarray(start, end), used);
  }

  private seat(id: number): void {
    const mask = this.slots.length - 1;
    let slot = (this.hashes[id] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = id;
  }

  private grow(): void {
    const length = this.hashes.length * 2;
    this.hashes = grown(this.hashes, length);
    this.offsets = grown(this.offsets, length + 1);
    this.slots = new Int32Array(length * 2);
    for (let id = 1; id < this.size - 1; id += 1) this.seat(id);
  }
}
