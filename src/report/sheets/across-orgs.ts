import type { Words } from '../../words/index.ts';
import { commandLine } from '../brief/command-line.ts';
import { row, rows, section, type Document, type Tone } from '../document.ts';
import { levels, type Judgement } from '../formats/judgement.ts';
import type { Metric } from '../formats/openmetrics.ts';
import type { Sheet } from '../formats/sheet.ts';
import { allPrintable } from '../printable.ts';
import { sayFrom, type Say } from '../say.ts';

/** What one of several orgs came to, and the code that it would end with alone; or why it could not be looked into. */
export type OrgSheet = { readonly name: string; readonly exitCode: number } & (
  { readonly sheet: Sheet } | { readonly trouble: string }
);

/** What all of them have in common. `again`: the command for one of them alone, but for the org. */
export type Across = { readonly command: string; readonly again: string; readonly data: object };

type Placed = { readonly org: string; readonly judgement: Judgement };

const placed = (one: OrgSheet): readonly Placed[] =>
  'sheet' in one
    ? one.sheet.judgements.map((judgement) => ({ org: one.name, judgement }))
    : [
        {
          org: one.name,
          judgement: { rule: 'target-org', about: '', level: 'failed', title: one.trouble, signs: [] },
        },
      ];

const toneOf = ({ level }: Judgement): Tone => (level === 'failed' ? 'bad' : level === 'passed' ? 'good' : 'unsure');

const headline = (orgs: readonly OrgSheet[], say: Say): Document => {
  const dead = orgs.filter((one) => !('sheet' in one)).length;
  const failing = orgs.filter((one) => 'sheet' in one && one.exitCode !== 0).length;
  const tone: Tone = failing > 0 ? 'bad' : dead > 0 ? 'unsure' : 'good';
  return [{ blocks: [{ kind: 'headline', text: say('across', { count: orgs.length, failing, dead }), tone }] }];
};

/** Its sentence, and the first thing that was seen: a command for the org alone tells the rest. */
const toldOf = ({ title, signs: [first = ''] }: Judgement): string =>
  first.startsWith(title) ? first : [title, first].join(' ').trim();

/** What counts comes first, whichever org it is of. */
const table = (all: readonly Placed[], say: Say): Document =>
  section(say('title.across'), [
    {
      kind: 'table',
      columns: [
        { label: say('column.level') },
        { label: say('column.org'), most: 16 },
        { label: say('column.of'), most: 22 },
        { label: say('column.title') },
      ],
      rows: all
        .toSorted((a, b) => levels.indexOf(a.judgement.level) - levels.indexOf(b.judgement.level))
        .map(({ org, judgement }) => ({
          cells: [say(`level.${judgement.level}`), org, judgement.about, toldOf(judgement)],
          tone: toneOf(judgement),
        })),
    },
  ]);

const next = (orgs: readonly OrgSheet[], again: string, say: Say): Document =>
  section(
    say('title.next'),
    rows(orgs.map(({ name }) => row(name, { kind: 'copy', text: commandLine(again, [['-o', name]]) }))),
  );

/** One metric of that name, with the samples of every org. */
const merged = (all: readonly Metric[]): readonly Metric[] =>
  [...Map.groupBy(all, ({ name }) => name).values()].flatMap(([first, ...more]) =>
    first === undefined ? [] : [{ ...first, samples: [first, ...more].flatMap(({ samples }) => samples) }],
  );

/** What one command found in several orgs, in one table, for every format. */
export const acrossSheet = (given: readonly OrgSheet[], { command, again, data }: Across, words: Words): Sheet => {
  const say = sayFrom(words, 'formats');
  const orgs = given.map((one) => ('sheet' in one ? one : allPrintable(one)));
  const all = orgs.flatMap(placed);
  return {
    command,
    title: say('title.across'),
    document: [...headline(orgs, say), ...table(all, say), ...next(orgs, again, say)],
    judgements: all.map(({ org, judgement }) => ({
      ...judgement,
      about: judgement.about === '' ? org : say('across.about', { org, about: judgement.about }),
    })),
    metrics: merged(orgs.flatMap((one) => ('sheet' in one ? one.sheet.metrics : []))),
    data,
  };
};
