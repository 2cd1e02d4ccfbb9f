import { isPreAuthorised, permissionsOf, profileOf } from '../state/lookup.ts';
import { allowedFrom, isWithin } from './addresses.ts';
import { invalidGrant, refusalWithRow, usesPassword } from './attempt.ts';
import type { Candidate, Refusal } from './attempt.ts';
import type { Gate } from './flows/flow.ts';
import { isOpen } from './hours.ts';
import { isLocked } from './passwords.ts';
import { isOverRate } from './rate.ts';

const authenticationFailure = 'authentication failure';

/** The password flow tells nothing but "authentication failure"; the row tells why. */
const refuse = (candidate: Candidate, row: string, description: string): Refusal =>
  refusalWithRow(candidate, row, 'invalid_grant', usesPassword(candidate.flow) ? authenticationFailure : description);

const orgGate = ({ org, request }: Pick<Candidate, 'org' | 'request'>): Refusal | undefined => {
  const over = org.trialExpiresAt !== undefined && org.trialExpiresAt <= request.now;
  return over || org.state === 'suspended' ? invalidGrant('inactive organization') : undefined;
};

const notPreAuthorised = (candidate: Candidate): Refusal => {
  const { flow, request } = candidate;
  const row = 'Failed: Not approved for access';
  return flow === 'jwt' && request.context.world.switches.jwtNotApproved === 'invalid_grant'
    ? refusalWithRow(candidate, row, 'invalid_grant', "user hasn't approved this consumer")
    : refusalWithRow(candidate, row, 'invalid_app_access', 'user is not admin approved to access this app');
};

/** A JWT needs an approval given before, with the refresh token scope. */
const hasApproved = ({ org, user, app }: Candidate): boolean =>
  app.scopes.includes('RefreshToken') &&
  org.grants.some(
    (grant) =>
      !grant.revoked && grant.userId === user.id && grant.appId === app.id && grant.scopes.includes('RefreshToken'),
  );

const approvalGate = (candidate: Candidate): Refusal | undefined => {
  const { app, org, user, flow } = candidate;
  if (app.permittedUsers === 'admin-approved')
    return isPreAuthorised(org, user, app) ? undefined : notPreAuthorised(candidate);
  return flow === 'jwt' && !hasApproved(candidate) ? invalidGrant("user hasn't approved this consumer") : undefined;
};

const userStateGate = (candidate: Candidate): Refusal | undefined => {
  const { user, flow, request } = candidate;
  if (!user.isActive) return refuse(candidate, 'User is Inactive', 'inactive user');
  if (user.isFrozen) return refuse(candidate, 'User Is Frozen', authenticationFailure);
  const lockCounts = usesPassword(flow) || request.context.world.switches.lockedBlocksTokenFlows;
  return lockCounts && isLocked(user, request.now)
    ? refuse(candidate, 'Password Lockout', authenticationFailure)
    : undefined;
};

const hoursGate = (candidate: Candidate): Refusal | undefined => {
  const { org, user, request } = candidate;
  if (isOpen(profileOf(org, user), request.now)) return undefined;
  return refuse(candidate, 'Restricted Time', request.context.world.switches.hoursDescription);
};

/** Whether the app lifts the ranges of the profile for this request. */
const isRelaxed = ({ app, flow, org, request }: Candidate): boolean => {
  switch (app.ipRelaxation) {
    case 'BYPASS':
      return true;
    case 'ENFORCE_RELAXREFRESH':
      return flow === 'refresh-token';
    case 'BYPASS_2FACTOR':
      return isWithin(request.sourceIp, org.settings.trustedIpRanges);
    case 'ENFORCE':
      return false;
  }
};

const addressGate = (candidate: Candidate): Refusal | undefined => {
  const { org, user, request } = candidate;
  if (allowedFrom(request.sourceIp, profileOf(org, user).loginIpRanges) || isRelaxed(candidate)) return undefined;
  return refuse(candidate, 'Restricted IP', 'ip restricted');
};

/** MFA for API logins refuses the plain password and its security token; flows without a password are not asked. */
const mfaGate = (candidate: Candidate): Refusal | undefined => {
  const { org, user, flow } = candidate;
  if (!usesPassword(flow) || !permissionsOf(org, user).has('TwoFactorApi')) return undefined;
  return refuse(candidate, 'Multi-factor required', authenticationFailure);
};

const rateGate = (candidate: Candidate): Refusal | undefined => {
  const { org, user, request } = candidate;
  return isOverRate(org, user, request.now)
    ? refuse(candidate, 'Login Rate Exceeded', authenticationFailure)
    : undefined;
};

/** From the user on, in Salesforce's order of checks for API logins: hours, MFA, address. */
export const commonGates: readonly Gate[] = [
  orgGate,
  approvalGate,
  userStateGate,
  rateGate,
  hoursGate,
  mfaGate,
  addressGate,
];
