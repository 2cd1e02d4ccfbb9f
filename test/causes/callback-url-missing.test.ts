import { expect } from 'chai';
import callbackUrlMissing from '../../src/causes/callback-url-missing.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing } from '../support/standing.ts';

const web = { ...healthy.integration, flow: 'web' } as const;
const none = { ...healthy.appOauth!, callbackUrls: [] };

describe('callback-url-missing', () => {
  it('is ruled out by a callback URL, while nothing points at it', () => {
    expect(standing(callbackUrlMissing, { integration: web, appOauth: healthy.appOauth }).standing).to.equal(
      'ruled-out',
    );
  });

  it('says nothing of an app without one for a flow that needs none', () => {
    expect(standing(callbackUrlMissing, { integration: healthy.integration, appOauth: none }).said).to.deep.equal({});
  });

  it('is proved by an app without one, and by a wording', () => {
    expect(standing(callbackUrlMissing, { integration: web, appOauth: none }).standing).to.equal('confirmed');
    const facts = { integration: web, appOauth: healthy.appOauth, refusals: [deciding('callback-url-missing')] };
    expect(standing(callbackUrlMissing, facts).standing).to.equal('confirmed');
  });
});
