import type { Diagnosis } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, type Document } from '../document.ts';
import type { Judgement } from '../formats/judgement.ts';
import { timelineSvg, type Moment } from '../html/timeline.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom } from '../say.ts';
import { utc } from '../time.ts';

/** One moment is a fact that the text tells already; a line needs two. */
const least = 2;

/** Each moment once, the earliest first. */
const inOrder = (moments: readonly Moment[]): readonly Moment[] => {
  const told = new Map(moments.map((one) => [`${one.at} ${one.text}`, one]));
  return [...told.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
};

const timeline = (given: readonly Moment[], words: Words): Document => {
  const moments = inOrder(allPrintable(given));
  const say = sayFrom(words, 'formats');
  if (moments.length < least) return [];
  return section(say('title.timeline'), [
    {
      kind: 'figure',
      lines: moments.map(({ at, kind, text }) =>
        say('timeline.line', { at: utc(at), kind: say(`timeline.${kind}`), text }),
      ),
      html: timelineSvg(moments, say),
    },
  ]);
};

const at = (moment: string | undefined, kind: Moment['kind'], text: string): readonly Moment[] =>
  moment === undefined ? [] : [{ at: moment, kind, text }];

/** What happened to a login, and what will: from the last success to what ends last. */
export const diagnosisTimeline = (diagnosis: Diagnosis, words: Words): Document => {
  const { lastSuccess, firstFailure, failingRow, findings, changes } = diagnosis;
  const say = sayFrom(words, 'formats');
  const likely = findings.flatMap(({ change, began, undone }) =>
    [change, began?.change, undone].filter((one) => one !== undefined),
  );
  return timeline(
    [
      ...at(lastSuccess, 'good', say('moment.last-success')),
      ...[...likely, ...changes].flatMap((change) =>
        at(change.at, 'change', [change.by, change.display || change.action].filter(Boolean).join(': ')),
      ),
      ...at(firstFailure, 'bad', say('moment.first-failure')),
      ...at(failingRow?.at, 'bad', say('moment.failing-row', { status: failingRow?.status ?? '' })),
      ...findings.flatMap(({ on, title }) => at(on, 'ahead', title)),
    ],
    words,
  );
};

/** What ends when, of several apps or gates. */
export const endsTimeline = (judgements: readonly Judgement[], words: Words): Document =>
  timeline(
    judgements.flatMap(({ on, about, title }) => at(on, 'ahead', `${about}: ${title}`)),
    words,
  );
