import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { diagnose } from '../../src/diagnosis/index.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { gatheredScenarios } from '../support/gathered.ts';
import { suspectedOnly } from '../support/suspected-only.ts';

const speaker = speakFrom(loadWords());
const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };

describe('law 4: the matrix', () => {
  const seen = async (id: string): Promise<Diagnosis> => {
    const gathered = (await gatheredScenarios()).find((one) => one.id === id);
    return diagnose({ evidence: gathered!.evidence, causes, speaker, cost });
  };

  for (const { id, cause } of scenarios.filter((one) => !suspectedOnly.has(one.cause ?? ''))) {
    it(`${id}: ${cause ?? 'nothing'} is the confirmed root, and nothing else is`, async () => {
      const { findings, outcome } = await seen(id);
      const roots = findings.filter(({ role }) => role === 'root');
      expect(roots.filter(({ standing }) => standing === 'confirmed').map((root) => root.cause)).to.deep.equal(
        cause === undefined ? [] : [cause],
      );
      expect(roots[0]?.cause).to.equal(cause);
      if (cause === undefined) expect(outcome).to.equal('healthy');
    }).timeout(300_000);
  }

  for (const { id, cause } of scenarios.filter((one) => suspectedOnly.has(one.cause ?? ''))) {
    it(`${id}: ${cause} is the first root, suspected, and nothing is a confirmed root`, async () => {
      const roots = (await seen(id)).findings.filter(({ role }) => role === 'root');
      expect(roots[0]).to.include({ cause, standing: 'suspected' });
      expect(roots.filter(({ standing }) => standing === 'confirmed')).to.deep.equal([]);
    }).timeout(300_000);
  }

  it('every cause that is only suspected has its scenario', () => {
    const staged = scenarios.map(({ cause }) => cause);
    expect(staged).to.include.members([...suspectedOnly.keys()]);
  });
});
