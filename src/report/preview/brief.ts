import type { Preview, PreviewedIntegration } from '../../model/index.ts';
import { briefFor, type BriefPage } from '../brief/brief.ts';
import { fit, type Group } from '../brief/fit.ts';
import { clipped, part, plain, sentence } from '../brief/part.ts';
import { showGroups } from '../brief/terminal.ts';
import { verdict } from '../brief/verdict.ts';
import { at, inWords } from '../brief/when.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { editText, placeText, sentenceOf, who, why } from './line.ts';
import { verdictOn } from './verdict.ts';

type Screen = Omit<BriefPage, 'words'> & { readonly say: Say };

/** So many stand apart, the first with why and by what; of the others a line each stays as long as there is room. */
const apart = 2;

const used = ({ integration: { logins, lastLogin } }: PreviewedIntegration, { say, reader }: Screen): string =>
  lastLogin === undefined ? '' : say.count('used', logins, { at: at(lastLogin, reader) });

const told = (one: PreviewedIntegration, index: number, screen: Screen): Group => {
  const { say, width, reader } = screen;
  if (index >= apart)
    return part(
      4,
      plain(say('line.short', { verdict: say(`word.${one.verdict}`), who: who(one.integration, say) }), width),
    );
  const [reason] = why(one);
  const [edit] = one.edits;
  const more = [
    ...(one.verdict === 'untold' || reason === undefined ? [] : [clipped(inWords(reason, reader))]),
    ...(edit === undefined ? [] : [clipped(editText(edit, say))]),
    ...(one.accepted === undefined ? [] : [say('accepted', { reason: one.accepted.reason })]),
  ];
  const least = index === 0 ? 2 : 5;
  return [
    ...part(0, plain(sentenceOf(one, say), width)),
    ...more.flatMap((text, at) => part(least + at, sentence('', text, width, 'quiet'))),
    ...part(8, sentence('', used(one, screen), width, 'quiet')),
  ];
};

const matters = ({ verdict: what }: PreviewedIntegration): boolean => what !== 'goes-on';

const counted = ['goes-on', 'untold', 'refused', 'works-again', 'refused-already', 'people', 'tokens'] as const;

const countsLine = ({ counts }: Preview, { say }: Screen): string =>
  `${counted
    .map((what) => [what, counts[what] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([what, count]) =>
      what === 'people' || what === 'tokens' ? say.count(`count.${what}`, count) : say(`count.${what}`, { count }),
    )
    .join(', ')}.`;

/** The answer first, in 23 lines. */
const composeBrief = (given: Preview, page: BriefPage): readonly Group[] => {
  const preview = allPrintable(given);
  const say = sayFrom(page.words, 'preview');
  const screen: Screen = { ...briefFor(page), say };
  const { width, exit } = page;
  const on = preview.at === undefined ? '' : at(preview.at, screen.reader);
  const all = preview.integrations.filter(matters).map((one, index) => told(one, index, screen));
  return fit([
    part(0, verdict(verdictOn(preview, say, on), width)),
    ...all.slice(0, apart),
    all.slice(apart).flat(),
    [
      ...preview.lint.flatMap(({ text, at: place }, index) =>
        part(9 + index, sentence(say('label.lint'), `${placeText(place)} ${text}`, width)),
      ),
      ...preview.blindSpots.flatMap((text, index) => part(3 + index, sentence(say('label.blind'), text, width))),
    ],
    [
      ...(preview.counts.integrations === 0 ? [] : part(1, plain(countsLine(preview, screen), width, 'quiet'))),
      ...part(0, plain(say('foot.details'), width, 'quiet')),
      ...part(0, plain(say('exit', exit), width, 'quiet')),
    ],
  ]);
};

/** The short screen. Pure. Ends with a line break. */
export const renderPreviewBrief = (
  preview: Preview,
  { colour, ...page }: BriefPage & { readonly colour: boolean },
): string => showGroups(composeBrief(preview, page), colour);
