import type { Org, User } from '../state/types.ts';

/** login() calls and token requests of one user in an hour. */
const loginsPerHour = 3600;

export const isOverRate = (org: Org, user: User, now: number): boolean => {
  let count = 0;
  for (let at = org.loginRows.length - 1; at >= 0; at -= 1) {
    const row = org.loginRows[at];
    if (row === undefined || row.at < now - 3_600_000) break;
    if (row.userId === user.id) count += 1;
  }
  return count >= loginsPerHour;
};
