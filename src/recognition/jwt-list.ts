import type { Statement } from './statement.ts';
import { isGenericHost } from './wrappers/jwt-order.ts';

/** A host that was not reached said nothing. */
const notReached = /^(?:network|tls)\./u;

/** How far a line got. A wrong audience comes of the CLI's own trying; an unknown key, before anything about the user. */
const reachOfWording = ({ entry }: Statement): number => {
  if (entry?.id === 'grant.audience' || notReached.test(entry?.id ?? '')) return 0;
  if (entry === undefined) return 1;
  return ['client.unknown_id', 'eca.not_installed'].includes(entry.id) ? 2 : 3;
};

/** Production and sandbox hosts are tried as well; they answer for whichever org has the user, not for the one that was meant. */
const atGenericHost = ({ host }: Statement): boolean => host !== undefined && isGenericHost(host);

/**
 * Which line of a list of JWT attempts matters, higher is more: the one that got furthest (the consumer key is checked before the
 * user's approval); of those, the ones that the login URL's own host said.
 */
export const reachOf = (statement: Statement): number =>
  2 * reachOfWording(statement) + (atGenericHost(statement) ? 0 : 1);

/** The furthest that any line of each list got. */
export const furthestOf = (statements: readonly Statement[]): ReadonlyMap<number, number> => {
  const lists = new Map<number, number>();
  for (const statement of statements) {
    if (statement.list !== undefined) {
      lists.set(statement.list, Math.max(lists.get(statement.list) ?? 0, reachOf(statement)));
    }
  }
  return lists;
};
