/**
 * Random orgs with one to three gates shut: `npm run proof:random-orgs [count] [seed]`. The first root and what comes next are held against
 * the simulator's own walk. Ends with 1 where a first root is wrong, a next one that is not shut is confirmed, they come in another order, or
 * an org could not be played. What was found so far goes to stderr now and then: it takes more than half an hour.
 */
import fc from 'fast-check';
import { isInOrder, judgeRandomOrg, randomOrg, type RandomOrg } from '../test/support/random-orgs.ts';

const [count = '10000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const started = performance.now();
const wrong = { first: 0, next: 0, order: 0, unplayed: 0 };
const closed = [0, 0, 0, 0];

const judge = async (org: RandomOrg): Promise<void> => {
  const judged = await judgeRandomOrg(org);
  const { shut, expected, found, first } = judged;
  closed[expected.length] = (closed[expected.length] ?? 0) + 1;
  const isFirst = first === expected[0];
  const isTrue = found.every((cause) => shut.includes(cause));
  const isOrdered = isInOrder(judged);
  if (isFirst && isTrue && isOrdered) return;
  wrong.first += isFirst ? 0 : 1;
  wrong.next += isTrue ? 0 : 1;
  wrong.order += isOrdered ? 0 : 1;
  console.log(JSON.stringify(judged));
};

const soFar = (played: number): string => {
  const [, one, two, three] = closed;
  const seconds = Math.round((performance.now() - started) / 1000);
  return `seed ${seed}: ${played} orgs (one gate shut: ${one}, two: ${two}, three: ${three}), wrong: ${wrong.first} first roots, ${wrong.next} confirmed and not shut, ${wrong.order} orders; not played: ${wrong.unplayed}; ${seconds} s`;
};

for (const [at, org] of fc.sample(randomOrg, { seed: Number(seed), numRuns: Number(count) }).entries()) {
  if (at > 0 && at % 500 === 0) console.error(soFar(at));
  try {
    await judge(org);
  } catch (error) {
    wrong.unplayed += 1;
    console.log(at, error);
  }
}
console.log(soFar(Number(count)));
process.exit(Object.values(wrong).every((times) => times === 0) ? 0 : 1);
