/** Hostile inputs for everything that reads: `npm run proof:fuzz [seconds a target] [seed]`. Ends with 1 where something was found. */
import { fuzz } from '../test/support/fuzz/fuzz.ts';
import { targets } from '../test/support/fuzz/targets.ts';

const [seconds = '600', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
let found = 0;
for (const target of targets) {
  const began = performance.now();
  const limits = { seed: Number(seed), inputs: Number.MAX_SAFE_INTEGER, ms: Number(seconds) * 1000 };
  const fuzzed = await fuzz(target, limits);
  found += fuzzed.found.length;
  for (const one of fuzzed.found) console.log(one);
  const took = Math.round((performance.now() - began) / 1000);
  console.log(`${fuzzed.name}: ${fuzzed.inputs} inputs in ${took} s, ${fuzzed.found.length} found (seed ${seed})`);
}
process.exit(found === 0 ? 0 : 1);
