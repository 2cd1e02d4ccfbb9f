import { userById } from '../../state/lookup.ts';
import type { App, Org, User } from '../../state/types.ts';
import { invalidGrant, refusal } from '../attempt.ts';
import type { Candidate, Refusal, TokenRequest } from '../attempt.ts';
import { appGate, appIn, clientAt, unknownClient } from '../clients.ts';
import type { Client } from '../clients.ts';
import { commonGates } from '../gates.ts';
import { openSession, tokenAnswer } from '../grant-token.ts';
import { secretGate } from '../secret.ts';
import { enter } from './flow.ts';
import type { GrantFlow } from './flow.ts';

/** Scopes that this flow does not issue. */
const notIssued = ['Full', 'Web', 'RefreshToken', 'OfflineAccess'];

const issued = (app: App): string[] => app.scopes.filter((scope) => !notIssued.includes(scope));

const noUser = (): Refusal => invalidGrant('no client credentials user enabled');

const runAsOf = (org: Org, { clientCredentials }: App): User | undefined =>
  clientCredentials.runAsUserId === undefined ? undefined : userById(org, clientCredentials.runAsUserId);

/** The app, the flow, the secret and the parameters. */
const clientGate = (request: TokenRequest, client: Client, org: Org): Refusal | undefined => {
  const closed = appGate(client, org);
  if (closed !== undefined) return closed;
  if (!client.app.clientCredentials.enabled) return invalidGrant('client credentials flow not enabled');
  const wrongSecret = secretGate(request, client.app, true);
  if (wrongSecret !== undefined) return wrongSecret;
  return request.params.scope === undefined ? undefined : refusal('invalid_request', 'scope parameter not supported');
};

/** Served on a My Domain only. */
const candidateOf = (request: TokenRequest): Candidate | Refusal => {
  const { org } = request.context;
  if (org === undefined) return invalidGrant('request not supported on this domain');
  const client = clientAt(request, request.clientId ?? '');
  if (client === undefined) return unknownClient();
  const closed = clientGate(request, client, org);
  if (closed !== undefined) return closed;
  const app = appIn(org, client);
  const user = app === undefined ? undefined : runAsOf(org, app);
  if (app === undefined || user?.isActive !== true) return noUser();
  if (issued(app).length === 0) return invalidGrant('no valid scopes defined');
  return { request, flow: 'client-credentials', app, org, user };
};

export const clientCredentials: GrantFlow = (request) =>
  enter(candidateOf(request), commonGates, (candidate) =>
    tokenAnswer(candidate, openSession(candidate, issued(candidate.app))),
  );
