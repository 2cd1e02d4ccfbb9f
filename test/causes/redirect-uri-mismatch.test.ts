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

  it('notes callback URLs in the open, wider than one address, and on any machine of a production org', () => {
    const told = (callbackUrls: readonly string[], isSandbox = false, app = 'Marketing Sync') =>
      standing(redirectUriMismatch, {
        integration: { ...web, app, consumerKey: app },
        appOauth: { ...healthy.appOauth!, callbackUrls },
        organization: { ...healthy.organization, isSandbox },
        refusals: [],
      });
    const risky = ['http://sync.example/back', 'https://*.sync.example/back', 'http://localhost:1717/OauthRedirect'];
    const { told: kinds, sentences } = told(risky);
    expect(kinds).to.deep.include({ 'risky-callbacks': 'tells' });
    const said = sentences.join(' ');
    for (const url of risky) expect(said).to.include(`${url} (`);
    expect(told(['http://localhost:1717/OauthRedirect'], true).told).to.not.have.property('risky-callbacks');
    expect(told(risky, false, 'PlatformCLI').told).to.not.have.property('risky-callbacks');
    expect(told(['https://sync.example/back', 'myapp://back']).told).to.not.have.property('risky-callbacks');
  });
});
