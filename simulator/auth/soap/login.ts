import { permissionsOf, profileOf } from '../../state/lookup.ts';
import { createSession } from '../../state/apps.ts';
import type { Org, Session, User } from '../../state/types.ts';
import type { HostContext } from '../../frame/context.ts';
import { allowedFrom } from '../addresses.ts';
import { findUser, unknownUser } from '../clients.ts';
import type { Found } from '../clients.ts';
import { isOpen } from '../hours.ts';
import { writeLoginRow, writeStray } from '../login-row.ts';
import { checkPassword, countWrongPassword, forgetWrongPasswords, isLocked, needsSecurityToken } from '../passwords.ts';
import { isOverRate } from '../rate.ts';
import {
  bare,
  invalidLogin,
  loginRateExceeded,
  mutualAuthentication,
  mustUseSecurityToken,
  restrictedDomain,
  soapLoginDisabled,
  transactionSecurity,
  trialExpired,
} from './fault.ts';
import type { SoapFault } from './fault.ts';

export type SoapLogin = {
  context: HostContext;
  username: string;
  password: string;
  version: string;
  sourceIp: string;
  now: number;
};

type Closed = { fault: SoapFault; row?: string };

type Gate = (login: SoapLogin, found: Found) => Closed | undefined;

/** Versions up to this one are retired. */
const newestRetired = 30;

const isRetired = ({ version }: SoapLogin): boolean => Number(version) <= newestRetired;

const unsupportedVersion = bare('UNSUPPORTED_API_VERSION');

const served: Gate = (login) =>
  isRetired(login) ? { fault: unsupportedVersion, row: 'Failed: API Version Removed' } : undefined;

const orgState: Gate = ({ now }, { org }) => {
  if (org.trialExpiresAt !== undefined && org.trialExpiresAt <= now) return { fault: trialExpired };
  if (org.state === 'maintenance') return { fault: bare('ORG_IN_MAINTENANCE') };
  return org.state === 'suspended' ? { fault: bare('ORG_LOCKED') } : undefined;
};

const switchedOn: Gate = ({ context }, { org }) => {
  if (!org.settings.soapLoginEnabled) return { fault: soapLoginDisabled };
  const wantsMyDomain = org.settings.apiLoginRequiresMyDomain && context.role !== 'my-domain';
  return wantsMyDomain ? { fault: invalidLogin, row: 'Restricted domain' } : undefined;
};

const password: Gate = ({ context, password: sent, now }, { org, user }) => {
  if (isLocked(user, now)) {
    const locked = context.world.switches.soapLockout === 'PASSWORD_LOCKOUT' ? bare('PASSWORD_LOCKOUT') : invalidLogin;
    return { fault: locked, row: 'Password Lockout' };
  }
  if (checkPassword(org, user, sent) !== 'wrong') return undefined;
  countWrongPassword(org, user, now);
  return { fault: invalidLogin, row: 'Invalid Password' };
};

const userState: Gate = ({ now }, { org, user }) => {
  if (!user.isActive) return { fault: invalidLogin, row: 'User is Inactive' };
  if (user.isFrozen) return { fault: invalidLogin, row: 'User Is Frozen' };
  return isOverRate(org, user, now) ? { fault: loginRateExceeded, row: 'Login Rate Exceeded' } : undefined;
};

/** Nobody sends a certificate to the simulator: it speaks no TLS. */
const clientCertificate: Gate = (_login, { user }) =>
  user.needsClientCertificate === true
    ? { fault: mutualAuthentication, row: 'Mutual authentication failed' }
    : undefined;

/** Which of its conditions a login meets is not simulated: a policy on logins refuses all. */
const transactionPolicy: Gate = (_login, { org }) =>
  org.transactionPolicies.some(({ enabled, eventName }) => enabled && eventName === 'LoginEvent')
    ? { fault: transactionSecurity }
    : undefined;

const hours: Gate = ({ now }, { org, user }) =>
  isOpen(profileOf(org, user), now)
    ? undefined
    : { fault: bare('LOGIN_DURING_RESTRICTED_TIME'), row: 'Restricted Time' };

const mfa: Gate = (_login, { org, user }) =>
  permissionsOf(org, user).has('TwoFactorApi') ? { fault: invalidLogin, row: 'Multi-factor required' } : undefined;

const address: Gate = ({ sourceIp }, { org, user }) =>
  allowedFrom(sourceIp, profileOf(org, user).loginIpRanges)
    ? undefined
    : { fault: restrictedDomain, row: 'Restricted IP' };

const securityToken: Gate = ({ password: sent, sourceIp }, { org, user }) =>
  checkPassword(org, user, sent) === 'right-without-token' && needsSecurityToken(org, sourceIp)
    ? { fault: mustUseSecurityToken, row: 'Failed: API security token required' }
    : undefined;

/** Without API Enabled no login(); the pair of code and text is recorded for REST. */
const apiEnabled: Gate = (_login, { org, user }) =>
  permissionsOf(org, user).has('ApiEnabled')
    ? undefined
    : { fault: { code: 'API_CURRENTLY_DISABLED', text: 'API is disabled for this User' } };

const order: readonly Gate[] = [
  served,
  orgState,
  switchedOn,
  password,
  userState,
  clientCertificate,
  hours,
  mfa,
  address,
  securityToken,
  apiEnabled,
  transactionPolicy,
];

export type SoapOutcome = { fault: SoapFault } | { session: Session; org: Org; user: User };

/** An unknown user leaves no row in Login History. */
export const soapLogin = (login: SoapLogin): SoapOutcome => {
  const { context, now, sourceIp, version } = login;
  const found = findUser(context, login.username);
  if (found === undefined) {
    if (isRetired(login)) return { fault: unsupportedVersion };
    writeStray(context, { ...unknownUser(login.username), at: now, sourceIp, by: 'soap' });
    return { fault: invalidLogin };
  }
  const facts = { ...found, flow: 'soap-login' as const, at: now, sourceIp, soapVersion: version };
  for (const gate of order) {
    const closed = gate(login, found);
    if (closed === undefined) continue;
    if (closed.row !== undefined) writeLoginRow(context, { ...facts, status: closed.row });
    return { fault: closed.fault };
  }
  forgetWrongPasswords(found.user);
  writeLoginRow(context, { ...facts, status: 'Success' });
  const session = createSession(found.org, { userId: found.user.id, createdAt: now, flow: 'soap-login', sourceIp });
  return { ...found, session };
};
