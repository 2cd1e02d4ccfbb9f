import type { BlindSpot, Diagnosis, Finding } from '../../model/index.ts';
import { grouped } from '../parts/blind-spots.ts';
import { listed } from '../say.ts';
import { askLine } from './ask-admin.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { copied, part, sentence } from './part.ts';
import { ranks } from './ranks.ts';

/** Blind spots that a permission of the looking session would cure, as far as they bear on what is suspected. */
export const lacking = ({ blindSpots }: Diagnosis, suspects: readonly Finding[]): readonly BlindSpot[] => {
  const causes = new Set(suspects.map(({ cause }) => cause));
  return blindSpots
    .filter(({ permission }) => permission !== undefined)
    .map((spot) => ({ ...spot, causes: spot.causes.filter((cause) => causes.size === 0 || causes.has(cause)) }))
    .filter((spot) => spot.causes.length > 0);
};

/** So many facts are named behind a permission. */
const mostFacts = 2;

const row = (spots: readonly BlindSpot[], { say, also }: Brief): string => {
  const facts = spots.map(({ fact }) => also.fact(fact));
  const causes = new Set(spots.flatMap((spot) => spot.causes)).size;
  const named = facts.length > mostFacts ? [...facts.slice(0, mostFacts), say('and-more')] : facts;
  return say.count('missing.row', causes, { permission: spots[0]?.permission ?? '', facts: listed(named) });
};

/** Which permissions are missing, what each would decide, and a line for somebody who has them. */
export const missing = (spots: readonly BlindSpot[], diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, width, saved } = brief;
  return [
    grouped(spots).flatMap(({ spots: few }, index) =>
      part(
        index < 3 ? 0 : ranks.alsoPossible,
        sentence(say(index === 0 ? 'label.lacks' : 'none'), row(few, brief), width),
      ),
    ),
    [
      ...part(0, sentence(say('label.do'), say('missing.forward'), width)),
      ...part(0, copied(askLine(diagnosis, brief.words))),
      ...(saved ? part(ranks.risk, sentence('', say('missing.permission-set'), width)) : []),
    ],
  ];
};
