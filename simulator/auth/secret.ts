import type { App } from '../state/types.ts';
import { refusal } from './attempt.ts';
import type { Refusal, TokenRequest } from './attempt.ts';

/** A secret that is sent is always checked; one that is not sent is missed only where it is required. */
export const secretGate = (request: TokenRequest, app: App, required: boolean): Refusal | undefined => {
  const { clientSecret } = request;
  const wrong = clientSecret === undefined || clientSecret === '' ? required : clientSecret !== app.consumerSecret;
  return wrong ? refusal('invalid_client', 'invalid client credentials') : undefined;
};
