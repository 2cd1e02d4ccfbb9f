import { isWithin } from './addresses.ts';
import { isSingleSignOnUser } from '../state/lookup.ts';
import type { Org, User } from '../state/types.ts';

export type PasswordAnswer = 'right' | 'right-without-token' | 'wrong';

/** What was sent as password: password, or password and security token. A single sign-on service knows no Salesforce password. */
export const checkPassword = (org: Org, user: User, sent: string): PasswordAnswer => {
  if (isSingleSignOnUser(org, user)) return 'wrong';
  if (sent === user.password + user.securityToken) return 'right';
  return sent === user.password ? 'right-without-token' : 'wrong';
};

export const isLocked = (user: User, now: number): boolean =>
  user.lockedUntil !== undefined && (user.lockedUntil === 'forever' || user.lockedUntil > now);

/** A wrong password counts, and at the limit locks the user. */
export const countWrongPassword = (org: Org, user: User, now: number): void => {
  const { maxLoginAttempts, lockoutInterval } = org.settings;
  user.failedLogins += 1;
  if (maxLoginAttempts === 'NoLimit' || user.failedLogins < maxLoginAttempts) return;
  user.lockedUntil = lockoutInterval === 'forever' ? 'forever' : now + lockoutInterval * 60_000;
};

export const forgetWrongPasswords = (user: User): void => {
  user.failedLogins = 0;
  delete user.lockedUntil;
};

/** The security token may be left off inside the trusted ranges of the org. */
export const needsSecurityToken = (org: Org, sourceIp: string): boolean =>
  !isWithin(sourceIp, org.settings.trustedIpRanges);

export const isExpired = (user: User, neverExpires: boolean, now: number): boolean => {
  if (neverExpires || user.passwordExpiresAt === undefined) return false;
  return user.passwordExpiresAt <= now;
};
