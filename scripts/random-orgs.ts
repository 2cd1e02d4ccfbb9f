/**
 * Random orgs with one to three gates shut: `npm run proof:random-orgs [count] [seed]`. The first root and what comes next are held against
 * the simulator's own walk. Ends with 1 where a first root is wrong, a next one that is not shut is confirmed, or they come in another order.
 */
import fc from 'fast-check';
import { isInOrder, judgeRandomOrg, randomOrg } from '../test/support/random-orgs.ts';

const [count = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const started = performance.now();
const wrong = { first: 0, next: 0, order: 0 };
const closed = [0, 0, 0, 0];
for (const org of fc.sample(randomOrg, { seed: Number(seed), numRuns: Number(count) })) {
  const judged = await judgeRandomOrg(org);
  const { shut, expected, found, first } = judged;
  closed[expected.length] = (closed[expected.length] ?? 0) + 1;
  const isFirst = first === expected[0];
  const isTrue = found.every((cause) => shut.includes(cause));
  const isOrdered = isInOrder(judged);
  if (isFirst && isTrue && isOrdered) continue;
  wrong.first += isFirst ? 0 : 1;
  wrong.next += isTrue ? 0 : 1;
  wrong.order += isOrdered ? 0 : 1;
  console.log(JSON.stringify(judged));
}
const seconds = Math.round((performance.now() - started) / 1000);
const [, one, two, three] = closed;
console.log(
  `seed ${seed}: ${count} orgs (one gate shut: ${one}, two: ${two}, three: ${three}), wrong: ${wrong.first} first roots, ${wrong.next} confirmed and not shut, ${wrong.order} orders; ${seconds} s`,
);
process.exit(wrong.first + wrong.next + wrong.order === 0 ? 0 : 1);
