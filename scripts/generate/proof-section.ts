import { historyRows } from '../../src/recognition/status-book/history.ts';
import { phraseBook } from '../../src/recognition/phrase-book/index.ts';
import type { Cause, Clue } from '../../src/model/index.ts';
import type { Words } from '../../src/words/index.ts';
import { permissionFor } from './permissions.ts';

/** A sentence as it stands for any login: what fills it is named. */
const open = new Proxy<Record<string, string>>({}, { get: (_all, name) => `<${String(name)}>` });

/** Wordings and statuses mean a cause alone where their books say so. */
const books: Readonly<Record<string, (cause: Cause) => boolean>> = {
  said: ({ id }) => phraseBook.some(({ decides }) => decides === id),
  'in-history': ({ id }) => historyRows.some(({ decides }) => decides === id),
};

const sentenceOf = (cause: Cause, clue: Clue, kind: 'proves' | 'rules-out', words: Words): string | undefined => {
  const byBook = books[clue.id];
  if (byBook !== undefined)
    return kind === 'proves' && byBook(cause) ? words.text('explain', `by.${clue.id}`) : undefined;
  const key = `clue.${clue.id}.${kind}`;
  const sentence = words.find(`cause.${cause.id}`, key, open) ?? words.find('clues', key, open);
  return sentence?.replaceAll('\n', ' ');
};

const lines = (cause: Cause, kind: 'proves' | 'rules-out', words: Words): readonly string[] => [
  ...new Set(
    cause.clues.flatMap((clue) => {
      const sentence = sentenceOf(cause, clue, kind, words);
      return sentence === undefined ? [] : [`- ${sentence}`];
    }),
  ),
];

/** Each permission with the facts of this cause that it shows. */
const blind = ({ clues }: Cause, words: Words): readonly string[] => {
  const facts = [...new Set(clues.flatMap(({ needs }) => needs))];
  const byPermission = Map.groupBy(facts, permissionFor);
  return [...byPermission].flatMap(([permission, hidden]) =>
    permission === undefined ? [] : [`- ${permission}: ${hidden.map((fact) => words.text('facts', fact)).join('; ')}`],
  );
};

const section = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`### ${title}`, items.join('\n')];

/** How this cause is told: what proves it, what rules it out, and which permission it is blind without. Made from the code. */
export const proofSection = (cause: Cause, words: Words): string => {
  const title = (key: string): string => words.text('explain', `title.${key}`);
  const parts = [
    ...section(title('proved-by'), lines(cause, 'proves', words)),
    ...section(title('ruled-out-by'), lines(cause, 'rules-out', words)),
    ...section(title('blind-without'), blind(cause, words)),
  ];
  return parts.length === 0 ? '' : [`## ${title('told')}`, ...parts].join('\n\n').concat('\n');
};
