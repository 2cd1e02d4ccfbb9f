import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { KeyProblem } from '../model/index.ts';
import { keyProblem } from './key-problem.ts';

/** What may be told of a private key: `spki` is the SHA-256 of its public key in hex. */
export type PrivateKey =
  | { readonly state: 'usable'; readonly spki: string; readonly bits: number }
  | { readonly state: 'unusable'; readonly problem: KeyProblem };

const parse = (pem: string): KeyObject | undefined => {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined;
  }
};

/** The key that signs, for the one attempt; undefined where it is no RSA private key. Never part of evidence. */
export const openSigningKey = (pem: string): KeyObject | undefined => {
  const key = parse(pem);
  return key?.asymmetricKeyType === 'rsa' ? key : undefined;
};

/**
 * Reads a private key as the clients of Salesforce do: what OpenSSL refuses they cannot use, and then the problem says why.
 * JWT bearer takes RSA keys only. Never throws.
 */
export const readPrivateKey = (pem: string): PrivateKey => {
  const key = parse(pem);
  if (key === undefined) return { state: 'unusable', problem: keyProblem(pem) };
  if (key.asymmetricKeyType !== 'rsa') return { state: 'unusable', problem: 'not-rsa' };
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    state: 'usable',
    spki: createHash('sha256').update(spki).digest('hex'),
    bits: key.asymmetricKeyDetails?.modulusLength ?? 0,
  };
};
