import { storedLogins } from '../evidence/local/index.ts';
import { failuresOfOrg, openHistory } from './loginhistory.ts';
import { recognize } from '../library/recognize.ts';
import { defined } from '../model/index.ts';
import type { LoginFailures, StoredLogin } from '../model/index.ts';

export { overviewOf } from '../loginhistory/overview.ts';

/** The failures of an org in the last day, by user. Throws `Trouble`. */
export const failingIn = async (
  targetOrg: string,
  apiVersion: string | undefined,
  signal?: AbortSignal,
): Promise<LoginFailures> => {
  const started = performance.now();
  const filters = { usernames: [], apps: [], sourceIps: [], loginTypes: [], statuses: [] };
  const version = defined({ apiVersion });
  const request = { targetOrg, ...version, by: 'user' as const, filters, now: Date.now() };
  return failuresOfOrg(await openHistory(targetOrg, apiVersion, { signal }), request, started);
};

/** The failures whose rows can mean what a text means: of those the text may be. */
export const fitting = (failures: LoginFailures, text: string): LoginFailures => {
  const meant = new Set(recognize(text).causes.map(({ id }) => id));
  return { ...failures, groups: failures.groups.filter(({ causes }) => causes.some(({ id }) => meant.has(id))) };
};

/** Every login that the CLI has stored here, by username, each once. Uses none of them, and sends nothing. */
export const loginsHere = async (): Promise<readonly StoredLogin[]> => {
  const stored = await Promise.all((await storedLogins.names()).map((name) => storedLogins.read(name)));
  const byUsername = new Map(
    stored.flatMap((login) => (login === undefined ? [] : [[login.username, login] as const])),
  );
  return [...byUsername.values()].toSorted((a, b) => (a.username < b.username ? -1 : 1));
};
