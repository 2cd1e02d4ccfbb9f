import type { ClueHeard, FactRead, Standing, WhyNot } from '../model/index.ts';
import type { Words } from '../words/index.ts';
import type { Document, TableRow, Tone } from './document.ts';
import { sourcesLine } from './parts/finding.ts';
import { allPrintable } from './printable.ts';
import { sayFrom, type Say } from './say.ts';
import { readable } from './time.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  confirmed: 'bad',
  suspected: 'unsure',
  undecided: 'unsure',
  'ruled-out': 'good',
  'no-sign': 'good',
};

type Speech = { readonly say: Say; readonly also: Say };

const unseen = ({ state, permission = '', why, cure, source }: FactRead, { say, also }: Speech): string => {
  if (state === 'denied') return say('read.denied', { permission });
  if (cure !== undefined) return say('read.cure', { cure });
  const place = source === undefined ? '' : sourcesLine([source], also);
  return place === ''
    ? say(`read.${why ?? 'not-asked'}`)
    : say('read.place', { why: say(`read.${why ?? 'not-asked'}`), place });
};

const readLine = (read: FactRead, speech: Speech): string => {
  const { also } = speech;
  const how =
    read.state === 'known' ? sourcesLine(read.source === undefined ? [] : [read.source], also) : unseen(read, speech);
  return speech.say(read.optional === true ? 'fact.optional' : 'fact', { fact: also.fact(read.fact), how });
};

const rowOf = ({ clue, said, text, read }: ClueHeard, speech: Speech): TableRow => ({
  cells: [
    speech.say(`said.${said}`),
    clue,
    [...(text === undefined ? [] : [readable(text)]), ...read.map((one) => readLine(one, speech))].join(' '),
  ],
  tone: said === 'proves' ? 'bad' : said === 'rules-out' ? 'good' : 'quiet',
});

/** Every look of one cause: what it said, what it read, and from where. */
export const composeWhyNot = (given: WhyNot, words: Words): Document => {
  const { cause, title, standing, clues } = allPrintable(given);
  const speech = { say: sayFrom(words, 'why-not'), also: sayFrom(words) };
  return [
    {
      blocks: [
        { kind: 'headline', text: speech.say(`standing.${standing}`, { title, id: cause }), tone: tones[standing] },
        {
          kind: 'table',
          columns: ['said', 'clue', 'read'].map((name) => ({ label: speech.say(`column.${name}`) })),
          rows: clues.map((one) => rowOf(one, speech)),
        },
      ],
    },
  ];
};
