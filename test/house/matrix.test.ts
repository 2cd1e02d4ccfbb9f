import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

describe('law 4: the matrix', () => {
  for (const { id, cause } of scenarios) {
    it(`${id}: ${cause ?? 'nothing'} is the confirmed root, and nothing else is`, async () => {
      const gathered = (await gatheredScenarios()).find((one) => one.id === id);
      const { findings, outcome } = diagnose({ evidence: gathered!.evidence, causes, speaker, cost });
      const roots = findings.filter(({ role }) => role === 'root');
      expect(roots.filter(({ standing }) => standing === 'confirmed').map((root) => root.cause)).to.deep.equal(
        cause === undefined ? [] : [cause],
      );
      expect(roots[0]?.cause).to.equal(cause);
      if (cause === undefined) expect(outcome).to.equal('healthy');
    }).timeout(120_000);
  }
});
