import { expect } from 'chai';
import localCredentialStore from '../../src/causes/local-credential-store.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'local-credential-store';
const integration = { ...healthy.integration, login: 'ci' };
const stored = { username: 'integration@acme.example', kind: 'jwt', decrypts: true } as const;

describe(id, () => {
  it('is ruled out by a stored login that can be read', () => {
    expect(standing(localCredentialStore, { integration, storedLogin: stored }).standing).to.equal('ruled-out');
  });

  it('is ruled out where no stored login is asked about, unless a wording points at it', () => {
    expect(standing(localCredentialStore, healthy).standing).to.equal('ruled-out');
    expect(standing(localCredentialStore, { ...healthy, refusals: [suspecting(id)] }).standing).to.equal('suspected');
  });

  it('is silent where this machine has no such login', () => {
    expect(standing(localCredentialStore, { integration, storedLogin: undefined }).said).to.deep.equal({});
  });

  it('is proved by a stored login that cannot be decrypted, and by a wording', () => {
    expect(
      standing(localCredentialStore, { integration, storedLogin: { ...stored, decrypts: false } }).standing,
    ).to.equal('confirmed');
    const facts = { integration, storedLogin: stored, refusals: [deciding(id)] };
    expect(standing(localCredentialStore, facts).standing).to.equal('confirmed');
  });
});
