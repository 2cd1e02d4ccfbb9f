import type { CauseId, CausePage, Explanation } from '../../model/index.ts';
import { briefFor } from '../brief/brief.ts';
import type { Brief, BriefPage } from '../brief/brief.ts';
import { fit } from '../brief/fit.ts';
import type { Group } from '../brief/fit.ts';
import { foot } from '../brief/foot.ts';
import { asSentence, part, plain, sentence } from '../brief/part.ts';
import { ranks } from '../brief/ranks.ts';
import { suspectLines } from '../brief/suspects.ts';
import { toDo } from '../brief/to-do.ts';
import { asItCame, reportIt } from '../brief/unknown-text.ts';
import { verdict } from '../brief/verdict.ts';
import { speakNotes } from '../notes.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom } from '../say.ts';
import type { Say } from '../say.ts';
import { showGroups } from '../brief/terminal.ts';
import { named } from './text-document.ts';

type About = Extract<Explanation, { about: 'text' }>;

export type ExplanationPage = BriefPage & { readonly pageOf: (id: CauseId) => CausePage | undefined };

/** So many of Salesforce's wordings, and of the places to look at, have room. */
const mostSaid = 3;
const mostPlaces = 2;

const speaking = ({ words }: Brief): Say => sayFrom(words, 'explain');

/** A cause: what it means, how Salesforce says it, what cures it. Why it happens where there is room. */
const ofCause = (page: CausePage, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const note = speaking(brief)('brief.gate', { gate: page.gate });
  return [
    [
      ...part(0, verdict({ mark: '', tone: 'strong', text: asSentence(page.title), note }, width)),
      ...part(0, plain(page.meaning, width)),
    ],
    page.saidBySalesforce
      .slice(0, mostSaid)
      .flatMap((said, index) => part(ranks.looked, sentence(index === 0 ? say('label.says') : '', said, width))),
    toDo(page, brief),
    part(ranks.later, plain(page.why, width)),
  ];
};

/** One cause alone: whether the text proves it, and what cures it. */
const ofOne = (about: About, page: CausePage, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const confirmed = about.causes[0]?.standing === 'confirmed';
  const passes = about.advice === 'retry';
  const note = say(confirmed ? (passes ? 'note.passes' : 'note.confirmed') : 'note.suspected');
  const sign = confirmed && !passes ? ({ mark: '✖', tone: 'bad' } as const) : ({ mark: '?', tone: 'unsure' } as const);
  return [
    [
      ...part(0, verdict({ ...sign, ...(passes ? { mark: '!' } : {}), text: asSentence(page.title), note }, width)),
      ...part(0, plain(page.meaning, width)),
    ],
    toDo(page, brief),
  ];
};

/** Several: likeliest first, where to look, and who tells more. */
const ofSeveral = ({ causes, lookAt }: About, brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const explain = speaking(brief);
  return [
    part(0, verdict({ mark: '?', tone: 'unsure', text: say.count('undecided', causes.length) }, width)),
    suspectLines(causes, brief),
    [
      ...lookAt
        .slice(0, mostPlaces)
        .flatMap(({ place, causes: decides }, index) =>
          part(
            index === 0 ? 0 : ranks.later,
            sentence(
              index === 0 ? say('label.look') : '',
              explain('look', { place, causes: named(decides, explain) }),
              width,
            ),
          ),
        ),
      ...part(0, sentence(say('label.then'), explain('brief.answer'), width)),
    ],
  ];
};

const ofText = (about: About, { pageOf, ...page }: ExplanationPage): readonly Group[] => {
  const brief = briefFor(page);
  const { say, words, width } = brief;
  const [first, second] = about.causes;
  if (first === undefined)
    return about.refusals.length === 0
      ? [part(0, verdict({ mark: '?', tone: 'unsure', text: speaking(brief)('nothing-refused') }, width)), foot(brief)]
      : [...asItCame(about.refusals, brief), reportIt(brief), foot(brief)];
  const alone = second === undefined || first.standing === 'confirmed' ? pageOf(first.id) : undefined;
  const notes = speakNotes(about.refusals, words).flatMap(({ text }) =>
    part(ranks.next, sentence(say('label.note'), text, width)),
  );
  return [
    ...(alone === undefined ? ofSeveral(about, brief) : ofOne(about, alone, brief)),
    notes,
    foot(brief, first.id),
  ];
};

/** What `sf auth explain` answers, in 23 lines; undefined where somebody asked for the whole list. */
const composeBriefExplanation = (explanation: Explanation, page: ExplanationPage): readonly Group[] | undefined => {
  const clean = allPrintable(explanation);
  switch (clean.about) {
    case 'cause':
      return fit([...ofCause(clean.page, briefFor(page)), foot(briefFor(page))]);
    case 'text':
      return fit(ofText(clean, page));
    case 'catalogue':
      return undefined;
  }
};

/** The short screen of `sf auth explain`. Pure. Undefined for the whole list, which is as long as it is. */
export const renderBriefExplanation = (
  explanation: Explanation,
  { colour, ...page }: ExplanationPage & { readonly colour: boolean },
): string | undefined => {
  const groups = composeBriefExplanation(explanation, page);
  return groups === undefined ? undefined : showGroups(groups, colour);
};
