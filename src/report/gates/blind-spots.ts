import type { AppCheck, Gate, GateBlindSpot } from '../../model/index.ts';
import { section } from '../document.ts';
import type { Document } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';

const keyOf = ({ permission, cure, why, text }: GateBlindSpot): string => {
  if (permission !== undefined) return `permission ${permission}`;
  return cure === undefined ? `${why} ${text}` : `cure ${cure}`;
};

/** A flag to add, or (`without --offline`) to leave out. */
const withFlag = (cure: string, facts: string, say: Say): string => {
  const [, flag] = /^without (.+)$/u.exec(cure) ?? [];
  return flag === undefined ? say('blind.with', { flag: cure, facts }) : say('blind.without', { flag, facts });
};

type Names = (spot: GateBlindSpot) => string;

const sentence = (spots: readonly GateBlindSpot[], names: Names, say: Say): string => {
  const [first] = spots;
  if (first === undefined) return '';
  if (spots.length === 1) return first.text;
  const facts = listed([...new Set(spots.map(names))]);
  if (first.permission !== undefined) return say('blind.permission', { permission: first.permission, facts });
  return first.cure === undefined ? first.text : withFlag(first.cure, facts, say);
};

/** What was not seen, one line a cure, and the gates that hang on it. What nobody asked for and nothing hangs on is left out. */
export const checkBlindSpots = (
  { blindSpots, gates }: AppCheck,
  say: Say,
  doctorSay: Say,
  fact: (name: string) => string | undefined,
): Document => {
  const titleOf = (gate: Gate): string => gates.find((one) => one.gate === gate)?.title ?? gate;
  const names: Names = (spot) => fact(spot.fact) ?? listed(spot.hides.map(titleOf));
  const items = [...Map.groupBy(blindSpots, keyOf).values()].map((spots) =>
    say('screen.blind.gates', {
      text: sentence(spots, names, doctorSay),
      gates: listed([...new Set(spots.flatMap((spot) => spot.hides.map(titleOf)))]),
    }),
  );
  return items.length === 0 ? [] : section(say('screen.title.blind-spots'), [{ kind: 'list', items }]);
};
