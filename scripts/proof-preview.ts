/**
 * Previews held against what the simulated org then does, in a grown org: `npm run proof:preview [changes] [seed]`. Random changes, three
 * after one another until the org is put back, in every fourth org without a row of the logins between; every 25th is deployed over HTTP.
 * With a third argument (`1200 20261130 278,902`) only the orgs in which those changes were made are played again. `npm run proof:preview
 * kinds`: every kind of change once, by the real `sf project deploy start`. Ends with 1 where a prediction is wrong, where saved evidence
 * says something else than the org, or where too much cannot be told.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { filesFor, filesOf, kinds, nameOf, randomChange } from '../test/support/preview/changes.ts';
import { withCrowd, members, type Crowd } from '../test/support/preview/crowd.ts';
import type { Deployer } from '../test/support/preview/deploy.ts';
import { isWrong, mostUntold, prove, saidIn, type Proof } from '../test/support/preview/proof.ts';

const [asked = '60', seed = String(Date.now() % 2 ** 31), only = ''] = process.argv.slice(2);
const [inOneOrg, overHttp, seldom] = [3, 25, 4];

const started = performance.now();
const counts = new Map<string, number>();
const total = { changes: 0, notTaken: 0, wrong: 0 };

const take = ({ preview, again, compared, problem }: Proof, what: string): void => {
  total.changes += 1;
  if (!isDeepStrictEqual(saidIn(again), saidIn(preview))) {
    total.wrong += 1;
    console.log(`otherwise by saved evidence: ${what}`);
  }
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
    take(await prove(filesFor(kind, crowd.members), crowd, { by: 'sf' }), kind.id);
    crowd.reset();
    if (total.changes % 10 === 0) tell();
  }
};

/** The changes that follow one another in one org. */
const chainOf = (at: number): number => Math.floor(at / inOneOrg);

const atRandom = async (crowd: Crowd): Promise<void> => {
  const changes = fc.sample(randomChange(crowd.members), { seed: Number(seed), numRuns: Number(asked) });
  const wanted = new Set(only.split(',').filter(Boolean).map(Number).map(chainOf));
  let before = '';
  for (const [at, change] of changes.entries()) {
    if (wanted.size > 0 && !wanted.has(chainOf(at))) continue;
    if (at % inOneOrg === 0) {
      crowd.reset();
      before = '';
    }
    before = `${before} | ${nameOf(change)}`;
    const by: Deployer = at % overHttp === overHttp - 1 ? 'api' : 'here';
    const isSeldom = chainOf(at) % seldom === seldom - 1;
    take(await prove(filesOf(change, crowd.members), crowd, { by, isSeldom }), `${at}${before}`);
    if ((at + 1) % 100 === 0) tell();
  }
};

console.log(asked === 'kinds' ? `${kinds.length} kinds of change` : `${asked} changes, seed ${seed}`);
await withCrowd(members, asked === 'kinds' ? everyKind : atRandom, { isGrown: true });
tell();
const share = (counts.get('untold') ?? 0) / Math.max(1, predictions());
console.log(`cannot be told: ${(share * 100).toFixed(1)} %`);
const isTooMuch = asked !== 'kinds' && only === '' && share > mostUntold;
process.exit(total.wrong === 0 && !isTooMuch ? 0 : 1);
