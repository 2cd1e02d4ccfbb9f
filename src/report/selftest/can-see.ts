import type { CanSee, SightRow } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { section, text, type Document, type TableRow } from '../document.ts';
import { allPrintable } from '../printable.ts';
import { listed, sayFrom } from '../say.ts';
import { columns, rightsTable } from './rights.ts';

const tones = {
  seen: 'good',
  'not-permitted': 'bad',
  'not-in-org': 'plain',
  'not-asked': 'plain',
  'not-seen': 'unsure',
} as const satisfies Record<SightRow['sight'], string>;

/** Of what is seen for no fault of the session: one line each. */
const otherwise = ['not-in-org', 'not-asked', 'not-seen'] as const;

const asLacking = (rows: readonly SightRow[], name: (row: SightRow) => string) =>
  rows.map((row) => ({ ...row, object: name(row) }));

/** What a session may look at: the rights that are missing first, and what each would open. */
export const composeCanSee = (given: CanSee, words: Words, { details }: { readonly details: boolean }): Document => {
  const { rows, apiVersion, cost } = allPrintable(given);
  const say = sayFrom(words, 'selftest');
  const name = ({ fact }: SightRow): string => say.fact(fact);
  const of = (sight: SightRow['sight']): readonly SightRow[] => rows.filter((row) => row.sight === sight);
  const counts = { seen: of('seen').length, all: rows.length, requests: cost.requests, version: apiVersion };
  const lacking = of('not-permitted');
  const whole = lacking.length === 0;
  const notes = otherwise.flatMap((sight) => {
    const some = of(sight);
    return some.length === 0 ? [] : [text(say(`can-see.${sight}`, { facts: listed(some.map(name)) }), 'quiet')];
  });
  const table = rows.map((row): TableRow => ({
    cells: [name(row), say(`sight.${row.sight}`)],
    tone: tones[row.sight],
  }));
  return [
    {
      blocks: [
        { kind: 'headline', text: say(whole ? 'can-see.whole' : 'can-see.partly'), tone: whole ? 'good' : 'unsure' },
        text(say('can-see.counts', counts)),
      ],
    },
    ...section(say('section.rights'), rightsTable(asLacking(lacking, name), say)),
    ...section(say('section.otherwise'), notes),
    ...(details
      ? section(say('section.all'), [{ kind: 'table', columns: columns(say, 'question', 'sight'), rows: table }])
      : []),
  ];
};
