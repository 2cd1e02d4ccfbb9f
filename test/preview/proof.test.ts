import { expect } from 'chai';
import fc from 'fast-check';
import { filesOf, kinds, randomChange, type ChangeFile } from '../support/preview/changes.ts';
import { withCrowd, type Crowd } from '../support/preview/crowd.ts';
import { isWrong, prove, type Compared } from '../support/preview/proof.ts';

/** As many as there are kinds of members. */
const members = 9;

/** The whole of it: `npm run proof:preview`. */
const isWhole = process.env.PROOF === 'whole';

/** In every run; the others are proved by the whole. */
const always = ['range elsewhere', 'admin-approved', 'another certificate'];

/** "Cannot be told" is no way out: of the logins of random changes it is said of one in twenty at most. */
const mostUntold = 0.05;

const faults = (compared: readonly Compared[]): readonly string[] =>
  compared.filter(isWrong).map((one) => JSON.stringify(one));

/** What one kind of change does to everybody whom it can touch, each file once. */
const filesFor = ({ fits, file }: (typeof kinds)[number], crowd: Crowd): readonly ChangeFile[] => [
  ...new Map(
    crowd.members.filter(fits).map((member) => {
      const one = file(member);
      return [one.path, one] as const;
    }),
  ).values(),
];

describe('a preview against what the org then does', function () {
  this.timeout(600_000);

  it('says of every login that goes well that it goes on, where nothing is changed', async () => {
    const { compared, preview } = await withCrowd(members, (crowd) => prove([], crowd));
    expect(compared.map(({ predicted }) => predicted)).to.deep.equal(Array.from({ length: members }, () => 'goes-on'));
    expect(compared.every(({ granted }) => granted)).to.equal(true);
    expect(preview.cost.orgRoundTrips).to.be.at.most(10);
  });

  for (const kind of kinds.filter(({ id }) => isWhole || always.includes(id))) {
    it(`is right about: ${kind.id}`, async () => {
      const { compared } = await withCrowd(members, (crowd) => prove(filesFor(kind, crowd), crowd));
      expect(faults(compared)).to.deep.equal([]);
    });
  }

  it('is right about random changes; more: npm run proof:preview', async () => {
    const seed = isWhole ? Date.now() % 2 ** 31 : 20261130;
    const runs = isWhole ? 60 : 1;
    const verdicts = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      await withCrowd(members, async (crowd) => {
        const [change] = fc.sample(randomChange(crowd.members), { seed: seed + run, numRuns: 1 });
        const { compared } = await prove(filesOf(change ?? [], crowd.members), crowd);
        for (const { predicted } of compared) verdicts.set(predicted, (verdicts.get(predicted) ?? 0) + 1);
        const what = (change ?? []).map(({ kind, member }) => `${kind.id} of ${member}`).join(', ');
        expect(faults(compared), `seed ${seed + run}: ${what}`).to.deep.equal([]);
      });
    }
    if (!isWhole) return;
    console.log(`seed ${seed}: ${runs} changes, ${JSON.stringify(Object.fromEntries(verdicts))}`);
    const all = [...verdicts.values()].reduce((sum, count) => sum + count, 0);
    expect((verdicts.get('untold') ?? 0) / all, 'what cannot be told').to.be.at.most(mostUntold);
  });
});
