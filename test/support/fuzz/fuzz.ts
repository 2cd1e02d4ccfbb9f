import fc from 'fast-check';
import { Trouble } from '../../../src/model/index.ts';
import type { Target } from './targets.ts';

/** Longer than this no reader takes, on a busy machine too. */
const longestMs = 20_000;

export type Fuzzed = { readonly name: string; readonly inputs: number; readonly found: readonly string[] };

/** How long, and how many inputs at most. */
export type Limits = { readonly seed: number; readonly inputs: number; readonly ms: number };

/** Tries inputs until one limit is reached, and tells what was found: whatever is thrown that is no `Trouble`, and what takes too long. */
export const fuzz = async ({ name, run }: Target, { seed, inputs, ms }: Limits): Promise<Fuzzed> => {
  const found = new Map<string, string>();
  let tried = 0;
  await run(async (arbitrary, read) => {
    const ends = performance.now() + ms;
    for (let batch = 0; tried < inputs && performance.now() < ends; batch += 1)
      for (const input of fc.sample(arbitrary, { seed: seed + batch, numRuns: Math.min(100, inputs - tried) })) {
        if (performance.now() >= ends) break;
        tried += 1;
        const began = performance.now();
        try {
          await read(input);
        } catch (error) {
          if (error instanceof Trouble) continue;
          const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
          const [first = '', second = ''] = what.split('\n');
          found.set(`${first}${second}`, `${what.slice(0, 800)}\n  input: ${JSON.stringify(input).slice(0, 2000)}`);
        }
        const took = performance.now() - began;
        if (took > longestMs) found.set('slow', `${Math.round(took)} ms: ${JSON.stringify(input).slice(0, 2000)}`);
      }
  });
  return { name, inputs: tried, found: [...found.values()] };
};
