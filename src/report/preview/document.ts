import type { Preview, PreviewedIntegration, Verdict } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, text, type Document, type TableRow, type Tone } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { readable, utc } from '../time.ts';
import { editText, placeText, who, why } from './line.ts';

const tones: Readonly<Record<Verdict, Tone>> = {
  refused: 'bad',
  untold: 'unsure',
  'works-again': 'good',
  'refused-already': 'quiet',
  'goes-on': 'good',
};

const usedText = ({ integration: { logins, lastLogin } }: PreviewedIntegration): string =>
  lastLogin === undefined ? String(logins) : `${logins}, ${utc(lastLogin)}`;

const rowOf = (one: PreviewedIntegration, say: Say): TableRow => ({
  tone: tones[one.verdict],
  cells: [
    say(`word.${one.verdict}`),
    who(one.integration, say),
    [...why(one), ...(one.accepted === undefined ? [] : [say('accepted', { reason: one.accepted.reason })])]
      .map(readable)
      .join(' '),
    one.edits.map((edit) => editText(edit, say)).join('; '),
    usedText(one),
  ],
});

const table = ({ integrations }: Preview, say: Say): Document =>
  integrations.length === 0
    ? []
    : section(say('title.integrations'), [
        {
          kind: 'table',
          columns: [
            { label: say('table.verdict') },
            { label: say('table.who'), most: 34 },
            { label: say('table.why') },
            { label: say('table.edit') },
            { label: say('table.used') },
          ],
          rows: integrations.map((one) => rowOf(one, say)),
        },
      ]);

const headline = ({ counts, at, outcome }: Preview, say: Say): Document => {
  const { integrations: all, refused, untold } = counts;
  const on = at === undefined ? '' : at.slice(0, 10);
  const day = at === undefined ? '' : '-at';
  const of = (text: string, tone: Tone): Document => [{ blocks: [{ kind: 'headline', text, tone }] }];
  if (refused > 0) return of(say.count(`verdict.refused${day}`, refused, { all, on }), 'bad');
  if (untold > 0) return of(say.count('verdict.untold', untold, { all }), 'unsure');
  if (outcome === 'untold') return of(say('verdict.blind', { all }), 'unsure');
  return of(say(`verdict.clear${day}`, { all, on }), 'good');
};

const list = (title: string, items: readonly string[]): Document =>
  items.length === 0 ? [] : section(title, [{ kind: 'list', items }]);

/** All of it: for the full screen, and for a page. */
export const composePreview = (given: Preview, words: Words): Document => {
  const preview = allPrintable(given);
  const say = sayFrom(words, 'preview');
  const isJudged = preview.counts.integrations > 0;
  return [
    ...(isJudged ? headline(preview, say) : [{ blocks: [text(say('verdict.files'), 'unsure')] }]),
    ...table(preview, say),
    ...list(
      say('title.edits'),
      preview.edits.map((edit) => editText(edit, say)),
    ),
    ...list(
      say('title.lint'),
      preview.lint.map(({ text: said, at }) => `${placeText(at)} ${said}`),
    ),
    ...list(say('title.blind'), preview.blindSpots),
  ];
};
