import { cause } from '../clues/cause.ts';
import { sendsPassword } from '../clues/flows.ts';
import { isNamed } from '../clues/named.ts';
import { clue, clueWith, notes, proves, rulesOut, suggests } from '../model/index.ts';

export default cause({
  id: 'user-locked-out',
  gate: 'user-state',
  blocks: true,
  recorded: 'by-password',
  sources: ['user-login-object', 'soap-login'],
  clues: [
    // Whether a login without a password is refused while the user is locked is not documented: a hint there, no proof.
    clue('locked', ['userLogin', 'integration'], ({ userLogin, integration: { flow } }) => {
      if (userLogin?.isPasswordLocked !== true) return undefined;
      return sendsPassword(flow) ? proves() : suggests();
    }),
    clue('no-end', ['userLogin', 'integration', 'passwordPolicy'], ({ userLogin, integration, passwordPolicy }) =>
      userLogin?.isPasswordLocked === true &&
      sendsPassword(integration.flow) &&
      passwordPolicy.lockoutMinutes === 'forever'
        ? proves()
        : undefined,
    ),
    // A lockout ends by itself: that there is none now says nothing of a failure in the past, unless it could not have ended.
    clue('not-locked', ['userLogin', 'refusals'], ({ userLogin, refusals }) =>
      userLogin?.isPasswordLocked === false && !isNamed(refusals, 'user-locked-out') ? rulesOut() : undefined,
    ),
    clue('never-unlocks', ['userLogin', 'passwordPolicy'], ({ userLogin, passwordPolicy: { lockoutMinutes } }) =>
      userLogin?.isPasswordLocked === false && lockoutMinutes === 'forever' ? rulesOut() : undefined,
    ),
    // The reference says of the counter that it counts the login page: it is told, and decides nothing.
    clueWith(
      'failed-logins',
      { needs: ['integration'], also: ['user', 'passwordPolicy', 'userLogin'] },
      ({ integration: { flow }, user, passwordPolicy, userLogin }) => {
        const { failedLogins: failed = 0 } = user ?? {};
        const { maxLoginAttempts: most } = passwordPolicy ?? {};
        if (failed === 0 || most === undefined || userLogin?.isPasswordLocked === true || !sendsPassword(flow))
          return undefined;
        return notes({ failed, most, left: Math.max(0, most - failed) });
      },
    ),
  ],
  undoneBy: ['unlockeduser'],
  remedies: [
    {
      id: 'stop-old-password',
      who: 'integration-owner',
      effect: 'changes-client',
      setup: '/lightning/setup/OrgLoginHistory/home',
    },
    {
      id: 'unlock',
      who: 'org-admin',
      effect: 'restores-user',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
    { id: 'wait', who: 'nobody', effect: 'waits', notBy: ['no-end'] },
  ],
});
