import type { CauseId, Parts, Speaker, Values } from '../model/index.ts';
import { stepsFor } from './steps.ts';
import type { Words } from './words.ts';

const fileOf = (id: CauseId): string => `cause.${id}`;

/** Leaves out what is not there, for types that know no `undefined`. */
const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);

const ofProof = (words: Words, id: CauseId, proofs: readonly string[], part: string): string | undefined =>
  proofs.flatMap((clue) => words.find(fileOf(id), `clue.${clue}.${part}`) ?? [])[0];

const listsOf = (parts: Parts, words: Words): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, all]) => [
      name,
      all.map((part) => words.text('clues', `list.${part.say}`, part.values)).join(', '),
    ]),
  );

/** `1 days` is `1 day`. */
const singular = (text: string): string => text.replaceAll(/\b1 (day|grant|minute|token|address)(?:e?s)\b/gu, '1 $1');

/** So many names stand in a sentence. */
const most = 5;

const some = (names: readonly string[]): string =>
  names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} ... (${names.length})`;

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
  sign: (id, clue, kind, values, parts = {}) => {
    const filling = { ...values, ...listsOf(parts, words) };
    return singular(
      words.find(fileOf(id), `clue.${clue}.${kind}`, filling) ??
        words.find('clues', `clue.${clue}.${kind}`, filling) ??
        // What proves where the flow is known only suggests where it is not, in the same words.
        words.text(fileOf(id), `clue.${clue}.${kind === 'suggests' ? 'proves' : kind}`, filling),
    );
  },
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
  enforced: ({ entry, on, season }) =>
    words.text('calendar', season === undefined ? 'enforced.day' : 'enforced.season', {
      on,
      season: season ?? '',
      what: words.text('calendar', `${entry}.what`),
    }),
  appChanged: (app) => words.text('clues', 'app-changed', { app }),
  gate: (gate) => words.text('gates', `gate.${gate}`),
  nothingSeen: () => words.text('gates', 'nothing'),
  noOrg: () => words.text('blind-spots', 'no-org'),
  risk: (risk, values) => singular(words.text('gates', `risk.${risk}`, values)),
  broken: (cause, clue) => words.text('blind-spots', 'broken', { cause, clue }),
  notOurs: (fact, installed) => words.find('blind-spots', `not-ours.${installed ? 'installed' : 'absent'}.${fact}`),
  ofApps: (sentence, apps) => words.text('blind-spots', 'of-apps', { sentence, apps: some(apps) }),
  blindSpot: ({ fact, why, permission, cure }) =>
    words.text('blind-spots', why === 'not-asked' && cure !== undefined ? 'not-asked-cure' : why, {
      fact: words.text('facts', fact),
      permission: permission ?? '',
      cure: cure ?? '',
    }),
});
