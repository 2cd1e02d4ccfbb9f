/**
 * Previews held against what the simulated org then does: `npm run proof:preview [changes] [seed]`. Every kind of change is deployed by the
 * real `sf project deploy start`; then random changes, three after one another in each crowd, by the API that it calls. Ends with 1 where a
 * prediction is wrong, or where too much cannot be told.
 */
import fc from 'fast-check';
import { filesFor, filesOf, kinds, nameOf, randomChange } from '../test/support/preview/changes.ts';
import { withCrowd, members } from '../test/support/preview/crowd.ts';
import { isWrong, mostUntold, prove, type Compared } from '../test/support/preview/proof.ts';

const [count = '60', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);

const inOneCrowd = 3;

const started = performance.now();
const verdicts = new Map<string, number>();
let wrong = 0;

const take = (compared: readonly Compared[], what: string): void => {
  for (const one of compared) {
    verdicts.set(one.predicted, (verdicts.get(one.predicted) ?? 0) + 1);
    if (!isWrong(one)) continue;
    wrong += 1;
    console.log(`wrong after ${what}: ${JSON.stringify(one)}`);
  }
};

const told = (what: string): void => {
  const seconds = Math.round((performance.now() - started) / 1000);
  const all = [...verdicts.values()].reduce((sum, one) => sum + one, 0);
  console.log(
    `${what}: ${all} predictions, ${JSON.stringify(Object.fromEntries(verdicts))}, wrong: ${wrong}; ${seconds} s`,
  );
};

for (const kind of kinds) {
  await withCrowd(members, async (crowd) => {
    take((await prove(filesFor(kind, crowd.members), crowd, 'sf')).compared, kind.id);
  });
}
told(`${kinds.length} kinds of change, by sf project deploy start`);
verdicts.clear();

const crowds = Math.ceil(Number(count) / inOneCrowd);
for (let at = 0; at < crowds; at += 1) {
  await withCrowd(members, async (crowd) => {
    const changes = fc.sample(randomChange(crowd.members), { seed: Number(seed) + at, numRuns: inOneCrowd });
    let what = `seed ${Number(seed) + at}`;
    for (const change of changes) {
      what = `${what} | ${nameOf(change)}`;
      take((await prove(filesOf(change, crowd.members), crowd)).compared, what);
    }
  });
  if ((at + 1) % 100 === 0) told(`${(at + 1) * inOneCrowd} changes`);
}
told(`seed ${seed}, ${crowds * inOneCrowd} random changes`);
const all = [...verdicts.values()].reduce((sum, one) => sum + one, 0);
const share = (verdicts.get('untold') ?? 0) / Math.max(1, all);
if (share > mostUntold) console.log(`too much cannot be told: ${share}`);
process.exit(wrong === 0 && share <= mostUntold ? 0 : 1);
