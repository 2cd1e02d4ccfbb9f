import { expect } from 'chai';
import { fuzz } from '../support/fuzz/fuzz.ts';
import { targets } from '../support/fuzz/targets.ts';

describe('law: whatever is read, it is understood or refused in a sentence', function () {
  this.timeout(120_000);

  for (const target of targets)
    it(`${target.name}; more: npm run proof:fuzz`, async () => {
      const { inputs, found } = await fuzz(target, { seed: 20261130, inputs: 150, ms: 3000 });
      expect(inputs).to.be.greaterThan(0);
      expect(found).to.deep.equal([]);
    });

  it('finds what is neither', async () => {
    const { found } = await fuzz(
      {
        name: 'broken',
        run: (tries) =>
          targets[0]!.run((inputs) => tries(inputs, (text) => (text === '' ? undefined : BigInt(String(text))))),
      },
      { seed: 1, inputs: 20, ms: 3000 },
    );
    expect(found).to.not.be.empty;
  });
});
