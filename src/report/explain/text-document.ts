import type { Explanation, Refusal } from '../../model/index.ts';
import { row, rows, section, text } from '../document.ts';
import type { Block, Document, Row } from '../document.ts';
import { headlineOf } from '../parts/finding.ts';
import { bystanders, refusalLine } from '../parts/header.ts';
import type { Say } from '../say.ts';
import { listed } from '../say.ts';

type About = Extract<Explanation, { about: 'text' }>;

/** So many causes are told at length; of the others, the titles. So many places, texts and lines stand on the screen. */
const mostAtLength = 3;
const mostPlaces = 5;
const mostTexts = 3;
const mostLines = 20;

const isKnown = ({ phrase, provider }: Refusal): boolean => phrase !== undefined || provider !== undefined;

const refused = ({ refusals }: About, say: Say): Document => [
  {
    blocks: rows([
      ...refusals
        .filter((refusal) => isKnown(refusal) && refusal.role !== 'bystander')
        .map((refusal) => row(say('label.refused'), refusalLine(refusal, say))),
      ...bystanders(refusals, say),
    ]),
  },
];

const verbatim = (refusal: Refusal): Block => ({
  kind: 'verbatim',
  text: refusal.text.split('\n').slice(0, mostLines).join('\n'),
});

/** What nothing here knows, as it came. */
const unknown = ({ refusals }: About, say: Say, explain: Say): Document => {
  const texts = refusals.filter((refusal) => !isKnown(refusal)).slice(0, mostTexts);
  return texts.length === 0
    ? []
    : section(say('title.unrecognised'), [
        text(say('unrecognised.intro')),
        ...texts.map(verbatim),
        text(explain('report')),
      ]);
};

const atLength = (cause: About['causes'][number], index: number, all: number, say: Say): readonly Block[] => [
  headlineOf(cause, say, all === 1 ? undefined : index + 1),
  text(cause.meaning),
  ...rows([row(say('label.who'), say(`actor.${cause.who}`))]),
];

const meaning = ({ causes, advice }: About, say: Say, explain: Say): Document => {
  const [first] = causes;
  if (first === undefined) return [];
  const decided = first.standing === 'confirmed';
  const rest = causes.slice(mostAtLength);
  return section(explain(decided ? 'title.means' : 'title.can-mean'), [
    text(decided ? explain('decided') : explain.count('open', causes.length), 'strong'),
    ...causes.slice(0, mostAtLength).flatMap((cause, index) => atLength(cause, index, causes.length, say)),
    ...(rest.length === 0 ? [] : [text(explain('less-likely'), 'strong')]),
    ...(rest.length === 0
      ? []
      : [{ kind: 'list' as const, items: rest.map(({ id, title }) => explain('cause', { id, title })) }]),
    ...(advice === 'retry' ? [text(say('why.transient'), 'strong')] : []),
  ]);
};

/** So many causes of a place are named; more are counted. */
export const named = (ids: readonly string[], explain: Say): string =>
  ids.length <= mostAtLength ? listed(ids) : explain('causes', { count: ids.length });

const lookAt = ({ lookAt: places }: About, say: Say, explain: Say): Document =>
  places.length === 0
    ? []
    : section(say('why.to-decide'), [
        {
          kind: 'list',
          items: places
            .slice(0, mostPlaces)
            .map(({ place, causes }) => explain('look', { place, causes: named(causes, explain) })),
        },
      ]);

const command = (label: string, line: string): Row => row(label, { kind: 'copy', text: line });

/** Where to go from here. */
const whatNext = ({ causes, refusals, lookAt: places }: About, explain: Say): Document => {
  const [first] = causes;
  if (first === undefined) {
    const none = refusals.length === 0 ? [text(explain('nothing-refused'))] : [];
    return [{ blocks: [...none, ...rows([command(explain('label.list'), explain('command.list'))])] }];
  }
  const doctor = places.length === 0 ? [] : [command(explain('label.doctor'), explain('command.doctor'))];
  return [{ blocks: rows([...doctor, command(explain('label.page'), explain('command.page', { id: first.id }))]) }];
};

/** By which words it is said, and what there is to say about the refusals alone. */
type Speech = { readonly say: Say; readonly explain: Say; readonly notes: Document };

/** What a text can mean, likeliest first, and where to look to decide it. */
export const textDocument = (about: About, { say, explain, notes }: Speech): Document =>
  [
    ...refused(about, say),
    ...notes,
    ...meaning(about, say, explain),
    ...unknown(about, say, explain),
    ...lookAt(about, say, explain),
    ...whatNext(about, explain),
  ].filter(({ blocks }) => blocks.length > 0);
