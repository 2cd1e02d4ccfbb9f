import { expect } from 'chai';
import { gates, denied, flows } from '../../src/model/index.ts';
import type { AppCheck, Evidence, FactName } from '../../src/model/index.ts';
import { causes } from '../../src/causes/index.ts';
import { plan } from '../../src/diagnosis/index.ts';
import { evidence } from '../support/evidence.ts';
import { closers, openCase, type Case, type Kind } from './support/closers.ts';
import { gateOf, walkEvidence } from './support/walked.ts';

const kinds: readonly Kind[] = ['connected-app', 'external-client-app'];

/** What the person says and the clock tells cannot be hidden. */
const hideable = [...plan(causes)].filter(
  (name) => !['now', 'integration', 'refusals', 'attempt', 'failedAt'].includes(name),
);

const permission = 'View Setup and Configuration';

const hidden = ({ facts }: Case, names: readonly FactName[]): Evidence => ({
  ...evidence(facts),
  ...Object.fromEntries(names.map((name) => [name, denied(permission, { place: 'org', name })])),
});

const states = (check: AppCheck): Readonly<Record<string, string>> =>
  Object.fromEntries(check.gates.map(({ gate, state }) => [gate, state]));

describe('a gate that may not be seen', () => {
  for (const flow of flows) {
    for (const kind of kinds) {
      it(`${flow}, ${kind}: each fact hidden in turn shuts no gate and opens none, and names its cure`, () => {
        const open = openCase(flow, kind);
        const cases = [open, ...gates.flatMap((gate) => closers[gate]?.(flow, kind)?.(open) ?? [])];
        for (const one of cases) {
          const whole = walkEvidence(evidence(one.facts), one.wanted);
          for (const name of hideable) {
            const blind = walkEvidence(hidden(one, [name]), one.wanted);
            for (const { gate, state } of blind.gates) {
              const what = `${gate} without ${name}`;
              const truth = gateOf(whole, gate).state;
              if (state === 'closed') expect(truth, what).to.equal('closed');
              if (truth === 'closed') expect(state, what).to.not.equal('open');
              if (truth !== 'not-seen' && state === 'not-seen')
                expect(
                  gateOf(blind, gate).blindSpots.map((spot) => spot.permission),
                  what,
                ).to.include(permission);
            }
          }
        }
      });

      it(`${flow}, ${kind}: nothing seen at all is never healthy`, () => {
        const check = walkEvidence(hidden(openCase(flow, kind), hideable));
        expect(check.outcome).to.equal('inconclusive');
        expect(Object.values(states(check))).to.not.include('closed');
      });
    }
  }

  it('every sentence of a blind spot is said, and names what it hides', () => {
    const check = walkEvidence(hidden(openCase('jwt'), hideable));
    expect(check.blindSpots).to.not.have.lengthOf(0);
    for (const { text, hides } of check.blindSpots) {
      expect(text).to.match(/\S/u);
      expect(hides).to.not.have.lengthOf(0);
    }
  });
});
