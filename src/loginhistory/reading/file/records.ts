const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Columns behind this one are counted, not read. Login exports have about thirty. */
const mostFields = 256;

/** Finds the fields of one CSV record in bytes (RFC 4180, forgiving): where they stand, not what they say. */
export class RecordScanner {
  public readonly starts = new Int32Array(mostFields);
  public readonly ends = new Int32Array(mostFields);
  /** Fields of the record. */
  public count = 0;
  /** Whether a field holds a doubled quote, which stands for one. */
  public escaped = false;
  /** Line breaks in the record, its own end included. */
  public breaks = 0;

  private readonly delimiter: number;

  public constructor(delimiter: number) {
    this.delimiter = delimiter;
  }

  /** Reads the record that starts at `from`. Gives where the next one starts, or -1 where it does not end before `end`. */
  public next(bytes: Uint8Array, from: number, end: number, final: boolean): number {
    this.count = 0;
    this.breaks = 0;
    this.escaped = false;
    let at = from;
    for (;;) {
      at = at < end && bytes[at] === quote ? this.quoted(bytes, at + 1, end) : this.plain(bytes, at, end);
      if (at >= end) return final ? end : -1;
      if (bytes[at] !== this.delimiter) return this.afterBreak(bytes, at, end, final);
      at += 1;
    }
  }

  /** A field that does not start with a quote: a quote inside stands for itself. */
  private plain(bytes: Uint8Array, start: number, end: number): number {
    const at = this.upToDelimiter(bytes, start, end);
    this.add(start, at);
    return at;
  }

  private quoted(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    for (;;) {
      while (at < end && (bytes[at] ?? 0) > quote) at += 1;
      if (at >= end) break;
      const byte = bytes[at];
      if (byte === quote) {
        if (at + 1 >= end || bytes[at + 1] !== quote) break;
        this.escaped = true;
        at += 1;
      } else if (byte === lineFeed) this.breaks += 1;
      at += 1;
    }
    this.add(start, at);
    return at >= end ? end : this.upToDelimiter(bytes, at + 1, end);
  }

  private upToDelimiter(bytes: Uint8Array, from: number, end: number): number {
    const { delimiter } = this;
    let at = from;
    while (at < end) {
      const byte = bytes[at] ?? 0;
      if (byte === delimiter || byte === lineFeed || byte === carriageReturn) break;
      at += 1;
    }
    return at;
  }

  private afterBreak(bytes: Uint8Array, at: number, end: number, final: boolean): number {
    this.breaks += 1;
    if (bytes[at] === lineFeed) return at + 1;
    if (at + 1 >= end) return final ? end : -1;
    return bytes[at + 1] === lineFeed ? at + 2 : at + 1;
  }

  private add(start: number, end: number): void {
    if (this.count < mostFields) {
      this.starts[this.count] = start;
      this.ends[this.count] = end;
    }
    this.count += 1;
  }
}

const delimiters = [',', ';', '\t', '|'].map((sign) => sign.charCodeAt(0));

/**
 * The delimiter that stands most often outside quotes in the first line that has one: a title above has none.
 * Undefined where no such line has ended yet.
 */
const delimiterIn = (bytes: Uint8Array, end: number, final: boolean): number | undefined => {
  const found = delimiters.map(() => 0);
  const best = (): number | undefined =>
    found.some((count) => count > 0) ? delimiters[found.indexOf(Math.max(...found))] : undefined;
  let inside = false;
  for (let at = 0; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) inside = !inside;
    if (inside) continue;
    const which = delimiters.indexOf(byte);
    if (which !== -1) found[which] = (found[which] ?? 0) + 1;
    if (byte === lineFeed && best() !== undefined) return best();
  }
  return final ? (best() ?? delimiters[0]) : undefined;
};

/** Longer than any login row: a quote that is never closed must not swallow the memory. */
const longestRecord = 1 << 18;

export type Taker = {
  /** One record that is not blank. `line`: where it starts, from 1. */
  readonly record: (bytes: Uint8Array, scanner: RecordScanner, line: number) => void;
  /** A record without an end was given up; reading goes on behind its first line. */
  readonly tooLong: (line: number) => void;
};

/** Cuts chunks of any size into records. Holds one chunk and one record in memory. */
export class Records {
  /** The line that is read now, from 1. */
  public line = 1;

  private readonly taker: Taker;
  private scanner: RecordScanner | undefined;
  private bytes = new Uint8Array(1 << 19);
  private length = 0;

  public constructor(taker: Taker) {
    this.taker = taker;
  }

  public feed(chunk: Uint8Array): void {
    this.append(chunk);
    this.scan(false);
  }

  public end(): void {
    this.scan(true);
  }

  private append(chunk: Uint8Array): void {
    const wanted = this.length + chunk.length;
    if (wanted > this.bytes.length) {
      const larger = new Uint8Array(wanted * 2);
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(chunk, this.length);
    this.length = wanted;
  }

  /** The delimiter is told by the first line that has one; before it has ended nothing is read. */
  private opened(final: boolean): RecordScanner | undefined {
    if (this.scanner !== undefined) return this.scanner;
    const delimiter = delimiterIn(this.bytes, this.length, final || this.length > longestRecord);
    if (delimiter !== undefined) this.scanner = new RecordScanner(delimiter);
    return this.scanner;
  }

  private scan(final: boolean): void {
    const scanner = this.opened(final);
    if (scanner === undefined) return;
    let at = 0;
    while (at < this.length) {
      const next = scanner.next(this.bytes, at, this.length, final);
      const isTooLong = (next === -1 ? this.length : next) - at > longestRecord;
      if (next === -1 && !isTooLong) break;
      at = isTooLong ? this.giveUp(at) : this.give(scanner, at, next);
      if (at === -1) return;
    }
    this.bytes.copyWithin(0, at, this.length);
    this.length -= at;
  }

  private give(scanner: RecordScanner, from: number, next: number): number {
    const isBlank = scanner.count === 1 && scanner.starts[0] === from && scanner.ends[0] === from;
    if (!isBlank) this.taker.record(this.bytes, scanner, this.line);
    this.line += scanner.breaks;
    return next;
  }

  private giveUp(from: number): number {
    this.taker.tooLong(this.line);
    const broken = this.bytes.subarray(from, this.length).indexOf(lineFeed);
    if (broken === -1) {
      this.length = 0;
      return -1;
    }
    this.line += 1;
    return from + broken + 1;
  }
}
