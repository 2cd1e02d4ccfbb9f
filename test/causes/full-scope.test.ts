import { expect } from 'chai';
import fullScope from '../../src/causes/full-scope.ts';
import type { Facts, Flow } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing } from '../support/standing.ts';
import { without } from '../support/without.ts';

const having = (scopes: readonly string[], flow: Flow = 'jwt'): Partial<Facts> => ({
  ...healthy,
  integration: { ...healthy.integration, flow },
  appOauth: { ...healthy.appOauth!, scopes },
});

describe('full-scope', () => {
  it('is ruled out by narrower scopes', () => {
    expect(standing(fullScope, healthy).standing).to.equal('ruled-out');
    expect(standing(fullScope, having([])).sentences[0]).to.include(': -');
  });

  it('is proved by the scope of the app, alone or among others', () => {
    expect(standing(fullScope, having(['full'])).standing).to.equal('confirmed');
    const among = standing(fullScope, having(['api', 'full', 'refreshtoken'], 'web'));
    expect(among.standing).to.equal('confirmed');
    expect(among.sentences[0]).to.include('api, full, refresh_token');
  });

  it('is ruled out for a login that goes through no app, and says nothing where the app is not known', () => {
    expect(standing(fullScope, having(['full'], 'soap-login')).standing).to.equal('ruled-out');
    expect(standing(fullScope, { ...having(['full']), app: undefined }).said).to.deep.equal({});
    expect(standing(fullScope, { ...healthy, appOauth: undefined }).said).to.deep.equal({});
  });

  it('tells of scopes for refresh tokens where client credentials get none and nobody holds one', () => {
    const own = having(['api', 'refreshtoken', 'offlineaccess'], 'client-credentials');
    const noted = standing(fullScope, own);
    expect([noted.standing, noted.told]).to.deep.equal(['ruled-out', { unused: 'tells' }]);
    expect(noted.sentences.join()).to.include('(refresh_token, offline_access)');
    const held = { total: 1, notInstalled: 0, neverUsed: 0 };
    expect(standing(fullScope, { ...own, appTokens: held }).told).to.deep.equal({});
    expect(standing(fullScope, having(['api'], 'client-credentials')).told).to.deep.equal({});
    expect(standing(fullScope, having(['api', 'refreshtoken'], 'web')).told).to.deep.equal({});
  });

  it('is proved whatever the flow, where that is not known: an app was named', () => {
    const integration = without(healthy.integration, 'flow');
    expect(standing(fullScope, { ...having(['full']), integration }).standing).to.equal('confirmed');
  });
});
