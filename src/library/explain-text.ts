import type { CauseId, Explanation, FactName, Lookout } from '../model/index.ts';
import { words } from './catalogue.ts';
import { causeOf } from './cause-of.ts';
import { recognize } from './recognize.ts';
import type { RecognizeOptions } from './recognize-ids.ts';

/** The facts of the org that a cause reads. */
const factsOf = (id: CauseId): readonly FactName[] => [
  ...new Set(causeOf(id)?.clues.flatMap(({ needs }) => needs) ?? []),
];

/** Where to look by hand to decide between causes: what decides most of them first. */
const lookoutsFor = (causes: readonly CauseId[]): readonly Lookout[] => {
  const byFact = Map.groupBy(
    causes.flatMap((id) => factsOf(id).map((fact) => ({ fact, id }))),
    ({ fact }) => fact,
  );
  return [...byFact]
    .flatMap(([fact, all]): Lookout[] => {
      const place = words.find('report', `look.${fact}`);
      return place === undefined ? [] : [{ place, causes: all.map(({ id }) => id) }];
    })
    .toSorted((a, b) => b.causes.length - a.causes.length);
};

/** What a text can mean, and where to look to decide it. */
export const explainText = (text: string, options?: RecognizeOptions): Explanation => {
  const { refusals, causes, advice } = recognize(text, options);
  const decided = causes.some(({ standing }) => standing === 'confirmed');
  return {
    schemaVersion: 1,
    about: 'text',
    refusals,
    causes: causes.map((one) => ({ ...one, meaning: words.text(`cause.${one.id}`, 'meaning') })),
    advice,
    lookAt: decided ? [] : lookoutsFor(causes.map(({ id }) => id)),
  };
};
