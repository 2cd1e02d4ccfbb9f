import { globSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { causes } from '../../src/causes/index.ts';
import { judge } from '../../src/diagnosis/index.ts';
import { checkGates } from '../../src/gates/index.ts';
import { denied, factNames, gates, unknown } from '../../src/model/index.ts';
import type { Evidence, Fact, FactName } from '../../src/model/index.ts';
import { loadWords, speakFrom } from '../../src/words/index.ts';
import { evidence } from '../support/evidence.ts';

/** What the person says and the clock tells is always there. */
const always = new Set<FactName>(['now', 'failedAt', 'integration', 'answers', 'refusals']);

const nothing = (missing: (name: FactName) => Fact<never>): Evidence => ({
  ...evidence({ refusals: [] }),
  ...Object.fromEntries(factNames.filter((name) => !always.has(name)).map((name) => [name, missing(name)])),
});

const missing: Readonly<Record<string, Evidence>> = {
  denied: nothing((name) => denied('View Setup and Configuration', { place: 'org', name })),
  unknown: nothing((name) => unknown('unreachable', undefined, { place: 'org', name })),
};

/** A room that names neither is handed what is known, and nothing else. */
const whatMayBeMissing = /\b(?:Evidence|Fact)\b/u;

/** Nothing but words tells these, and there were none. */
const toldByWordsAlone = ['cli-bug', 'not-authentication', 'not-salesforce'];

describe('not knowing', () => {
  it('is handled by the judge: no cause and no clue can see whether a fact is there', () => {
    const files = globSync('src/{causes,clues}/**/*.ts');
    expect(files.length).to.be.greaterThan(causes.length);
    for (const file of files) expect(readFileSync(file, 'utf8'), file).to.not.match(whatMayBeMissing);
  });

  for (const [how, all] of Object.entries(missing)) {
    it(`of anything, since all is ${how}, leaves every cause undecided, and calls no clue that needs it`, () => {
      const decided: string[] = [];
      for (const cause of causes) {
        const called: FactName[] = [];
        const listening = cause.clues.map((clue) => ({
          ...clue,
          read: (facts: Parameters<typeof clue.read>[0]) => {
            called.push(...clue.needs);
            return clue.read(facts);
          },
        }));
        const { standing } = judge({ ...cause, clues: listening }, all);
        expect(
          called.filter((name) => !always.has(name)),
          cause.id,
        ).to.deep.equal([]);
        if (standing !== 'undecided') decided.push(cause.id);
      }
      expect(decided.toSorted()).to.deep.equal(toldByWordsAlone);
    });

    it(`of anything, since all is ${how}, leaves every gate not seen`, () => {
      const cost = { orgRoundTrips: 0, requests: 0, milliseconds: 0 };
      const check = checkGates({ evidence: all, causes, speaker: speakFrom(loadWords()), cost });
      expect(check.outcome).to.equal('inconclusive');
      expect(check.gates.map(({ gate, state }) => `${gate}: ${state}`)).to.deep.equal(
        gates.map((gate) => `${gate}: not-seen`),
      );
    });
  }
});
