import { chunks } from '../../../evidence/chunks.ts';
import { records, sameText, text } from '../../../evidence/org/rows.ts';
import { query, quoted } from '../../../evidence/org/soql.ts';
import type { OrgRequest } from '../../../evidence/org-wire.ts';
import { ask, type Asking } from '../../../evidence/waves.ts';

/** A URI may have 16,384 bytes. */
const mostNames = 200;

/** LoginHistory has no path to the user's name. Source: traps sheet, 4. */
const usersQueries = (field: 'Id' | 'Username', values: readonly string[]): readonly OrgRequest[] =>
  chunks([...new Set(values)], mostNames).map((some) =>
    query(`SELECT Id, Username FROM User WHERE ${field} IN (${some.map(quoted).join(', ')})`),
  );

const pairs = function* (requests: readonly OrgRequest[]): Asking<ReadonlyArray<readonly [string, string]>> {
  return (yield* ask(requests)).flatMap((answer) =>
    records(answer).flatMap((row) => {
      const [id, name] = [text(row.Id), text(row.Username)];
      return id === undefined || name === undefined ? [] : [[id, name] as const];
    }),
  );
};

/** Usernames by id; users that the session does not see are left out. One request for 5,000 users. */
export const usernamesOf = function* (ids: readonly string[]): Asking<Readonly<Record<string, string>>> {
  return Object.fromEntries(yield* pairs(usersQueries('Id', ids)));
};

/** The id of each username, undefined where the org has no such user, or does not show it. */
export const userIdsOf = function* (usernames: readonly string[]): Asking<ReadonlyArray<string | undefined>> {
  const found = yield* pairs(usersQueries('Username', usernames));
  return usernames.map((wanted) => found.find(([, name]) => sameText(name, wanted))?.[0]);
};
