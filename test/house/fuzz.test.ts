import { expect } from 'chai';
import { fuzz } from '../support/fuzz/fuzz.ts';
import { canaries, fits, holdsNoSecret } from '../support/fuzz/laws.ts';
import { Reached } from '../support/fuzz/reached.ts';
import { targets } from '../support/fuzz/targets.ts';
import type { Target } from '../support/fuzz/targets.ts';

/** A target that reads what the recogniser is given as something else does. */
const broken = (read: (text: string) => unknown): Target => ({
  name: 'broken',
  run: (tries) => tries({ seeds: ['a', 'b'] }, read),
});

describe('law: whatever is read, it is understood or refused in a sentence', function () {
  this.timeout(120_000);
  const reached = new Reached();

  before(() => reached.begin());
  after(() => reached.end());

  // First: what the targets below ran is new no longer.
  it('goes on from what reached something new, and finds more so', async () => {
    const guided = await fuzz(targets[0]!, { seed: 7, inputs: 60, ms: 60_000, reached });
    expect(guided.kept).to.be.greaterThan(0);
    expect((await fuzz(targets[0]!, { seed: 7, inputs: 60, ms: 60_000 })).kept).to.equal(0);
  });

  for (const target of targets)
    it(`${target.name}; more: npm run proof:fuzz`, async () => {
      const { inputs, found } = await fuzz(target, { seed: 20261130, inputs: 150, ms: 3000, reached });
      expect(inputs).to.be.greaterThan(0);
      expect(found).to.deep.equal([]);
    });

  it('finds what is neither', async () => {
    const { found } = await fuzz(
      broken((text) => (text === '' ? undefined : BigInt(text))),
      { seed: 1, inputs: 20, ms: 3000 },
    );
    expect(found).to.not.be.empty;
  });

  it('finds a secret that is printed, and a report of another shape', () => {
    for (const secret of Object.values(canaries)) {
      const data = { texts: [`it is ${secret}`] };
      expect(holdsNoSecret(data)).to.equal(data);
      expect(() => holdsNoSecret(data, (same) => same)).to.throw('a secret is printed');
    }
    expect(() => fits('auth-explain')({ about: 'nothing' })).to.throw('no auth-explain');
  });
});
