import { valueOf } from '../model/index.ts';
import type { AppGate, Evidence, FactName, GateBlindSpot, GateSpeaker, Speaker } from '../model/index.ts';
import type { Looked } from './look.ts';

export type Voices = { readonly speaker: Speaker; readonly gates: GateSpeaker };

/** Of an app that was installed, or is not here at all, what its maker set stays in the maker's org. */
const notOurs = (name: FactName, evidence: Evidence, { gates }: Voices): string | undefined => {
  const fact = evidence[name];
  if (fact.state !== 'unknown' || evidence.app.state !== 'known') return undefined;
  if (valueOf(evidence.app) !== undefined)
    return fact.reason === 'not-in-this-org' ? gates.notOurs(name, true) : undefined;
  return fact.reason === 'depends-on-unknown' ? gates.notOurs(name, false) : undefined;
};

const ofFact = (name: FactName, gate: AppGate, evidence: Evidence, voices: Voices): readonly GateBlindSpot[] => {
  const fact = evidence[name];
  if (fact.state === 'known') return [];
  const why =
    fact.state === 'denied'
      ? ({ why: 'denied', permission: fact.permission } as const)
      : { why: fact.reason, ...(fact.cure === undefined ? {} : { cure: fact.cure }) };
  const spot = { fact: name, ...why };
  return [{ ...spot, text: notOurs(name, evidence, voices) ?? voices.speaker.blindSpot(spot), hides: [gate] }];
};

/** What one look could not see. Where the check itself says why, its sentence is the text. */
export const blindSpotsOf = (
  { check, reading }: Looked,
  gate: AppGate,
  evidence: Evidence,
  voices: Voices,
  text: string,
): readonly GateBlindSpot[] => {
  if (reading.state !== 'not-seen') return [];
  if (reading.facts !== undefined) return reading.facts.flatMap((name) => ofFact(name, gate, evidence, voices));
  const { cure } = reading;
  const why = cure === undefined ? ('not-in-this-org' as const) : ('not-asked' as const);
  return [{ fact: `${gate}.${check}`, why, ...(cure === undefined ? {} : { cure }), text, hides: [gate] }];
};

const keyOf = ({ fact, why, permission = '', cure = '' }: GateBlindSpot): string =>
  [fact, why, permission, cure].join(' ');

/** Each once, with all the gates that it hides. */
export const joined = (spots: readonly GateBlindSpot[]): readonly GateBlindSpot[] =>
  [...Map.groupBy(spots, keyOf).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, hides: [...new Set(same.flatMap(({ hides }) => hides))] }];
  });
