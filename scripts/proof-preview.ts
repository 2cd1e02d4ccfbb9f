/**
 * Previews held against what the simulated org then does, in a grown org: `npm run proof:preview [changes] [seed]`. Random changes, three
 * after one another until the org is put back; every 25th is deployed over HTTP. `npm run proof:preview kinds`: every kind of change once,
 * by the real `sf project deploy start`. Ends with 1 where a prediction is wrong, or where too much cannot be told.
 */
import fc from 'fast-check';
import { filesFor, filesOf, kinds, nameOf, randomChange } from '../test/support/preview/changes.ts';
import { withCrowd, members, type Crowd } from '../test/support/preview/crowd.ts';
import type { Deployer } from '../test/support/preview/deploy.ts';
import { isWrong, mostUntold, prove, type Proof } from '../test/support/preview/proof.ts';

const [asked = '60', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);
const [inOneOrg, overHttp] = [3, 25];

const started = performance.now();
const counts = new Map<string, number>();
const total = { changes: 0, notTaken: 0, wrong: 0 };

const take = ({ compared, problem }: Proof, what: string): void => {
  total.changes += 1;
  if (problem !== undefined) {
    total.notTaken += 1;
    console.log(`not deployed: ${what}: ${problem}`);
  }
  for (const one of compared) {
    counts.set(one.predicted, (counts.get(one.predicted) ?? 0) + 1);
    if (!isWrong(one)) continue;
    total.wrong += 1;
    console.log(`wrong after ${what}: ${JSON.stringify(one)}`);
  }
};

const predictions = (): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

const tell = (): void => {
  const seconds = Math.round((performance.now() - started) / 1000);
  const { changes, notTaken, wrong } = total;
  const told = JSON.stringify(Object.fromEntries(counts));
  console.log(
    `${changes} changes (${notTaken} not taken), ${predictions()} predictions, ${told}, wrong: ${wrong}; ${seconds} s`,
  );
};

const everyKind = async (crowd: Crowd): Promise<void> => {
  for (const kind of kinds) {
    take(await prove(filesFor(kind, crowd.members), crowd, 'sf'), kind.id);
    crowd.reset();
    if (total.changes % 10 === 0) tell();
  }
};

const atRandom = async (crowd: Crowd): Promise<void> => {
  const changes = fc.sample(randomChange(crowd.members), { seed: Number(seed), numRuns: Number(asked) });
  let before = '';
  for (const [at, change] of changes.entries()) {
    if (at % inOneOrg === 0) {
      crowd.reset();
      before = '';
    }
    before = `${before} | ${nameOf(change)}`;
    const by: Deployer = at % overHttp === overHttp - 1 ? 'api' : 'here';
    take(await prove(filesOf(change, crowd.members), crowd, by), `${at}${before}`);
    if ((at + 1) % 100 === 0) tell();
  }
};

console.log(asked === 'kinds' ? `${kinds.length} kinds of change` : `${asked} changes, seed ${seed}`);
await withCrowd(members, asked === 'kinds' ? everyKind : atRandom, { isGrown: true });
tell();
const share = (counts.get('untold') ?? 0) / Math.max(1, predictions());
console.log(`cannot be told: ${(share * 100).toFixed(1)} %`);
const isTooMuch = asked !== 'kinds' && share > mostUntold;
process.exit(total.wrong === 0 && !isTooMuch ? 0 : 1);
