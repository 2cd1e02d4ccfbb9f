import type { BlindSpot, Diagnosis } from '../../model/index.ts';
import { section } from '../document.ts';
import type { Document } from '../document.ts';
import { listed } from '../say.ts';
import type { Say } from '../say.ts';

type Group = { readonly key: string; readonly first: BlindSpot; readonly spots: readonly BlindSpot[] };

/** What would let us see: a permission, a flag; else why we could not. */
const cureOf = ({ permission, cure, why }: BlindSpot): string =>
  permission === undefined ? (cure === undefined ? `why ${why}` : `cure ${cure}`) : `permission ${permission}`;

/** Blind spots with one cure are one group; the group that bears on most causes comes first. */
export const grouped = (spots: readonly BlindSpot[]): readonly Group[] =>
  [...Map.groupBy(spots, cureOf)]
    .flatMap(([key, all]): Group[] => {
      const [first] = all;
      return first === undefined ? [] : [{ key, first, spots: all }];
    })
    .toSorted((a, b) => causesOf(b.spots).length - causesOf(a.spots).length || (a.key < b.key ? -1 : 1));

const causesOf = (spots: readonly BlindSpot[]): readonly string[] => [
  ...new Set(spots.flatMap(({ causes }) => causes)),
];

/** So many causes are named; more are counted. */
const most = 3;

const bearsOn = (spots: readonly BlindSpot[], say: Say): string => {
  const causes = causesOf(spots);
  if (causes.length === 0) return '';
  if (causes.length > most) return ` ${say.count('blind.bears-on', causes.length)}`;
  return ` ${say('blind.bears-on.named', { causes: listed(causes) })}`;
};

/** A flag to add, or (`without --offline`) to leave out. */
const cureLine = (cure: string, facts: string, say: Say): string => {
  const [, flag] = /^without (.+)$/u.exec(cure) ?? [];
  return flag === undefined ? say('blind.with', { flag: cure, facts }) : say('blind.without', { flag, facts });
};

/** So many facts are named; more are counted. */
const mostFacts = 6;

/** What was not seen; what bears on most causes comes first. */
const factsOf = (spots: readonly BlindSpot[], say: Say): string => {
  const names = spots
    .toSorted((a, b) => b.causes.length - a.causes.length || (a.fact < b.fact ? -1 : 1))
    .map(({ fact }) => say.fact(fact));
  if (names.length <= mostFacts) return listed(names);
  return listed([...names.slice(0, mostFacts - 1), say('blind.more', { count: names.length - mostFacts + 1 })]);
};

const sight = ({ first, spots }: Group, say: Say): string => {
  const facts = factsOf(spots, say);
  if (spots.length === 1 && first.fact.includes('.')) return first.text;
  if (first.permission === undefined && first.cure !== undefined) return cureLine(first.cure, facts, say);
  if (spots.length === 1) return first.text;
  if (first.permission !== undefined) return say('blind.permission', { permission: first.permission, facts });
  return say(`blind.why.${first.why}`, { facts });
};

/** One line a cure: what it would show, and on which causes that bears. */
export const blindLine = (group: Group, say: Say): string => `${sight(group, say)}${bearsOn(group.spots, say)}`;

/** The facts that would decide between suspects: "To decide, look here" names them already. */
const deciding = ({ outcome, findings }: Diagnosis): ReadonlySet<string> =>
  new Set(
    outcome === 'inconclusive'
      ? findings.filter(({ role }) => role === 'root').flatMap(({ unread }) => unread.flatMap(({ facts }) => facts))
      : [],
  );

/** What we could not see, and what would help; not again what was said to decide. */
export const blindSpots = (diagnosis: Diagnosis, say: Say): Document => {
  const wanted = deciding(diagnosis);
  const said = new Set(diagnosis.blindSpots.filter(({ fact }) => wanted.has(fact)).map(cureOf));
  const spots = diagnosis.blindSpots.filter((spot) => !said.has(cureOf(spot)));
  const items = grouped(spots).map((group) => blindLine(group, say));
  return items.length === 0 ? [] : section(say('title.blind-spots'), [{ kind: 'list', items }]);
};
