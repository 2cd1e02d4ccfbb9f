import type { Preview, PreviewedIntegration } from '../../model/index.ts';
import { briefFor, type BriefPage } from '../brief/brief.ts';
import { fit, type Group } from '../brief/fit.ts';
import { clipped, part, plain, sentence } from '../brief/part.ts';
import { showGroups } from '../brief/terminal.ts';
import { verdict, type Verdict } from '../brief/verdict.ts';
import { at, inWords } from '../brief/when.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { editText, placeText, sentenceOf, why } from './line.ts';

type Screen = Omit<BriefPage, 'words'> & { readonly say: Say };

const verdictOf = (preview: Preview, { say, reader }: Screen): Verdict => {
  const { counts, at: day, targetOrg, outcome } = preview;
  const { integrations: all, refused, untold } = counts;
  const on = day === undefined ? '' : at(day, reader);
  if (all === 0 && targetOrg === undefined) return { mark: '?', tone: 'unsure', text: say('verdict.files') };
  if (all === 0) return { mark: '?', tone: 'unsure', text: say('verdict.nobody') };
  const rest = untold === 0 ? '' : ` ${say.count('also.untold', untold)}`;
  if (refused > 0) {
    const text = say.count(day === undefined ? 'verdict.refused' : 'verdict.refused-at', refused, { all, on });
    return outcome === 'refused'
      ? { mark: '✖', tone: 'bad', text: `${text}${rest}` }
      : { mark: '!', tone: 'unsure', text: `${text}${rest}` };
  }
  if (untold > 0) return { mark: '?', tone: 'unsure', text: say.count('verdict.untold', untold, { all }) };
  if (outcome === 'untold') return { mark: '?', tone: 'unsure', text: say('verdict.blind', { all }) };
  return { mark: '✔', tone: 'good', text: say(day === undefined ? 'verdict.clear' : 'verdict.clear-at', { all, on }) };
};

/** So many are told at length; of the others the line stays as long as there is room. */
const atLength = 3;

const used = ({ integration: { logins, lastLogin } }: PreviewedIntegration, { say, reader }: Screen): string =>
  lastLogin === undefined ? '' : say.count('used', logins, { at: at(lastLogin, reader) });

const told = (one: PreviewedIntegration, index: number, screen: Screen): Group => {
  const { say, width, reader } = screen;
  const [reason] = why(one);
  const [edit] = one.edits;
  const more = [
    ...(one.verdict === 'untold' || reason === undefined ? [] : [clipped(inWords(reason, reader))]),
    ...(edit === undefined ? [] : [clipped(editText(edit, say))]),
    used(one, screen),
    ...(one.accepted === undefined ? [] : [say('accepted', { reason: one.accepted.reason })]),
  ].filter((text) => text !== '');
  return [
    ...part(index < atLength ? 0 : 10 + index, plain(sentenceOf(one, say), width)),
    ...more.flatMap((text, at) => part((index < atLength ? 1 : 10) + index + at, sentence('', text, width, 'quiet'))),
  ];
};

const matters = ({ verdict: what }: PreviewedIntegration): boolean => what !== 'goes-on';

const counted = ['goes-on', 'untold', 'refused', 'works-again', 'refused-already', 'people', 'tokens'] as const;

const countsLine = ({ counts }: Preview, { say }: Screen): string =>
  `${counted
    .map((what) => [what, counts[what] ?? 0] as const)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => say(`count.${what}`, { count }))
    .join(', ')}.`;

/** The answer first, in 23 lines. */
const composeBrief = (given: Preview, page: BriefPage): readonly Group[] => {
  const preview = allPrintable(given);
  const say = sayFrom(page.words, 'preview');
  const screen: Screen = { ...briefFor(page), say };
  const { width, exit } = page;
  return fit([
    part(0, verdict(verdictOf(preview, screen), width)),
    ...preview.integrations.filter(matters).map((one, index) => told(one, index, screen)),
    [
      ...preview.lint.flatMap(({ text, at: place }, index) =>
        part(4 + index, sentence(say('label.lint'), `${placeText(place)} ${text}`, width)),
      ),
      ...preview.blindSpots.flatMap((text, index) => part(4 + index, sentence(say('label.blind'), text, width))),
    ],
    [
      ...(preview.counts.integrations === 0 ? [] : part(3, plain(countsLine(preview, screen), width, 'quiet'))),
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
