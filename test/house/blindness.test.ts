import { expect } from 'chai';
import { scenarioNamed } from '../../simulator/scenarios/index.ts';
import { endsWell } from '../../simulator/scenarios/scenario.ts';
import { causes } from '../../src/causes/index.ts';
import { orgFactNames } from '../../src/evidence/org/index.ts';
import { bearingOf, denied } from '../../src/model/index.ts';
import type { Diagnosis, Evidence, FactName } from '../../src/model/index.ts';
import { judgedByBoth } from '../support/agreement.ts';
import { gatheredScenarios, gatheredWithout } from '../support/gathered.ts';
import type { GatheredScenario } from '../support/gathered.ts';
import { withheld } from '../support/withheld.ts';

const works = ({ id }: GatheredScenario): boolean => endsWell(scenarioNamed(id)!);

const asGathered = new Map<Evidence, Diagnosis>();

/** The judgement of what was gathered, as both commands make it. */
const seen = ({ id, evidence }: GatheredScenario): Diagnosis => {
  const diagnosis = asGathered.get(evidence) ?? judgedByBoth(evidence, id);
  asGathered.set(evidence, diagnosis);
  return diagnosis;
};

const hide = (evidence: Evidence, names: readonly FactName[]): Evidence => ({
  ...evidence,
  ...Object.fromEntries(names.map((name) => [name, denied('View Setup and Configuration', { place: 'org', name })])),
});

/** No cause is confirmed that is not confirmed when everything can be seen. */
const nothingWrong = (less: Diagnosis, all: Diagnosis, what: string): void => {
  const confirmed = ({ findings }: Diagnosis): string[] =>
    findings.filter(({ standing, role }) => standing === 'confirmed' && role !== 'later').map(({ cause }) => cause);
  const allowed = confirmed(all);
  for (const cause of confirmed(less)) expect(allowed, what).to.include(cause);
};

/** Two plays of a scenario lie a while apart, and an org is made a while before it is played. */
const isTime = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value);

/** Members may be missing (they were not told), but what is told is the same, and no list is shorter. */
const agrees = (less: unknown, more: unknown): boolean => {
  if (Array.isArray(less))
    return Array.isArray(more) && less.length === more.length && less.every((item, at) => agrees(item, more[at]));
  if (isTime(less) && isTime(more)) return true;
  if (typeof less !== 'object' || less === null) return less === more;
  if (typeof more !== 'object' || more === null) return false;
  return Object.entries(less).every(([key, value]) => agrees(value, (more as Record<string, unknown>)[key]));
};

/** An answer that is only shorter is not taken for the whole. */
const noWrongAbsence = (told: Evidence, all: Evidence, what: string): void => {
  for (const name of orgFactNames) {
    const [less, more] = [told[name], all[name]];
    // Without Login History the window in which changes count is wider: more changes are no wrong absence. Names of apps are
    // only proposed for a mistyped one: fewer of them say nothing wrong.
    if (name === 'changes' || name === 'appNames' || less.state !== 'known' || more.state !== 'known') continue;
    expect(
      agrees(less.value, more.value),
      `${what}: ${name} = ${JSON.stringify(less.value)}, not ${JSON.stringify(more.value)}`,
    ).to.equal(true);
  }
};

const wrongly = (scenario: GatheredScenario, hidden: readonly FactName[]): Diagnosis => {
  const what = `${scenario.id} without ${hidden.join()}`;
  const blind = judgedByBoth(hide(scenario.evidence, hidden), what);
  nothingWrong(blind, seen(scenario), what);
  return blind;
};

/** What is confirmed as the reason, in its order. */
const proved = ({ findings }: Diagnosis): readonly string[] =>
  findings.filter(({ role, standing }) => role === 'root' && standing === 'confirmed').map(({ cause }) => cause);

/** Those who lack less than this: nothing, and each set of permissions that is a part of it. */
const lackingLess = (deny: readonly string[]): ReadonlyArray<readonly string[]> => [
  [],
  ...withheld.filter((other) => other.length < deny.length && other.every((permission) => deny.includes(permission))),
];

const seenLacking = (deny: readonly string[]): Promise<readonly GatheredScenario[]> =>
  deny.length === 0 ? gatheredScenarios() : gatheredWithout(deny);

describe('law 5: blindness', function () {
  this.timeout(300_000);

  it('each org fact hidden in turn: no wrong confirmation, and a blind spot that names its cure', async () => {
    for (const scenario of await gatheredScenarios()) {
      for (const name of orgFactNames) {
        const blind = wrongly(scenario, [name]);
        const { flow } = blind.integration;
        for (const spot of blind.blindSpots.filter(({ fact }) => fact === name)) {
          expect(spot.permission, `${scenario.id} ${name}`).to.equal('View Setup and Configuration');
        }
        const needed = causes.filter(
          ({ id, clues, blocks }) =>
            // What would only be untidy explains no failure: that it was not seen is no blind spot.
            blocks &&
            !blind.ruledOut.includes(id) &&
            clues.some(
              ({ needs, doubts, flows }) => doubts !== true && needs.includes(name) && bearingOf(flow, flows) === 'in',
            ),
        );
        if (needed.length > 0)
          expect(
            blind.blindSpots.map(({ fact }) => fact),
            `${scenario.id} ${name}`,
          ).to.include(name);
      }
    }
  });

  it('all org facts hidden: never healthy', async () => {
    for (const scenario of await gatheredScenarios()) {
      expect(wrongly(scenario, orgFactNames).outcome, scenario.id).to.not.equal('healthy');
    }
  });

  for (const deny of withheld) {
    it(`the looking user without ${deny.join(' and ')}: no wrong confirmation, never healthy where something is wrong`, async () => {
      const full = await gatheredScenarios();
      for (const [index, scenario] of (await gatheredWithout(deny)).entries()) {
        const what = `${scenario.id} without ${deny.join()}`;
        const blind = seen(scenario);
        nothingWrong(blind, seen(full[index]!), what);
        if (!works(scenario)) expect(blind.outcome, what).to.not.equal('healthy');
        noWrongAbsence(scenario.evidence, full[index]!.evidence, what);
      }
    });
  }
});

describe('law 15: a permission more', function () {
  this.timeout(300_000);

  for (const deny of withheld) {
    it(`than without ${deny.join(' and ')} never weakens a diagnosis: what is proved stays so, and first`, async () => {
      const blind = (await seenLacking(deny)).map((scenario) => ({ id: scenario.id, proofs: proved(seen(scenario)) }));
      expect(blind.some(({ proofs }) => proofs.length > 0)).to.equal(true);
      for (const less of lackingLess(deny)) {
        for (const [index, scenario] of (await seenLacking(less)).entries()) {
          const { id, proofs } = blind[index]!;
          const now = proved(seen(scenario));
          const what = `${id}, without ${less.join() || 'nothing'} after ${deny.join()}`;
          expect(now, what).to.include.members([...proofs]);
          if (proofs.length > 0) expect(now[0], what).to.equal(proofs[0]);
        }
      }
    });
  }
});
