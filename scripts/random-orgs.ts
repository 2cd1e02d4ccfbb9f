/** Random orgs with one to three gates shut: `npm run proof:random-orgs [count] [seed]`. Ends with 1 where a first root is wrong. */
import fc from 'fast-check';
import { judgeRandomOrg, randomOrg } from '../test/support/random-orgs.ts';

const [count = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const started = performance.now();
let wrong = 0;
for (const org of fc.sample(randomOrg, { seed: Number(seed), numRuns: Number(count) })) {
  const judged = await judgeRandomOrg(org);
  if (judged.found === judged.expected) continue;
  wrong += 1;
  console.log(JSON.stringify(judged));
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`seed ${seed}: ${count} orgs, ${wrong} wrong first roots, ${seconds} s`);
process.exit(wrong === 0 ? 0 : 1);
