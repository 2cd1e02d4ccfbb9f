import { rotateGrant } from '../../state/admin/apps.ts';
import { grantOf, userById } from '../../state/lookup.ts';
import type { App, Grant, Org } from '../../state/types.ts';
import { invalidGrant } from '../attempt.ts';
import type { Candidate, Refusal, TokenRequest } from '../attempt.ts';
import { appGate, appIn, clientAt, orgsAt, unknownClient } from '../clients.ts';
import type { Client } from '../clients.ts';
import { commonGates } from '../gates.ts';
import { openSession, tokenAnswer } from '../grant-token.ts';
import type { TokenAnswer } from '../grant-token.ts';
import { idToken } from '../id-token.ts';
import { refreshPolicyAllows } from '../refresh-policy.ts';
import { secretGate } from '../secret.ts';
import { enter, refused } from './flow.ts';
import type { Gate, GrantFlow } from './flow.ts';

/** One text for revoked, expired, pushed out, rotated, foreign and made-up tokens. No row is known. */
const dead = (): Refusal => invalidGrant('expired access/refresh token');

type Held = { org: Org; app: App; grant: Grant };

const findGrant = (request: TokenRequest, client: Client): Held | undefined => {
  for (const org of orgsAt(request.context)) {
    const grant = grantOf(org, request.params.refresh_token ?? '');
    const app = appIn(org, client);
    if (grant !== undefined && grant.appId === app?.id) return { org, app, grant };
  }
  return undefined;
};

/** A spent token that comes again ends the current one and its sessions. */
const endFamily = (org: Org, grant: Grant): void => {
  grant.revoked = true;
  for (const session of org.sessions)
    if (session.userId === grant.userId && session.appId === grant.appId) session.ended = true;
};

const clientGate = (request: TokenRequest, client: Client, held: Held | undefined): Refusal | undefined => {
  if (client.app.blocked) return dead();
  const closed = appGate(client, request.context.org ?? held?.org ?? client.home);
  return closed ?? secretGate(request, client.app, client.app.secretRequiredForRefresh);
};

const holderOf = (request: TokenRequest): (Candidate & Held) | Refusal => {
  const client = clientAt(request, request.clientId ?? '');
  if (client === undefined) return unknownClient();
  const held = findGrant(request, client);
  const closed = clientGate(request, client, held);
  if (closed !== undefined) return closed;
  if (held === undefined || held.grant.revoked) return dead();
  if (held.grant.refreshToken !== request.params.refresh_token) {
    endFamily(held.org, held.grant);
    return dead();
  }
  return { request, flow: 'refresh-token', user: userById(held.org, held.grant.userId), ...held };
};

export const refreshToken: GrantFlow = (request) => {
  const holder = holderOf(request);
  if ('error' in holder) return refused(holder);
  const { app, grant } = holder;
  const policyGate: Gate = () => (refreshPolicyAllows(app.refreshPolicy, grant, request.now) ? undefined : dead());
  return enter(holder, [...commonGates, policyGate], (candidate) => use(candidate, grant));
};

const use = (candidate: Candidate, grant: Grant): TokenAnswer => {
  const { app, request } = candidate;
  if (app.rotation) rotateGrant(grant);
  grant.lastUsedAt = request.now;
  grant.useCount += 1;
  const session = openSession(candidate, grant.scopes);
  return tokenAnswer(candidate, session, {
    ...(app.rotation ? { refresh_token: grant.refreshToken } : {}),
    ...(grant.scopes.includes('OpenID') ? { id_token: idToken(candidate) } : {}),
  });
};
