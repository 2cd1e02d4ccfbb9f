import { Trouble } from '../../model/index.ts';

/** What ids of other things, which are at hand beside it, begin with. */
const others: Readonly<Record<string, string>> = {
  '00D': 'an org',
  '005': 'a user',
  '0H4': 'a connected app',
};

/** An id of a row of Login History. Throws `Trouble` where it is of something else, or none. */
export const readLoginHistoryId = (given: string): string => {
  const id = given.trim();
  if (/^0Ya[\dA-Za-z]{12}(?:[\dA-Za-z]{3})?$/u.test(id)) return id;
  const other = /^[\dA-Za-z]{15}(?:[\dA-Za-z]{3})?$/u.test(id) ? others[id.slice(0, 3)] : undefined;
  throw other === undefined
    ? new Trouble('login-history-id-invalid', { id })
    : new Trouble('login-history-id-other', { id, kind: other });
};
