import { placeholders } from '../../model/index.ts';
import type { Cause, CausePage, PageRemedy } from '../../model/index.ts';
import type { Words } from '../../words/index.ts';

const optional = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  (value === undefined || value === '' ? {} : { [key]: value }) as Partial<Record<K, string>>;

const remedyOf = (file: string, { id, who }: Cause['remedies'][number], words: Words): PageRemedy => {
  const find = (key: string): string | undefined => words.find(file, `remedy.${id}.${key}`, placeholders);
  return {
    id,
    who,
    title: words.text(file, `remedy.${id}.title`, placeholders),
    steps: words.list(file, `remedy.${id}.steps`, placeholders),
    ...optional('command', find('command')),
    ...optional('risk', find('risk')),
  };
};

/** All that is known of a cause whatever the login: from the catalogue and `messages/cause.<id>.md`. Throws where a word is missing. */
export const causePage = (cause: Cause, words: Words): CausePage => {
  const file = `cause.${cause.id}`;
  return {
    id: cause.id,
    gate: cause.gate,
    title: words.text(file, 'title'),
    meaning: words.text(file, 'meaning'),
    why: words.text(file, 'why'),
    saidBySalesforce: words.list(file, 'said-by-salesforce'),
    remedies: cause.remedies.map((one) => remedyOf(file, one, words)),
    ...optional('verify', words.find(file, 'verify')),
    more: cause.sources.map(({ id, url }) => ({ title: words.text('sources', id), url })),
  };
};
