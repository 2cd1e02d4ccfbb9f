import type { CauseId, Speaker, Values } from '../model/index.ts';
import { stepsFor } from './steps.ts';
import type { Words } from './words.ts';

const fileOf = (id: CauseId): string => `cause.${id}`;

/** Leaves out what is not there, for types that know no `undefined`. */
const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);

const ofProof = (words: Words, id: CauseId, proofs: readonly string[], part: string): string | undefined =>
  proofs.flatMap((clue) => words.find(fileOf(id), `clue.${clue}.${part}`) ?? [])[0];

/** Where a flow has words of its own (`remedy.<id>.command.jwt`), these; else those for all. */
const partFor = (words: Words, file: string, key: string, { flow }: Values): string =>
  flow !== undefined && words.keys(file).includes(`${key}.${flow}`) ? `${key}.${flow}` : key;

/** Speaks from the catalogue in `messages/`. Throws where a word is missing: laws keep that from happening. */
export const speakFrom = (words: Words): Speaker => ({
  cause: (id, proofs = []) => ({
    title: ofProof(words, id, proofs, 'title') ?? words.text(fileOf(id), 'title'),
    meaning: ofProof(words, id, proofs, 'meaning') ?? words.text(fileOf(id), 'meaning'),
    ...optional('verify', words.find(fileOf(id), 'verify')),
  }),
  sign: (id, clue, kind, values) =>
    words.find(fileOf(id), `clue.${clue}.${kind}`, values) ??
    words.find('clues', `clue.${clue}.${kind}`, values) ??
    // What proves where the flow is known only suggests where it is not, in the same words.
    words.text(fileOf(id), `clue.${clue}.${kind === 'suggests' ? 'proves' : kind}`, values),
  remedy: (id, remedy, values) => {
    const file = fileOf(id);
    const key = (part: string): string => partFor(words, file, `remedy.${remedy}.${part}`, values);
    return {
      title: words.text(file, key('title'), values),
      steps: stepsFor(words.list(file, key('steps'), values), words, values),
      ...optional('command', words.find(file, key('command'), values)),
      ...optional('risk', words.find(file, key('risk'), values)),
    };
  },
  blindSpot: ({ fact, why, permission, cure }) =>
    words.text('blind-spots', why === 'not-asked' && cure !== undefined ? 'not-asked-cure' : why, {
      fact: words.text('facts', fact),
      permission: permission ?? '',
      cure: cure ?? '',
    }),
});
