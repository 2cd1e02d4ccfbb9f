import type { CauseId, Speaker } from '../model/index.ts';
import type { Words } from './words.ts';

const fileOf = (id: CauseId): string => `cause.${id}`;

/** Leaves out what is not there, for types that know no `undefined`. */
const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);

const ofProof = (words: Words, id: CauseId, proofs: readonly string[], part: string): string | undefined =>
  proofs.flatMap((clue) => words.find(fileOf(id), `clue.${clue}.${part}`) ?? [])[0];

/** Speaks from the catalogue in `messages/`. Throws where a word is missing: laws keep that from happening. */
export const speakFrom = (words: Words): Speaker => ({
  cause: (id, proofs = []) => ({
    title: ofProof(words, id, proofs, 'title') ?? words.text(fileOf(id), 'title'),
    meaning: ofProof(words, id, proofs, 'meaning') ?? words.text(fileOf(id), 'meaning'),
    ...optional('verify', words.find(fileOf(id), 'verify')),
  }),
  sign: (id, clue, kind, values) =>
    words.find(fileOf(id), `clue.${clue}.${kind}`, values) ?? words.text('clues', `clue.${clue}.${kind}`, values),
  remedy: (id, remedy, values) => ({
    title: words.text(fileOf(id), `remedy.${remedy}.title`, values),
    steps: words.list(fileOf(id), `remedy.${remedy}.steps`, values),
    ...optional('command', words.find(fileOf(id), `remedy.${remedy}.command`, values)),
    ...optional('risk', words.find(fileOf(id), `remedy.${remedy}.risk`, values)),
  }),
  blindSpot: ({ fact, why, permission, cure }) =>
    words.text('blind-spots', why === 'not-asked' && cure !== undefined ? 'not-asked-cure' : why, {
      fact: words.text('facts', fact),
      permission: permission ?? '',
      cure: cure ?? '',
    }),
});
