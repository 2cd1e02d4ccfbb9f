/**
 * Hostile inputs for everything that reads: `npm run proof:fuzz [-- --minutes 60] [--seed number] [--target name] [--blind]`.
 * Inputs that reach code which none reached before are changed further; `--blind`: only the first ones are, to see what that gains.
 * Ends with 1 where something was found.
 */
import { setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { Reached } from '../test/support/fuzz/reached.ts';

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    target: { type: 'string' },
    blind: { type: 'boolean', default: false },
  },
});

// It takes all the time that nobody else wants.
setPriority(19);

// V8 counts blocks of what is compiled from here on.
const reached = new Reached();
await reached.begin();
const { fuzz } = await import('../test/support/fuzz/fuzz.ts');
const { targets } = await import('../test/support/fuzz/targets.ts');

const asked = targets.filter(({ name }) => flags.target === undefined || name === flags.target);
if (asked.length === 0) throw new Error(`There is no target but ${targets.map(({ name }) => name).join(', ')}.`);
const ms = (Number(flags.minutes) * 60_000) / asked.length;
let found = 0;
for (const target of asked) {
  const limits = { seed: Number(flags.seed), inputs: Number.MAX_SAFE_INTEGER, ms, reached, blind: flags.blind };
  const fuzzed = await fuzz(target, limits);
  found += fuzzed.found.length;
  for (const one of fuzzed.found) console.log(one);
  console.log(
    `${fuzzed.name}: ${fuzzed.inputs} inputs in ${Math.round(ms / 1000)} s ran ${fuzzed.gained} characters of the source that the first ones do not, ${fuzzed.kept} kept, ${fuzzed.found.length} found (seed ${flags.seed}${flags.blind ? ', blind' : ''})`,
  );
}
process.exit(found === 0 ? 0 : 1);
