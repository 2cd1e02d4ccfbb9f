import type { ComparedGate, ComparedOrg, Comparison, GateDifference } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';
import { row, rows, section, text, type Block, type Document, type Tone } from '../document.ts';
import { fixRows } from '../gates/to-do.ts';
import { allPrintable } from '../printable.ts';
import { listed, sayFrom, type Say } from '../say.ts';
import { readable, took } from '../time.ts';

/** `say` speaks from `messages/compare.md`, `gates` from `messages/gates.md`, `also` from `messages/report.md`. */
export type Speech = { readonly say: Say; readonly gates: Say; readonly also: Say };

export const speechFrom = (words: Words): Speech => ({
  say: sayFrom(words, 'compare'),
  gates: sayFrom(words, 'gates'),
  also: sayFrom(words),
});

const asSentence = (title: string): string => title.replace(/(?<![.?!])$/u, '.');

const walked = ({ deciding, outcome, notSeen }: ComparedOrg, { gates }: Speech): string => {
  if (deciding !== undefined)
    return gates(outcome === 'transient' ? 'screen.decides.transient' : 'screen.decides.closed', {
      gate: deciding.title,
      title: asSentence(deciding.closedBy[0]?.title ?? ''),
    });
  if (outcome === 'healthy') return gates(notSeen.length === 0 ? 'screen.decides.open' : 'screen.decides.granted');
  return gates.count('screen.decides.not-seen', notSeen.length, { gates: listed(notSeen.map(({ title }) => title)) });
};

/** How the login stands in one org, in a sentence; by which user, where that is another one than in the other org. */
export const orgLine = (org: ComparedOrg, apart: string | undefined, speech: Speech): string => {
  const { say } = speech;
  if (org.trouble !== undefined) return say('org.unseen', { trouble: org.trouble });
  if (org.targetOrg === undefined) return say('org.unseen.session');
  const verdict = walked(org, speech);
  return apart === undefined ? verdict : say('org.as', { verdict, username: apart });
};

/** What one org has at a gate that differs. */
const gateLine = (
  gate: ComparedGate,
  org: ComparedOrg,
  { differs, gate: id }: GateDifference,
  speech: Speech,
): string => {
  const { say, gates } = speech;
  const ahead = org.warnings.filter((warning) => warning.gate === id);
  const told = differs === 'warnings' ? ahead : gate.signs;
  const said = [...new Set(told.map((one) => readable(one.text)))].join(' ');
  return say('state', {
    state: gates(`screen.state.${gate.state}`),
    said: said === '' ? say('warnings.none') : said,
  });
};

/** The first line: at how many gates they differ. */
const verdictOf = ({ target, other, differences }: Comparison, { say }: Speech): string => {
  const names = { target: target.name, other: other.name };
  if (differences === undefined)
    return say('not-compared', {
      names: listed([target, other].filter(({ targetOrg }) => targetOrg === undefined).map(({ name }) => name)),
    });
  return differences.length === 0 ? say('differ.none', names) : say.count('differ', differences.length, names);
};

const toneOf = ({ target, differences }: Comparison): Tone => {
  if (differences === undefined) return 'unsure';
  if (target.deciding !== undefined) return 'bad';
  return target.outcome === 'healthy' ? 'good' : 'unsure';
};

/** The users, where the two orgs call them otherwise. */
const usersOf = ({ target, other }: Comparison): readonly [string | undefined, string | undefined] => {
  const [one, two] = [target.integration.username, other.integration.username];
  return one === two || one === undefined || two === undefined ? [undefined, undefined] : [one, two];
};

const head = (comparison: Comparison, speech: Speech): Document => {
  const { target, other } = comparison;
  const [here, there] = usersOf(comparison);
  return [
    {
      blocks: [
        { kind: 'headline', text: verdictOf(comparison, speech), tone: toneOf(comparison) },
        ...rows([row(target.name, orgLine(target, here, speech)), row(other.name, orgLine(other, there, speech))]),
      ],
    },
  ];
};

/** What each org has at a gate: first the org that was asked about. */
export const bothLines = (
  difference: GateDifference,
  { target, other }: Comparison,
  speech: Speech,
): ReadonlyArray<readonly [org: string, what: string]> => [
  [target.name, gateLine(difference.target, target, difference, speech)],
  [other.name, gateLine(difference.other, other, difference, speech)],
];

const tones: Readonly<Record<ComparedGate['state'], Tone>> = {
  open: 'good',
  closed: 'bad',
  'not-seen': 'unsure',
  'not-applicable': 'quiet',
};

/** Two lines a gate. */
const table = (differences: readonly GateDifference[], comparison: Comparison, speech: Speech): readonly Block[] =>
  differences.length === 0
    ? []
    : [
        {
          kind: 'table',
          columns: [
            { label: speech.gates('screen.column.gate') },
            { label: speech.say('column.org'), most: 22 },
            { label: speech.gates('screen.column.seen') },
          ],
          rows: differences.flatMap((one) =>
            bothLines(one, comparison, speech).map((line, index) => ({
              cells: [index === 0 ? one.title : '', ...line],
              tone: tones[one.target.state],
            })),
          ),
        },
      ];

/** What cures the gate that decides in the org that was asked about. */
const fix = ({ target }: Comparison, { say, gates, also }: Speech): Document => {
  const remedy = target.deciding?.closedBy[0]?.remedies[0];
  return remedy === undefined
    ? []
    : section(say('title.fix', { target: target.name }), [
        ...fixRows(remedy, gates, also),
        ...rows(
          remedy.command === undefined ? [] : [row(also('label.command'), { kind: 'copy', text: remedy.command })],
        ),
      ]);
};

/** Two orgs in words, the same for every renderer: how the login stands in each, then only what differs. */
export const composeComparison = (given: Comparison, words: Words): Document => {
  const comparison = allPrintable(given);
  const speech = speechFrom(words);
  const { say, also } = speech;
  const { differences = [], unseen, alike, cost } = comparison;
  const titles = (gates: Comparison['alike']): string => listed(gates.map(({ title }) => title));
  return [
    ...head(comparison, speech),
    ...section(say('title.differences'), table(differences, comparison, speech)),
    ...fix(comparison, speech),
    {
      blocks: [
        ...(unseen.length === 0 ? [] : [text(say('unseen', { gates: titles(unseen) }), 'unsure')]),
        ...(alike.length === 0 ? [] : [text(say('alike', { gates: titles(alike) }), 'quiet')]),
        text([also.count('closing.requests', cost.requests), took(cost.milliseconds)].join(' · '), 'quiet'),
      ],
    },
  ];
};
