import { expect } from 'chai';
import redirectUriMismatch from '../../src/causes/redirect-uri-mismatch.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing, suspecting } from '../support/standing.ts';

const id = 'redirect-uri-mismatch';
const web = { ...healthy.integration, flow: 'web' } as const;

describe(id, () => {
  it('is ruled out for a flow without a redirect', () => {
    expect(standing(redirectUriMismatch, { ...healthy, refusals: [suspecting(id)] }).standing).to.equal('ruled-out');
  });

  it('shows what the app registers only where a wording points at it', () => {
    const facts = { integration: web, appOauth: healthy.appOauth };
    expect(standing(redirectUriMismatch, facts).said).to.deep.equal({});
    const named = standing(redirectUriMismatch, { ...facts, refusals: [deciding(id)] });
    expect(named.standing).to.equal('confirmed');
    expect(named.sentences).to.include('The app registers: https://sync.example/callback');
  });
});
