import { defined } from '../../model/index.ts';
import type { Phrase } from '../phrase-book/phrase.ts';
import { eventLogRows } from './event-log.ts';
import { historyRows } from './history.ts';
import type { StatusRow } from './row.ts';

const source =
  'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_login_status.htm';

const texts = (row: StatusRow): string[] => (row.value === undefined ? [] : [row.value, ...(row.variants ?? [])]);

/** "Failed: X" is found without its "Failed: " too, as the event log has it; short labels only with it. */
const wordings = (text: string): string[] => {
  const short = text.replace(/^Failed: /u, '');
  return short !== text && short.split(' ').length > 2 ? [text, short] : [text];
};

const pointerOf = (row: StatusRow): Pick<Phrase, 'decides' | 'suspects' | 'evidence' | 'source'> => ({
  ...defined({ decides: row.decides }),
  suspects: row.suspects ?? [],
  evidence: row.evidence,
  source,
});

const historyId = ({ value = '' }: StatusRow): string =>
  `login-history.${value.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_')}`;

/** Statuses whose wording is too common to be looked for in every text: they count in a row of Login History. */
export const commonStatuses: ReadonlyArray<{ readonly wordings: readonly string[]; readonly entry: Phrase }> =
  historyRows
    .filter((row) => row.common === true && (row.decides !== undefined || row.suspects !== undefined))
    .map((row) => ({
      wordings: texts(row).map((text) => text.replace(/^Failed: /u, '')),
      entry: { ...pointerOf(row), id: historyId(row), channel: 'login-history' },
    }));

const phrasesOf = (row: StatusRow): Phrase[] => {
  const pointer = pointerOf(row);
  const phrases = row.common === true ? [] : texts(row).flatMap(wordings);
  return [
    ...(row.code === undefined
      ? []
      : [{ ...pointer, id: `event-log.${row.code.toLowerCase()}`, codes: [row.code], channel: 'event-log' as const }]),
    ...(phrases.length === 0
      ? []
      : [
          {
            ...pointer,
            id: historyId(row),
            phrases,
            channel: 'login-history' as const,
          },
        ]),
  ];
};

/** The status book as entries of the phrase book, for statuses and codes that stand in a text. */
export const statusPhrases: readonly Phrase[] = [...historyRows, ...eventLogRows]
  .filter((row) => row.code !== 'LOGIN_NO_ERROR')
  .flatMap(phrasesOf)
  .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index);
