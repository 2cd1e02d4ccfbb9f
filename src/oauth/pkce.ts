import { createHash, randomBytes } from 'node:crypto';

/** Bytes of chance behind a verifier or a state: RFC 7636 wants 32. */
const chance = 32;

export const unguessable = (): string => randomBytes(chance).toString('base64url');

/** What a code is asked for with (`challenge`), and what is shown when it is used (`verifier`): RFC 7636, S256. */
export const newProof = (): { readonly verifier: string; readonly challenge: string } => {
  const verifier = unguessable();
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};
