import { Session } from 'node:inspector/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const source = pathToFileURL(path.resolve('src')).href;

/** What of the source ran, by the block coverage that V8 keeps itself. */
export class Reached {
  readonly #session = new Session();
  /** Of each function that ran, the characters that did. */
  readonly #ran = new Map<string, Uint8Array>();

  /** What was compiled before is not counted block by block: begin before the source is loaded where all is to be seen. */
  async begin(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: false, detailed: true });
  }

  /** How many characters of the source ran since it was asked last that never ran before. */
  async more(): Promise<number> {
    let more = 0;
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    for (const { url, functions } of result.filter((script) => script.url.startsWith(source)))
      for (const { ranges } of functions) more += this.#add(url, ranges);
    return more;
  }

  /** Ranges of one function: the first is the whole, each other lies within one before it. */
  #add(url: string, ranges: ReadonlyArray<{ startOffset: number; endOffset: number; count: number }>): number {
    const [whole] = ranges;
    if (whole === undefined || whole.count === 0) return 0;
    const { startOffset: from, endOffset: to } = whole;
    const now = new Uint8Array(to - from);
    for (const { startOffset, endOffset, count } of ranges)
      now.fill(count > 0 ? 1 : 0, startOffset - from, endOffset - from);
    const key = `${url}:${from}-${to}`;
    const ran = this.#ran.get(key) ?? new Uint8Array(to - from);
    this.#ran.set(key, ran);
    let more = 0;
    for (const [at, one] of now.entries())
      if (one === 1 && ran[at] === 0) {
        ran[at] = 1;
        more += 1;
      }
    return more;
  }

  end(): void {
    this.#session.disconnect();
  }
}
