import { expect } from 'chai';
import localCredentialStore from '../../src/causes/local-credential-store.ts';
import type { AuthUrlProblem } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'local-credential-store';
const integration = { ...healthy.integration, login: 'ci' };
const stored = { username: 'integration@acme.example', kind: 'jwt', decrypts: true } as const;

/** Every problem that there is. A new one that is missing here does not compile. */
const problems: Readonly<Record<AuthUrlProblem, true>> = {
  'access-token-instead': true,
  characters: true,
  empty: true,
  encoded: true,
  'host-missing': true,
  'host-with-scheme': true,
  'json-instead': true,
  'json-without-url': true,
  'line-break': true,
  missing: true,
  'not-json': true,
  'parts-missing': true,
  'parts-swapped': true,
  quoted: true,
  redacted: true,
  'scheme-missing': true,
  'token-missing': true,
  unreadable: true,
};

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

  for (const problem of Object.keys(problems) as AuthUrlProblem[]) {
    it(`is proved by an auth URL that is ${problem}, in a sentence of its own`, () => {
      const heard = standing(localCredentialStore, { authUrl: { state: 'unusable', path: 'ci/auth.txt', problem } });
      expect(heard.said).to.deep.equal({ [`auth-url-${problem}`]: 'proves' });
      expect(heard.sentences[0]).to.include('ci/auth.txt');
    });
  }

  it('is ruled out by an auth URL of the right shape, unless a wording has it alone', () => {
    const authUrl = {
      state: 'usable',
      path: 'auth.txt',
      clientId: 'PlatformCLI',
      loginUrl: 'https://acme.my.salesforce.com',
    } as const;
    expect(standing(localCredentialStore, { ...healthy, authUrl }).standing).to.equal('ruled-out');
    expect(standing(localCredentialStore, { authUrl, refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });
});
