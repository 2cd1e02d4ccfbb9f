import { invalidGrant, refusal } from '../attempt.ts';
import type { TokenRequest } from '../attempt.ts';
import { appGate, clientAt, unknownClient } from '../clients.ts';
import { refused } from './flow.ts';
import type { Outcome } from './flow.ts';

/** Polling of the device flow. Nobody ever confirms here. */
export const device = (request: TokenRequest): Outcome => {
  const client = clientAt(request, request.clientId ?? '');
  if (client === undefined) return refused(unknownClient());
  const closed = appGate(client, request.context.org ?? client.home);
  if (closed !== undefined) return refused(closed);
  if (!client.app.deviceFlow) return refused(invalidGrant('device flow is not enabled for the app'));
  return refused(refusal('authorization_pending', ''));
};

/** Only on a My Domain; what an exchange answers there is not known, so none is served. */
export const tokenExchange = (request: TokenRequest): Outcome =>
  refused(
    request.context.org === undefined
      ? invalidGrant('request not supported on this domain')
      : refusal('unsupported_grant_type', 'grant type not supported'),
  );
