import { expect } from 'chai';
import fc from 'fast-check';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { checkGates } from '../../src/gates/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

describe('law 7: order', function () {
  this.timeout(300_000);

  it('shuffled causes and facts that arrive in another order give the same bytes', async () => {
    const gathered = await gatheredScenarios();
    for (const { id, evidence } of gathered) {
      const straight = JSON.stringify(diagnose({ evidence, causes, speaker, cost }));
      const gates = JSON.stringify(checkGates({ evidence, causes, speaker, cost }));
      fc.assert(
        fc.property(
          fc.shuffledSubarray([...causes], { minLength: causes.length }),
          fc.shuffledSubarray(Object.entries(evidence), { minLength: Object.keys(evidence).length }),
          (order, facts) => {
            const arrived = Object.fromEntries(facts) as unknown as typeof evidence;
            expect(JSON.stringify(diagnose({ evidence: arrived, causes: order, speaker, cost })), id).to.equal(
              straight,
            );
            expect(JSON.stringify(checkGates({ evidence: arrived, causes: order, speaker, cost })), id).to.equal(gates);
          },
        ),
        { numRuns: 5 },
      );
    }
  });
});
