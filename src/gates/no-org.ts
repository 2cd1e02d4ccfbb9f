import type { GateBlindSpot, GateResult, Speaker } from '../model/index.ts';

/** The cure of every fact that only an org tells. */
const lookInto = '--target-org';

/** What stands for all that only an org would have shown. */
const fact = 'targetOrg';

const isOrgs = ({ cure }: GateBlindSpot): boolean => cure === lookInto;

type Walk = { readonly gates: readonly GateResult[]; readonly blindSpots: readonly GateBlindSpot[] };

const spotFor = (hides: GateBlindSpot['hides'], speaker: Speaker): GateBlindSpot => ({
  fact,
  why: 'not-asked',
  cure: lookInto,
  text: speaker.noOrg(),
  hides,
});

/** Without an org: what only an org would have shown, said once, and not for each fact at each gate. */
export const orgSaidOnce = ({ gates, blindSpots }: Walk, speaker: Speaker): Walk => {
  const text = speaker.noOrg();
  const once = (gate: GateResult): GateResult => {
    if (!gate.blindSpots.some(isOrgs)) return gate;
    const said = new Set(gate.blindSpots.filter(isOrgs).map((spot) => spot.text));
    return {
      ...gate,
      signs: [
        ...gate.signs.filter((sign) => !said.has(sign.text)),
        { check: fact, state: 'not-seen', text, sources: [] },
      ],
      blindSpots: [...gate.blindSpots.filter((spot) => !isOrgs(spot)), spotFor([gate.gate], speaker)],
    };
  };
  const hidden = gates.filter((gate) => gate.blindSpots.some(isOrgs)).map(({ gate }) => gate);
  return {
    gates: gates.map(once),
    blindSpots: [
      ...(hidden.length === 0 ? [] : [spotFor(hidden, speaker)]),
      ...blindSpots.filter((spot) => !isOrgs(spot)),
    ],
  };
};
