import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import type { Diagnosis } from '../../src/model/index.ts';
import { exitCodeOf } from '../../src/output/exit-codes.ts';
import { scenarios } from '../../simulator/scenarios/index.ts';
import { endsWell } from '../../simulator/scenarios/scenario.ts';
import { judgedByBoth } from '../support/agreement.ts';
import { gatheredScenarios } from '../support/gathered.ts';
import { suspectedOnly } from '../support/suspected-only.ts';

describe('law 4: the matrix', () => {
  const seen = async (id: string): Promise<Diagnosis> => {
    const gathered = (await gatheredScenarios()).find((one) => one.id === id);
    return judgedByBoth(gathered!.evidence, id);
  };

  const ahead = scenarios.filter((one) => one.cause !== undefined && endsWell(one));
  const stops = scenarios.filter((one) => !ahead.includes(one));

  for (const { id, cause } of stops.filter((one) => !suspectedOnly.has(one.cause ?? ''))) {
    it(`${id}: ${cause ?? 'nothing'} is the confirmed root, and nothing else is`, async () => {
      const { findings, outcome } = await seen(id);
      const roots = findings.filter(({ role }) => role === 'root');
      expect(roots.filter(({ standing }) => standing === 'confirmed').map((root) => root.cause)).to.deep.equal(
        cause === undefined ? [] : [cause],
      );
      expect(roots[0]?.cause).to.equal(cause);
      if (cause === undefined) {
        expect(outcome).to.equal('healthy');
        expect(findings, 'a healthy login of a tidy org has nothing to tell').to.deep.equal([]);
      }
    }).timeout(300_000);
  }

  // A login that works: nothing explains a failure, since there is none. Its cause is what is told first of what lies ahead.
  for (const { id, cause } of ahead) {
    it(`${id}: nothing blocks, and ${cause} is the first that is told for later, confirmed`, async () => {
      const diagnosis = await seen(id);
      const { findings, outcome } = diagnosis;
      expect(outcome).to.equal('healthy');
      expect([exitCodeOf(diagnosis, 'blocks'), exitCodeOf(diagnosis, 'later')]).to.deep.equal([0, 3]);
      expect(findings.map(({ role }) => role)).to.deep.equal(findings.map(() => 'later'));
      expect(findings[0]).to.include({ cause, standing: 'confirmed' });
      expect(findings.filter(({ standing }) => standing === 'confirmed')).to.have.lengthOf(1);
    }).timeout(300_000);
  }

  it('what only makes an integration untidy is never a root, and comes after what blocks', async () => {
    const untidy = new Set<string>(causes.filter(({ blocks }) => !blocks).map(({ id }) => id));
    expect(untidy.size).to.be.greaterThan(0);
    for (const { id, evidence } of await gatheredScenarios()) {
      const { findings } = judgedByBoth(evidence, id);
      for (const { cause, role } of findings) if (untidy.has(cause)) expect(role, `${id}: ${cause}`).to.equal('later');
    }
  }).timeout(300_000);

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
