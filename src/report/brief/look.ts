import type { CauseId, Finding } from '../../model/index.ts';
import { columnsOf, pad, wrap } from '../wrap.ts';
import type { Brief } from './brief.ts';
import type { Group } from './fit.ts';
import { copied, labelColumns, part, sentence, textWidth } from './part.ts';
import type { Line } from './part.ts';
import { ranks } from './ranks.ts';
import { verdict } from './verdict.ts';

/** What Login History writes for a cause, as its page says: `Password Lockout`; undefined where the page names no row. */
const statusOf = (id: CauseId, { words }: Brief): string | undefined => {
  const line = words.list(`cause.${id}`, 'said-by-salesforce').find((said) => said.startsWith('Login History'));
  return line === undefined ? undefined : /`([^`]+)`/u.exec(line)?.[1];
};

type StatusMeaning = { readonly status: string | undefined; readonly causes: readonly Finding[] };

/** Each status with the causes of this text that it means; last, the causes of which Login History tells nothing. */
const seenAs = (suspects: readonly Finding[], brief: Brief): readonly StatusMeaning[] =>
  [...Map.groupBy(suspects, ({ cause }) => statusOf(cause, brief))]
    .map(([status, causes]) => ({ status, causes }))
    .toSorted((a, b) => Number(a.status === undefined) - Number(b.status === undefined));

/** So many causes are named in a row; more are counted. */
const mostNamed = 3;

/** By their ids, which are short, tell enough, and lead to their pages; and who acts then. */
const meaning = ({ causes }: StatusMeaning, { say }: Brief): string => {
  const named = causes
    .slice(0, mostNamed)
    .map(({ cause, remedies: [first] }) =>
      first === undefined ? cause : say('look.row', { id: cause, who: say(`who.${first.who}`) }),
    );
  const more = causes.length - mostNamed;
  return [...named, ...(more > 0 ? [say.count('look.more', more)] : [])].join(', ');
};

/** Between the columns. */
const gap = 2;

const rowLines = (name: string, told: string, columns: number, { width }: Brief): readonly Line[] =>
  wrap(told, textWidth(width) - columns - gap).map((line, index) => ({
    text: `${pad(index === 0 ? name : '', columns + gap)}${line}`,
    tone: 'plain',
    label: ' '.repeat(labelColumns),
  }));

/** So many rows stay, however long the screen becomes. */
const surely = 6;

const table = (suspects: readonly Finding[], brief: Brief): Group => {
  const seen = seenAs(suspects, brief);
  const name = ({ status }: StatusMeaning): string => status ?? brief.say('look.no-row');
  const columns = Math.max(...seen.map((one) => columnsOf(name(one))));
  return seen.flatMap((one, index) =>
    part(index < surely ? 0 : ranks.alsoPossible, rowLines(name(one), meaning(one, brief), columns, brief)),
  );
};

/** A text alone: the one look that decides between what it can mean, and who acts then. */
export const look = (suspects: readonly Finding[], brief: Brief): readonly Group[] => {
  const { say, width } = brief;
  const passwords = suspects.some(({ cause }) => cause === 'wrong-username-or-password');
  return [
    part(0, verdict({ mark: '?', tone: 'unsure', text: say.count('look.verdict', suspects.length) }, width)),
    [...part(0, sentence(say('label.look'), say('look.where'), width)), ...part(0, copied(say('look.link')))],
    table(suspects, brief),
    [
      ...part(0, sentence(say('label.or'), say('look.ask-the-org'), width)),
      ...(passwords ? part(ranks.risk, sentence(say('label.dont'), say('look.no-retry'), width)) : []),
    ],
  ];
};
