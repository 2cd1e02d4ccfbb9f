import type { Diagnosis, Refusal } from '../../model/index.ts';
import { wrapHard } from '../wrap.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { margin, part, plain, sentence } from './part.ts';
import { ranks } from './ranks.ts';
import { verdict } from './verdict.ts';

/** So many lines of the text are shown. */
const mostLines = 4;

/** Nothing that we know is in the text: it as it came, the look that tells, and how to report it. */
export const unknownText = ([first]: readonly Refusal[], diagnosis: Diagnosis, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const lines = (first?.text ?? '').split('\n').flatMap((line) => wrapHard(line, width - margin - 2));
  return [
    part(0, verdict({ mark: '?', tone: 'unsure', text: say('unknown-text') }, width)),
    lines.flatMap((line, index) =>
      index < mostLines ? part(ranks.sure, [{ text: `| ${line}`.trimEnd(), tone: 'quiet' }]) : [],
    ),
    [
      ...part(0, sentence(say('label.look'), say('look.row-of-minute'), width)),
      ...(diagnosis.targetOrg === undefined ? part(0, sentence(say('label.or'), say('look.ask-the-org'), width)) : []),
    ],
    part(ranks.risk, plain(say('unknown-text.report'), width)),
  ];
};
