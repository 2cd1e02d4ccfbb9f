import { createHash } from 'node:crypto';
import { createGrant } from '../../state/apps.ts';
import { userById } from '../../state/lookup.ts';
import type { AuthorizationCode, Org } from '../../state/types.ts';
import { invalidGrant, refusal, refusalWithRow } from '../attempt.ts';
import type { Candidate, Refusal, TokenRequest } from '../attempt.ts';
import { appGate, appIn, clientAt, orgsAt, unknownClient } from '../clients.ts';
import type { Client } from '../clients.ts';
import { commonGates } from '../gates.ts';
import { openSession, tokenAnswer } from '../grant-token.ts';
import type { TokenAnswer } from '../grant-token.ts';
import { idToken } from '../id-token.ts';
import { secretGate } from '../secret.ts';
import { enter, refused } from './flow.ts';
import type { Gate, GrantFlow } from './flow.ts';

/** Life of a code; how long a real one lives is not known. */
const codeLife = 15 * 60_000;

const findCode = (request: TokenRequest): { org: Org; code: AuthorizationCode } | undefined => {
  for (const org of orgsAt(request.context)) {
    const code = org.codes.find((one) => one.code === request.params.code);
    if (code !== undefined) return { org, code };
  }
  return undefined;
};

const verifierGate = (code: AuthorizationCode, verifier: string | undefined): Refusal | undefined => {
  if (code.codeChallenge === undefined)
    return verifier === undefined ? undefined : invalidGrant('unexpected code verifier');
  const hash = createHash('sha256')
    .update(verifier ?? '')
    .digest('base64url');
  return hash === code.codeChallenge ? undefined : invalidGrant('invalid code verifier');
};

const codeGate = (candidate: Candidate, code: AuthorizationCode): Refusal | undefined => {
  const { request } = candidate;
  if (code.used)
    return refusalWithRow(candidate, 'Failed: Invalid Nonce', 'invalid_grant', 'expired authorization code');
  if (code.issuedAt + codeLife < request.now) return invalidGrant('expired authorization code');
  if (code.redirectUri !== request.params.redirect_uri)
    return refusal('redirect_uri_mismatch', 'redirect_uri must match configuration');
  return verifierGate(code, request.params.code_verifier);
};

type Found = { org: Org; code: AuthorizationCode };

const clientGate = (request: TokenRequest, client: Client, found: Found | undefined): Refusal | undefined =>
  appGate(client, request.context.org ?? found?.org ?? client.home) ??
  secretGate(request, client.app, !client.app.secretOptionalForWeb);

const holderOf = (request: TokenRequest): (Candidate & Found) | Refusal => {
  const client = clientAt(request, request.clientId ?? '');
  if (client === undefined) return unknownClient();
  const found = findCode(request);
  const closed = clientGate(request, client, found);
  if (closed !== undefined) return closed;
  if (found === undefined) return invalidGrant('invalid authorization code');
  const app = appIn(found.org, client);
  if (app?.id !== found.code.appId) return invalidGrant('invalid authorization code');
  return { request, flow: 'web', app, user: userById(found.org, found.code.userId), ...found };
};

export const authorizationCode: GrantFlow = (request) => {
  const holder = holderOf(request);
  if ('error' in holder) return refused(holder);
  const { code } = holder;
  const ownGate: Gate = (candidate) => codeGate(candidate, code);
  return enter(holder, [ownGate, ...commonGates], (candidate) => redeem(candidate, code));
};

const redeem = (candidate: Candidate, code: AuthorizationCode): TokenAnswer => {
  const { org, app, request } = candidate;
  code.used = true;
  const session = openSession(candidate, code.scopes);
  const approval = { userId: code.userId, appId: app.id, createdAt: request.now, lastUsedAt: request.now };
  const grant = code.scopes.includes('RefreshToken')
    ? createGrant(org, { ...approval, scopes: code.scopes })
    : undefined;
  return tokenAnswer(candidate, session, {
    ...(grant === undefined ? {} : { refresh_token: grant.refreshToken }),
    ...(code.scopes.includes('OpenID') ? { id_token: idToken(candidate) } : {}),
  });
};
