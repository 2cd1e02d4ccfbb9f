import { records, sameText, text } from '../../../evidence/org/rows.ts';
import { query, quoted } from '../../../evidence/org/soql.ts';
import type { OrgPort, OrgRequest } from '../../../evidence/org-wire.ts';

/** A URI may have 16,384 bytes. */
const mostNames = 200;

const chunks = (all: readonly string[]): ReadonlyArray<readonly string[]> =>
  Array.from({ length: Math.ceil(all.length / mostNames) }, (_none, at) =>
    all.slice(at * mostNames, (at + 1) * mostNames),
  );

/** LoginHistory has no path to the user's name. Source: traps sheet, 4. */
const usersQueries = (field: 'Id' | 'Username', values: readonly string[]): readonly OrgRequest[] =>
  chunks([...new Set(values)]).map((some) =>
    query(`SELECT Id, Username FROM User WHERE ${field} IN (${some.map(quoted).join(', ')})`),
  );

const pairs = async (
  port: OrgPort,
  requests: readonly OrgRequest[],
): Promise<ReadonlyArray<readonly [string, string]>> =>
  (await port.wave(requests)).flatMap((answer) =>
    records(answer).flatMap((row) => {
      const [id, name] = [text(row.Id), text(row.Username)];
      return id === undefined || name === undefined ? [] : [[id, name] as const];
    }),
  );

/** Usernames by id; users that the session does not see are left out. One request for 5,000 users. */
export const usernamesOf = async (port: OrgPort, ids: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  ids.length === 0 ? {} : Object.fromEntries(await pairs(port, usersQueries('Id', ids)));

/** The id of each username, undefined where the org has no such user, or does not show it. */
export const userIdsOf = async (
  port: OrgPort,
  usernames: readonly string[],
): Promise<ReadonlyArray<string | undefined>> => {
  if (usernames.length === 0) return [];
  const found = await pairs(port, usersQueries('Username', usernames));
  return usernames.map((wanted) => found.find(([, name]) => sameText(name, wanted))?.[0]);
};
