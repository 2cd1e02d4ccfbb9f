import type { KeyObject } from 'node:crypto';

export type AssertionParts = {
  readonly key: KeyObject;
  readonly consumerKey: string;
  readonly username: string;
  readonly audience: string;
  /** Epoch ms, UTC. */
  readonly now: number;
};

/** Salesforce allows three minutes of clock skew; `exp` is in seconds. Source: help, OAuth 2.0 JWT bearer flow. */
const lifeInSeconds = 180;

/** The JWT of the JWT bearer flow, RS256. Throws where `jose` refuses the key (RSA under 2,048 bits). */
export const signAssertion = async ({ key, consumerKey, username, audience, now }: AssertionParts): Promise<string> => {
  // Few runs sign anything, and its modules take their time to load.
  const { SignJWT } = await import('jose');
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(consumerKey)
    .setSubject(username)
    .setAudience(audience)
    .setExpirationTime(Math.floor(now / 1000) + lifeInSeconds)
    .sign(key);
};
