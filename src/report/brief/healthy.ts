import type { Diagnosis } from '../../model/index.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { laterLines } from './outlook.ts';
import { part, plain, sentence } from './part.ts';
import { ranks } from './ranks.ts';
import { verdict } from './verdict.ts';
import { at } from './when.ts';

/** It works: what was looked at, when it last did, and the next date on which something ends. */
export const healthy = (diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, reader, width } = brief;
  const { ruledOut, blindSpots, lastSuccess, attempt } = diagnosis;
  const seen = blindSpots.length === 0 ? say('healthy.all-seen') : say.count('healthy.unseen', blindSpots.length);
  const facts = [
    `${say.count('ruled-out', ruledOut.length)} ${seen}`,
    ...(lastSuccess === undefined ? [] : [say('course.last', { at: at(lastSuccess, reader) })]),
    say(attempt === undefined ? 'healthy.not-tried' : 'healthy.tried'),
  ];
  return [
    [
      ...part(0, verdict({ mark: '✔', tone: 'good', text: say('healthy') }, width)),
      ...facts.flatMap((fact) => part(ranks.sure, plain(fact, width))),
      ...laterLines(diagnosis, brief).flatMap((line, index) =>
        part(index === 0 ? 0 : ranks.later, sentence(index === 0 ? say('label.later') : '', line, width)),
      ),
    ],
  ];
};
