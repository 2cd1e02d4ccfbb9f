import { expect } from 'chai';
import pkceRequired from '../../src/causes/pkce-required-or-bad-verifier.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'pkce-required-or-bad-verifier';
const web = { ...healthy.integration, flow: 'web' } as const;
const required = { appOauth: { ...healthy.appOauth!, pkceRequired: true }, oauthSettings: { pkceRequired: true } };

describe(id, () => {
  it('is ruled out for a flow without a challenge', () => {
    expect(standing(pkceRequired, { ...healthy, refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('makes nothing of the requirement while nothing points at it: the client may well use PKCE', () => {
    expect(standing(pkceRequired, { integration: web, ...required }).said).to.deep.equal({});
  });

  it('is suspected by the requirement where a wording leaves it open', () => {
    const facts = { integration: web, ...required, refusals: [suspecting(id)] };
    expect(standing(pkceRequired, facts).said).to.deep.equal({
      said: 'suggests',
      'app-requires': 'suggests',
      'org-requires': 'suggests',
    });
  });

  it('is proved by a wording that has it alone', () => {
    expect(standing(pkceRequired, { integration: web, refusals: [deciding(id)] }).standing).to.equal('confirmed');
  });
});
