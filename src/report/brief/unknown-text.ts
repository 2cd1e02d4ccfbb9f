import type { Diagnosis, Refusal } from '../../model/index.ts';
import { wrapHard } from '../wrap.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { margin, part, plain, sentence } from './part.ts';
import { ranks } from './ranks.ts';
import { verdict } from './verdict.ts';

/** So many lines of the text are shown. */
const mostLines = 4;

/** That nothing in the text is known, and its first lines as they came. */
export const asItCame = ([first]: readonly Refusal[], { say, width }: Brief): readonly Group[] => [
  part(0, verdict({ mark: '?', tone: 'unsure', text: say('unknown-text') }, width)),
  (first?.text ?? '')
    .split('\n')
    .flatMap((line) => wrapHard(line, width - margin - 2))
    .slice(0, mostLines)
    .flatMap((line) => part(ranks.sure, [{ text: `| ${line}`.trimEnd(), tone: 'quiet' }])),
];

/** How to have it learnt. */
export const reportIt = ({ say, saved, width }: Brief): Group =>
  part(ranks.risk, plain(say(saved ? 'unknown-text.report' : 'unknown-text.report-again'), width));

/** Nothing that we know is in the text: it as it came, the look that tells, and how to report it. */
export const unknownText = (refusals: readonly Refusal[], diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  return [
    ...asItCame(refusals, brief),
    [
      ...part(0, sentence(say('label.look'), say('look.row-of-minute'), width)),
      ...(diagnosis.targetOrg === undefined ? part(0, sentence(say('label.or'), say('look.ask-the-org'), width)) : []),
    ],
    reportIt(brief),
  ];
};
