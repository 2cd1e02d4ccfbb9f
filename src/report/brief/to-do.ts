import type { FindingRemedy } from '../../model/index.ts';
import { setupLink } from '../parts/finding.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { asSentence, copied, part, sentence, steps } from './part.ts';
import type { Line, Part } from './part.ts';
import { ranks } from './ranks.ts';

/** What cures, of a diagnosis or of a cause's page. */
type Cure = Omit<FindingRemedy, 'effect'>;

const places = ({ setup, command }: Cure, { say, also, width }: Brief): readonly Line[] => [
  ...(setup === undefined ? [] : copied(setupLink(setup, also))),
  ...(command === undefined || setup === undefined ? [] : sentence('', say('or-run'), width)),
  ...(command === undefined ? [] : copied(command)),
];

const doing = (remedy: Cure, brief: Brief): readonly Line[] => [
  ...steps(brief.say('label.do'), remedy.steps.length === 0 ? [asSentence(remedy.title)] : remedy.steps, brief.width),
  ...places(remedy, brief),
];

const maybe = (rank: number, label: string, text: string | undefined, width: number): readonly Part[] =>
  text === undefined ? [] : part(rank, sentence(label, text, width));

/** What to do, who, what it costs, how to see that it helped; what else would help, in a line each. */
export const toDo = (
  { remedies: [first, ...others], verify }: { readonly remedies: readonly Cure[]; readonly verify?: string },
  brief: Brief,
): Group => {
  if (first === undefined) return [];
  const { say, width } = brief;
  return [
    ...part(0, doing(first, brief)),
    ...part(0, sentence(say('label.who'), `${brief.also(`actor.${first.who}`)}.`, width)),
    ...maybe(ranks.risk, say('label.risk'), first.risk, width),
    ...maybe(ranks.verify, say('label.then'), verify, width),
    ...others.flatMap(({ title, who }) =>
      part(ranks.otherRemedy, sentence(say('label.or'), say('or', { title, who: brief.also(`actor.${who}`) }), width)),
    ),
  ];
};
