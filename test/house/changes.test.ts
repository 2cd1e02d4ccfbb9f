import { expect } from 'chai';
import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

describe('law 14: what changed', function () {
  this.timeout(600_000);

  it('every scenario that writes a row of the audit trail tells that row as what brought the failure about', async () => {
    const untold: string[] = [];
    for (const { id, evidence } of await gatheredScenarios()) {
      const wanted = scenarioNamed(id)?.leaves?.change;
      if (wanted === undefined) continue;
      const { findings } = diagnose({ evidence, causes, speaker, cost });
      const told = findings.find(({ role }) => role === 'root')?.change?.action;
      if (told?.toLowerCase() !== wanted.toLowerCase()) untold.push(`${id}: ${told ?? 'nothing'}, not ${wanted}`);
    }
    expect(untold).to.deep.equal([]);
  });
});
