import { invalidGrant, refusalWithRow } from '../attempt.ts';
import type { Candidate, Refusal, TokenRequest } from '../attempt.ts';
import { appGate, appIn, clientAt, findUser, unknownClient, unknownUser } from '../clients.ts';
import type { Client, Found } from '../clients.ts';
import { commonGates } from '../gates.ts';
import { openSession, tokenAnswer } from '../grant-token.ts';
import { checkPassword, countWrongPassword, forgetWrongPasswords, isLocked, needsSecurityToken } from '../passwords.ts';
import { secretGate } from '../secret.ts';
import { enter } from './flow.ts';
import type { Gate, GrantFlow } from './flow.ts';

const failure = 'authentication failure';

const row = (candidate: Omit<Candidate, 'request'>, status: string): Refusal =>
  refusalWithRow(candidate, status, 'invalid_grant', failure);

/** A locked user is refused whatever the password. A wrong one counts. */
const passwordGate = (candidate: Candidate): Refusal | undefined => {
  const { org, user, request } = candidate;
  if (isLocked(user, request.now)) return row(candidate, 'Password Lockout');
  if (checkPassword(org, user, request.params.password ?? '') !== 'wrong') return undefined;
  countWrongPassword(org, user, request.now);
  return row(candidate, 'Invalid Password');
};

const securityTokenGate = (candidate: Candidate): Refusal | undefined => {
  const { org, user, request } = candidate;
  const without = checkPassword(org, user, request.params.password ?? '') === 'right-without-token';
  return without && needsSecurityToken(org, request.sourceIp)
    ? row(candidate, 'Failed: API security token required')
    : undefined;
};

/** The app, the flow and the secret, before the user is looked at. */
const clientGate = (request: TokenRequest, client: Client, found: Found | undefined): Refusal | undefined => {
  const closed = appGate(client, request.context.org ?? found?.org);
  if (closed !== undefined) return closed;
  // An external client app does not know this flow.
  if (client.app.kind === 'external-client-app') return invalidGrant(failure);
  if (found?.org.settings.passwordFlowBlocked === true) {
    return row({ ...found, flow: 'password', app: client.app }, 'Username-Password Flow Disabled');
  }
  return secretGate(request, client.app, true);
};

const candidateOf = (request: TokenRequest): Candidate | Refusal => {
  const client = clientAt(request, request.clientId ?? '');
  if (client === undefined) return unknownClient();
  const found = findUser(request.context, request.params.username ?? '');
  const closed = clientGate(request, client, found);
  if (closed !== undefined) return closed;
  const app = found === undefined ? undefined : appIn(found.org, client);
  if (found === undefined) return { ...invalidGrant(failure), stray: unknownUser(request.params.username ?? '') };
  if (app === undefined) return invalidGrant(failure);
  return { request, flow: 'password', app, ...found };
};

const gates: readonly Gate[] = [passwordGate, ...commonGates, securityTokenGate];

export const usernamePassword: GrantFlow = (request) =>
  enter(candidateOf(request), gates, (candidate) => {
    forgetWrongPasswords(candidate.user);
    const scopes = candidate.app.scopes.filter((scope) => scope !== 'RefreshToken');
    return tokenAnswer(candidate, openSession(candidate, scopes));
  });
