import fc from 'fast-check';
import { Trouble } from '../../../src/model/index.ts';
import { mutatedText, spliced } from './mutated.ts';
import type { Reached } from './reached.ts';
import type { Target } from './targets.ts';
import { tokens } from './tokens.ts';

/** Longer than this no reader takes, on a busy machine too. */
const longestMs = 20_000;

/** What reached something new is changed further, but it is not to grow for ever. */
const longestKept = 20_000;

/** So many inputs are drawn from what is kept before what they reached is among it. */
const roundSize = 50;

export type Fuzzed = {
  readonly name: string;
  readonly inputs: number;
  /** Inputs that reached what none before them did. */
  readonly kept: number;
  /** Characters of the source that ran for them, and for no text of the target's own. */
  readonly gained: number;
  readonly found: readonly string[];
};

/** How long, and how many inputs at most. `reached`: what tells whether an input reached something new; absent: nobody asks. */
export type Limits = {
  readonly seed: number;
  readonly inputs: number;
  readonly ms: number;
  readonly reached?: Reached;
  /** Whether it is only counted what they reached, and nothing is changed further. */
  readonly blind?: boolean;
};

const shown = (input: string): string => JSON.stringify(input).slice(0, 2000);

/** Tries inputs until one limit is reached, and tells what was found: whatever is thrown that is no `Trouble`, and what takes too long. */
export const fuzz = async (
  { name, run }: Target,
  { seed, inputs, ms, reached, blind = false }: Limits,
): Promise<Fuzzed> => {
  const found = new Map<string, string>();
  let tried = 0;
  let kept = 0;
  let gained = 0;
  await run(async ({ seeds, changed = mutatedText }, read) => {
    const attempt = async (input: string): Promise<void> => {
      const began = performance.now();
      try {
        await read(input);
      } catch (error) {
        if (error instanceof Trouble) return;
        const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
        const [first = '', second = ''] = what.split('\n');
        found.set(`${first.slice(0, 80)}${second}`, `${what.slice(0, 800)}\n  input: ${shown(input)}`);
      }
      const took = performance.now() - began;
      if (took > longestMs) found.set('slow', `${Math.round(took)} ms: ${shown(input)}`);
    };
    const corpus = [...seeds];
    for (const input of seeds) await attempt(input);
    await reached?.more();
    const ends = performance.now() + ms;
    for (let round = 0; tried < inputs && performance.now() < ends; round += 1) {
      const drawn = fc.oneof(
        { weight: 4, arbitrary: changed(corpus, tokens) },
        { weight: 2, arbitrary: changed(corpus.slice(-roundSize), tokens) },
        { weight: 1, arbitrary: spliced(corpus) },
      );
      const numRuns = Math.min(roundSize, inputs - tried);
      for (const input of fc.sample(drawn, { seed: seed + round, numRuns })) {
        if (performance.now() >= ends) break;
        tried += 1;
        await attempt(input);
        const more = (await reached?.more()) ?? 0;
        gained += more;
        if (more > 0 && !blind && input.length <= longestKept) corpus.push(input);
      }
    }
    kept = corpus.length - seeds.length;
  });
  return { name, inputs: tried, kept, gained, found: [...found.values()] };
};
