import { expect } from 'chai';
import keyFileUnreadable from '../../src/causes/jwt-key-file-unreadable.ts';
import type { KeyProblem } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing } from '../support/standing.ts';

const id = 'jwt-key-file-unreadable';

/** Every problem that there is. A new one that is missing here does not compile. */
const problems: Readonly<Record<KeyProblem, true>> = {
  missing: true,
  unreadable: true,
  empty: true,
  'key-for-path': true,
  'not-a-private-key': true,
  'certificate-instead': true,
  'public-key-instead': true,
  'needs-passphrase': true,
  'openssh-format': true,
  'base64-only': true,
  'line-breaks-lost': true,
  truncated: true,
  'not-rsa': true,
};

describe(id, () => {
  it('is ruled out by a key that can be used, and for another flow', () => {
    expect(standing(keyFileUnreadable, { keyFile: healthy.keyFile }).standing).to.equal('ruled-out');
    expect(standing(keyFileUnreadable, { integration: { ...healthy.integration, flow: 'web' } }).standing).to.equal(
      'ruled-out',
    );
  });

  it('is silent where no key file was given', () => {
    expect(standing(keyFileUnreadable, { integration: healthy.integration, keyFile: undefined }).said).to.deep.equal(
      {},
    );
  });

  it('is not ruled out by a usable key here against a wording that has it alone: it may be another machine', () => {
    const facts = { keyFile: healthy.keyFile, refusals: [deciding(id)] };
    expect(standing(keyFileUnreadable, facts).standing).to.equal('confirmed');
  });

  for (const problem of Object.keys(problems) as KeyProblem[]) {
    it(`is proved by a key file that is ${problem}, in a sentence of its own`, () => {
      const heard = standing(keyFileUnreadable, {
        integration: healthy.integration,
        keyFile: { state: 'unusable', path: 'ci/server.key', problem },
      });
      expect(heard.said).to.deep.equal({ [problem]: 'proves' });
      // Where the key itself was given there is no path to name.
      if (problem !== 'key-for-path') expect(heard.sentences[0]).to.include('ci/server.key');
    });
  }

  it('is ruled out by an assertion that the right key has signed, and by no other', () => {
    const assertion = { state: 'decoded', algorithm: 'RS256', audience: [], missing: [] } as const;
    const said = (facts: object) => standing(keyFileUnreadable, { refusals: [], ...facts }).said;
    expect(said({ assertion: { ...assertion, signature: 'matches' } })).to.deep.equal({ signed: 'rules-out' });
    expect(said({ assertion: { ...assertion, signature: 'differs' } })).to.deep.equal({});
    expect(said({ assertion })).to.deep.equal({});
  });
});
