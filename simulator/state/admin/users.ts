import { nameOf, profileOf } from '../lookup.ts';
import type { Id, User } from '../types.ts';
import { audit, named, touchUser } from './act.ts';
import type { Act } from './act.ts';
import { isStandardProfile } from './profiles.ts';

const users = 'Manage Users';

export const deactivateUser = (act: Act, user: User): void => {
  user.isActive = false;
  touchUser(act, user);
  audit(act, 'deactivateduser', users, `Deactivated user ${named(user)}`);
};

export const activateUser = (act: Act, user: User): void => {
  user.isActive = true;
  touchUser(act, user);
  audit(act, 'activateduser', users, `Activated user ${named(user)}`);
};

/** Frozen stands on UserLogin: the user's own change date does not move. */
export const freezeUser = (act: Act, user: User): void => {
  user.isFrozen = true;
  audit(act, 'frozeuser', users, `Froze user account for ${nameOf(user)}`);
};

export const unfreezeUser = (act: Act, user: User): void => {
  user.isFrozen = false;
  audit(act, 'unfrozeuser', users, `Unfroze user account for ${nameOf(user)}`);
};

/** "Enforce SSL/TLS Mutual Authentication": no action code is known. */
export const requireMutualTls = (act: Act, user: User): void => {
  user.needsClientCertificate = true;
  touchUser(act, user);
};

export const unlockUser = (act: Act, user: User): void => {
  delete user.lockedUntil;
  user.failedLogins = 0;
  audit(act, 'unlockeduser', users, `Unlocked user ${user.username} (UserID: [${user.id.slice(0, 15)}])`);
};

/** Session Management, or a deleted AuthSession: no action code is known. */
export const endSessionsOf = ({ org }: Act, user: User): void => {
  for (const session of org.sessions) if (session.userId === user.id) session.ended = true;
};

/** A new password also makes a new security token. */
export const changePassword = (act: Act, user: User, password: string, securityToken: string): void => {
  user.password = password;
  user.securityToken = securityToken;
  user.passwordChangedAt = act.at;
  touchUser(act, user);
  audit(act, 'changedpassword', users, `Set new password for user ${nameOf(user)}`);
};

export const resetPassword = (act: Act, user: User, password: string, securityToken: string): void => {
  user.password = password;
  user.securityToken = securityToken;
  user.passwordChangedAt = act.at;
  user.passwordExpiresAt = act.at;
  touchUser(act, user);
  audit(act, 'resetpassword', users, `Reset password for user ${nameOf(user)}`);
};

/** Where a password simply grows old nobody acts and nothing is written. */
export const letPasswordExpire = (user: User, at: number): void => {
  user.passwordExpiresAt = at;
};

export const changeUsername = (act: Act, user: User, username: string): void => {
  const before = user.username;
  user.username = username;
  touchUser(act, user);
  audit(act, 'changedusername', users, `Changed username for ${user.id} from ${before} to ${username}`);
};

export const changeProfileOfUser = (act: Act, user: User, profileId: Id): void => {
  const before = profileOf(act.org, user);
  user.profileId = profileId;
  const after = profileOf(act.org, user);
  touchUser(act, user);
  const word = [before, after].map((one) => (isStandardProfile(one) ? 'std' : 'cust')).join('to');
  const action = word === 'custtocust' ? 'changedprofileforuser' : `changedprofileforuser${word}`;
  audit(act, action, users, `Changed profile for user ${nameOf(user)} from ${before.name} to ${after.name}`);
};
