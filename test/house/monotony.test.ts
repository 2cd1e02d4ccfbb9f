import { expect } from 'chai';
import fc from 'fast-check';
import { causes } from '../../src/causes/index.ts';
import { judge } from '../../src/diagnosis/index.ts';
import { factNames, unknown } from '../../src/model/index.ts';
import type { Evidence, FactName } from '../../src/model/index.ts';
import { disagreement } from '../support/agreement.ts';
import { gatheredScenarios } from '../support/gathered.ts';

const hide = (evidence: Evidence, names: readonly FactName[]): Evidence => ({
  ...evidence,
  ...Object.fromEntries(names.map((name) => [name, unknown('unreachable')])),
});

describe('law 6: monotony', function () {
  this.timeout(300_000);

  it('one more known fact never weakens a confirmed cause, unless a clue spoke against it', async () => {
    const gathered = await gatheredScenarios();
    fc.assert(
      fc.property(
        fc.constantFrom(...gathered),
        fc.subarray(factNames),
        fc.constantFrom(...factNames),
        ({ evidence }, hidden, shown) => {
          const less = hide(evidence, [...hidden, shown]);
          const more = hide(
            evidence,
            hidden.filter((name) => name !== shown),
          );
          expect(disagreement(more), `doctor and app check without ${hidden.join()}`).to.equal(undefined);
          for (const cause of causes) {
            const before = judge(cause, less);
            if (before.standing !== 'confirmed') continue;
            const after = judge(cause, more);
            const against = after.signs.some(({ sign }) => sign.kind === 'rules-out');
            // A cause that is sure to come can be suspected of today's failure as well: its date must still be told.
            const ahead =
              before.ahead?.on !== undefined &&
              after.signs.some(({ sign }) => sign.kind === 'foretells' && sign.on === before.ahead?.on);
            expect(after.standing === 'confirmed' || against || ahead, `${cause.id} after seeing ${shown}`).to.equal(
              true,
            );
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
