import { valueOf } from '../model/index.ts';
import type { Evidence } from '../model/index.ts';

/** Whether a username is that of the other with the name of a sandbox behind it. */
const isCopy = (copy: string, original: string): boolean =>
  copy.startsWith(`${original}.`) && /^[\da-z]+$/u.test(copy.slice(original.length + 1));

/**
 * The user who plays the same role in an org that has nobody of that name: a sandbox appends its own name to every username that it copies.
 * Undefined where several could be meant. Source: https://help.salesforce.com/s/articleView?id=platform.data_sandbox_users_and_contacts.htm
 */
export const counterpartOf = ({ integration, user, usersNear }: Evidence): string | undefined => {
  const given = valueOf(integration)?.username?.toLowerCase();
  if (given === undefined || user.state !== 'known' || user.value !== undefined) return undefined;
  const copies = (valueOf(usersNear) ?? []).filter(({ username }) => {
    const name = username.toLowerCase();
    return isCopy(name, given) || isCopy(given, name);
  });
  return copies.length === 1 ? copies[0]?.username : undefined;
};
