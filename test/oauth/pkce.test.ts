import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { newProof, unguessable } from '../../src/oauth/pkce.ts';

describe('what a code is asked for with', () => {
  it('is behind 32 bytes of chance, as RFC 7636 has it in its example', () => {
    const { verifier } = newProof();
    expect([verifier, unguessable()].map((text) => Buffer.from(text, 'base64url').length)).to.deep.equal([32, 32]);
    expect(newProof().verifier).not.to.equal(verifier);
  });

  it('is the SHA-256 of what is shown when it is used', () => {
    const { verifier, challenge } = newProof();
    expect(challenge).to.equal(createHash('sha256').update(verifier).digest('base64url'));
  });
});
