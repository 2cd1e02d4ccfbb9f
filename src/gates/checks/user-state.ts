import { sendsPassword } from '../../clues/flows.ts';
import { soonMs, span, wholeDays } from '../../clues/times.ts';
import type { CauseId, Flow } from '../../model/index.ts';
import { check, closed, open, unseen } from '../check.ts';
import type { GateRule } from '../gate.ts';
import { isRunAs } from '../subject.ts';

/** An assertion names its user; elsewhere it is the name that was typed. */
const noSuchUser = (flow: Flow | undefined): CauseId =>
  flow === 'jwt' || flow === 'token-exchange' ? 'jwt-wrong-subject' : 'wrong-username-or-password';

const active = check('active', { also: ['user', 'app', 'runAs'] }, (facts) => {
  if (isRunAs(facts)) {
    const { runAs } = facts;
    if (!('runAs' in facts)) return unseen('runAs');
    if (runAs === undefined) return undefined;
    return runAs.isActive
      ? open('active', { name: runAs.username })
      : closed('user-inactive', 'inactive', { name: runAs.username });
  }
  if (!('user' in facts)) return unseen('user');
  const { user, integration } = facts;
  if (user === undefined)
    return closed(noSuchUser(integration.flow), 'no-such-user', { username: integration.username ?? '' });
  return user.isActive
    ? open('active', { name: user.username })
    : closed('user-inactive', 'inactive', { name: user.username });
});

const frozen = check('frozen', { also: ['user', 'userLogin', 'app', 'runAs'] }, (facts) => {
  if (isRunAs(facts)) {
    const { runAs } = facts;
    if (runAs === undefined) return undefined;
    return runAs.isFrozen === true ? closed('user-frozen', 'frozen') : open('not-frozen');
  }
  if ('user' in facts && facts.user === undefined) return undefined;
  if (!('userLogin' in facts)) return unseen('userLogin');
  return facts.userLogin?.isFrozen === true ? closed('user-frozen', 'frozen') : open('not-frozen');
});

/** Whether a login without a password is refused while the user is locked is not documented. */
const locked = check('locked', { also: ['user', 'userLogin'] }, (facts) => {
  const { integration, userLogin } = facts;
  if (userLogin?.isPasswordLocked !== true) return undefined;
  return sendsPassword(integration.flow) ? closed('user-locked-out', 'locked') : open('locked', {}, { note: true });
});

const password = check(
  'password',
  { needs: ['passwordExpiresAt'], flows: ['password', 'soap-login'] },
  ({ passwordExpiresAt: on, now }) => {
    const cause = 'password-expired';
    if (on === undefined) return open('never');
    const left = span(now, on);
    const values = { on, days: wholeDays(now, on) };
    if (left <= 0) return closed(cause, 'expired', values);
    return left <= soonMs ? open('soon', values, { on, cause }) : open('valid', values);
  },
);

/** Is the user there, active, and not frozen or locked? */
export const userState: GateRule = { id: 'user-state', checks: [active, frozen, locked, password] };
