import type { Note } from '../model/index.ts';
import { books } from './books.ts';
import type { Client } from './phrase-book/client.ts';
import type { Hint } from './phrase-book/index.ts';
import type { Letters } from './reading/letters.ts';
import { makeLexicon, scan } from './reading/lexicon.ts';
import { nearestOne } from './reading/mark.ts';
import type { Mark } from './reading/mark.ts';
import { once } from './reading/once.ts';
import { isVague } from './statement.ts';
import type { Statement } from './statement.ts';

const lexicon = makeLexicon<Client>(() =>
  books().clients.flatMap((client) => client.marks.map((mark) => [mark, client] as const)),
);

/** The clients that a text shows, in its order. */
export const readClients = (letters: Letters): Array<Mark<Client>> =>
  scan(lexicon, letters).flatMap(({ terms: [value], start, end }) =>
    value === undefined ? [] : [{ value, start, end }],
  );

const families = once(
  () =>
    new Map(
      books().providers.flatMap(({ name, family, source }): Array<[string, Note]> =>
        family === undefined ? [] : [[name, { id: `family.${family}`, source }]],
      ),
    ),
);

const newApis: Note = {
  id: 'phrase.mcp-scope',
  source: 'https://github.com/forcedotcom/mcp-hosted',
};

/** Only the client's own words, a bare status, a code without its description: what Salesforce answered is not there. */
const hidesAnswer = ({ entry, provider, list, sentence, description, code }: Statement, vague: boolean): boolean =>
  provider === undefined &&
  list === undefined &&
  (entry === undefined || sentence === true || vague) &&
  !(code !== undefined && description !== undefined);

const farthest = 3000;

/** What there is to say about a refusal alone: of its wording, of the product that said it, and how to make its client talk. */
export const notesOf = (
  statement: Statement,
  clients: () => ReadonlyArray<Mark<Client>>,
  hints: readonly Hint[],
): readonly Note[] => {
  const { entry, provider, start, end } = statement;
  const own = entry?.note === undefined || provider !== undefined ? [] : [{ ...entry.note, source: entry.source }];
  const family = provider === undefined ? undefined : families().get(provider);
  const client = hidesAnswer(statement, isVague(statement))
    ? nearestOne(clients(), start, end, farthest)?.value
    : undefined;
  return [
    ...own,
    ...(family === undefined ? [] : [family]),
    ...(provider === undefined && hints.includes('api-host') ? [newApis] : []),
    ...(client === undefined
      ? []
      : [{ id: `talk.${client.id}`, values: { client: client.name }, source: client.source }]),
  ];
};
