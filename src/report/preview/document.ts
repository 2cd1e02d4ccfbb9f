import type { Preview, PreviewedIntegration, Verdict } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, type Document, type TableRow, type Tone } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';
import { readable, utc } from '../time.ts';
import { editText, placeText, sentenceOf, who, why } from './line.ts';
import { verdictOn } from './verdict.ts';

const tones: Readonly<Record<Verdict, Tone>> = {
  refused: 'bad',
  untold: 'unsure',
  'works-again': 'good',
  'refused-already': 'quiet',
  'goes-on': 'good',
};

const usedText = ({ integration: { logins, lastLogin } }: PreviewedIntegration): string =>
  lastLogin === undefined ? String(logins) : `${logins}, ${utc(lastLogin)}`;

/** What is more than that it goes on: the answer, why, and what does it. */
const told = (one: PreviewedIntegration, say: Say): Document =>
  one.verdict === 'goes-on'
    ? []
    : [
        {
          blocks: [
            { kind: 'headline', text: sentenceOf(one, say), tone: tones[one.verdict] },
            {
              kind: 'list',
              items: [
                ...why(one).map(readable),
                ...one.edits.map((edit) => editText(edit, say)),
                ...(one.accepted === undefined ? [] : [say('accepted', { reason: one.accepted.reason })]),
              ],
            },
          ],
        },
      ];

const rowOf = (one: PreviewedIntegration, say: Say): TableRow => ({
  tone: tones[one.verdict],
  cells: [say(`word.${one.verdict}`), who(one.integration, say), usedText(one)],
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
            { label: say('table.used') },
          ],
          rows: integrations.map((one) => rowOf(one, say)),
        },
      ]);

const list = (title: string, items: readonly string[]): Document =>
  items.length === 0 ? [] : section(title, [{ kind: 'list', items }]);

/** All of it: for the full screen, and for a page. */
export const composePreview = (given: Preview, words: Words): Document => {
  const preview = allPrintable(given);
  const say = sayFrom(words, 'preview');
  const { text, tone } = verdictOn(preview, say, preview.at?.slice(0, 10) ?? '');
  return [
    { blocks: [{ kind: 'headline', text, tone }] },
    ...preview.integrations.flatMap((one) => told(one, say)),
    ...table(preview, say),
    ...list(
      say('title.edits'),
      preview.edits.map(({ at, element, text: what }) => `${at === undefined ? element : placeText(at)} ${what}`),
    ),
    ...list(
      say('title.lint'),
      preview.lint.map(({ text: said, at }) => `${placeText(at)} ${said}`),
    ),
    ...list(say('title.blind'), preview.blindSpots),
  ];
};
