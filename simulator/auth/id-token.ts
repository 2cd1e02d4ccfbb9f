import { createPublicKey } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import { privateKeyFor } from '../state/certificate.ts';
import type { Candidate } from './attempt.ts';
import { identityUrl } from './grant-token.ts';
import { issuerOf } from './well-known.ts';

const signingKey = (): string => privateKeyFor('id token');

/** Only with the openid scope. */
export const idToken = (candidate: Candidate): string => {
  const { request, app } = candidate;
  const now = Math.floor(request.now / 1000);
  const claims = {
    iss: issuerOf(request.context),
    sub: identityUrl(candidate),
    aud: app.consumerKey,
    iat: now,
    exp: now + 120,
  };
  return jsonwebtoken.sign(claims, signingKey(), { algorithm: 'RS256', keyid: '248' });
};

/** `/id/keys`. */
export const publicKeys = (): { keys: object[] } => {
  const { kty, n, e } = createPublicKey(signingKey()).export({ format: 'jwk' });
  return { keys: [{ kty, n, e, alg: 'RS256', use: 'sig', kid: '248' }] };
};
