import { noRow } from '../../model/index.ts';
import type { CauseId, Finding, Question } from '../../model/index.ts';
import { columnsOf, pad, wrap } from '../wrap.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { copied, labelColumns, part, sentence, textWidth } from './part.ts';
import type { Line } from './part.ts';
import { ranks } from './ranks.ts';
import { verdict } from './verdict.ts';

/** An answer, and what it would leave. */
type Seen = { readonly name: string; readonly causes: readonly CauseId[] };

/** For each cause the answer that leaves fewest beside it; at last what no status tells, or what would be left where there is no row. */
const rowsOf = ({ id, choices }: Question, suspects: readonly Finding[], { say }: Brief): readonly Seen[] => {
  const statuses = choices.filter(({ answer }) => answer !== noRow);
  const best = suspects.flatMap(
    ({ cause }) =>
      statuses
        .filter(({ causes }) => causes.includes(cause))
        .toSorted((a, b) => a.causes.length - b.causes.length)[0] ?? [],
  );
  const silent = choices.find(({ answer }) => answer === noRow)?.causes;
  const untold = suspects
    .map(({ cause }) => cause)
    .filter((cause) => best.every(({ causes }) => !causes.includes(cause)));
  const another = `look.another.${id === 'login-history' ? id : 'found-out'}`;
  const last = { name: say(silent === undefined ? another : 'look.no-row'), causes: silent ?? untold };
  return [
    ...[...new Set(best)].map(({ answer, causes }) => ({ name: answer, causes })),
    ...(last.causes.length === 0 ? [] : [last]),
  ];
};

/** So many causes are named in a row; more are counted. */
const mostNamed = 3;

/** By their ids, which are short, tell enough, and lead to their pages; and who acts then. */
const meaning = ({ causes }: Seen, suspects: readonly Finding[], { say }: Brief): string => {
  const left = suspects.filter(({ cause }) => causes.includes(cause));
  const named = left
    .slice(0, mostNamed)
    .map(({ cause, remedies: [first] }) =>
      first === undefined ? cause : say('look.row', { id: cause, who: say(`who.${first.who}`) }),
    );
  const more = left.length - mostNamed;
  return [...named, ...(more > 0 ? [say.count('look.more', more)] : [])].join(', ');
};

/** Between the columns. */
const gap = 2;

/** No status takes more columns: what it means must have room. */
const widest = 38;

const rowLines = (
  { name, told }: { readonly name: string; readonly told: string },
  columns: number,
  { width }: Brief,
): readonly Line[] => {
  const [names, meanings] = [wrap(name, columns), wrap(told, textWidth(width) - columns - gap)];
  return Array.from({ length: Math.max(names.length, meanings.length) }, (_none, at) => ({
    text: `${pad(names[at] ?? '', columns + gap)}${meanings[at] ?? ''}`.trimEnd(),
    tone: 'plain',
    label: ' '.repeat(labelColumns),
  }));
};

/** So many rows stay, however long the screen becomes, and the last one. */
const surely = 6;

const table = (question: Question, suspects: readonly Finding[], brief: Brief): Group => {
  const seen = rowsOf(question, suspects, brief);
  const columns = Math.min(widest, Math.max(...seen.map(({ name }) => columnsOf(name))));
  return seen.flatMap((one, index) =>
    part(
      index < surely || index === seen.length - 1 ? 0 : ranks.alsoPossible,
      rowLines({ name: one.name, told: meaning(one, suspects, brief) }, columns, brief),
    ),
  );
};

/** How the answer is given to us. */
const howToAnswer = ({ id, choices }: Question, say: Brief['say']): string => {
  if (id !== 'login-history') return say('look.answer.found-out', { question: id });
  return say(choices.some(({ answer }) => answer === noRow) ? 'look.answer.no-row' : 'look.answer');
};

/** A text alone: the one look that decides between what it can mean, and who acts then. */
export const look = (question: Question, suspects: readonly Finding[], brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const passwords = suspects.some(({ cause }) => cause === 'wrong-username-or-password');
  return [
    part(0, verdict({ mark: '?', tone: 'unsure', text: say.count('look.verdict', suspects.length) }, width)),
    [
      ...part(0, sentence(say('label.look'), say(`look.where.${question.id}`), width)),
      ...(question.id === 'login-history' ? part(0, copied(say('look.link'))) : []),
    ],
    table(question, suspects, brief),
    [
      ...part(0, sentence(say('label.then'), howToAnswer(question, say), width)),
      ...(passwords ? part(ranks.risk, sentence(say('label.dont'), say('look.no-retry'), width)) : []),
    ],
  ];
};
