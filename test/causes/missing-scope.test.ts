import { expect } from 'chai';
import missingScope from '../../src/causes/missing-scope.ts';
import type { Facts } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { standing, suspecting } from '../support/standing.ts';

const refusals = [suspecting('missing-scope')];
const scopes = (...listed: readonly string[]) => ({ appOauth: { ...healthy.appOauth!, scopes: listed } });
const host = 'https://acme.my.salesforce.com';

describe('missing-scope', () => {
  it('is ruled out by a scope that opens the API, while nothing points at it', () => {
    expect(standing(missingScope, scopes('full')).standing).to.equal('ruled-out');
    expect(standing(missingScope, scopes('api')).standing).to.equal('ruled-out');
  });

  it('is not ruled out by the scopes of the app where a wording points at it: the request may have asked for less', () => {
    expect(standing(missingScope, { ...scopes('api'), refusals }).standing).to.equal('suspected');
  });

  it('is proved by an app without such a scope only where a wording points at it', () => {
    expect(standing(missingScope, { ...scopes('openid', 'web'), refusals }).standing).to.equal('confirmed');
    expect(standing(missingScope, scopes('openid')).standing).to.equal('suspected');
  });

  it('is only suspected of a refresh token, which may have been given with scopes that the app had then', () => {
    const by = (flow: 'refresh-token' | 'jwt') =>
      standing(missingScope, { ...scopes('basic'), integration: { ...healthy.integration, flow } }).standing;
    expect(by('jwt')).to.equal('confirmed');
    expect(by('refresh-token')).to.equal('suspected');
  });

  it('is proved of client credentials where no scope is left that this flow issues', () => {
    const by = (flow: 'client-credentials' | 'jwt', ...listed: readonly string[]) =>
      standing(missingScope, { ...scopes(...listed), integration: { ...healthy.integration, flow } }).standing;
    expect(by('client-credentials', 'web', 'refreshtoken')).to.equal('confirmed');
    expect(by('client-credentials', 'web', 'chatterapi')).to.equal('suspected');
    expect(by('jwt', 'web', 'refreshtoken')).to.equal('suspected');
  });

  it('is ruled out by a call that the API has just accepted', () => {
    const attempt = { host, granted: true, scopes: ['api'], api: 'accepted' } as const;
    expect(standing(missingScope, { attempt, refusals }).standing).to.equal('ruled-out');
  });

  it('is proved by a token that was granted without the scope and then refused', () => {
    const attempt = { host, granted: true, scopes: ['openid'], api: 'refused' } as const;
    expect(standing(missingScope, { attempt }).standing).to.equal('confirmed');
    expect(standing(missingScope, { attempt: { ...attempt, scopes: ['api'] } }).said).to.deep.equal({});
    expect(standing(missingScope, { attempt: { host, granted: false } }).said).to.deep.equal({});
  });

  it('notes an app without the refresh token scope, by either of its names, for a refresh', () => {
    const integration = { ...healthy.integration, flow: 'refresh-token' } as const;
    expect(standing(missingScope, { ...scopes('api'), integration }).told).to.include({ 'no-refresh-scope': 'tells' });
    for (const name of ['refreshtoken', 'offlineaccess'])
      expect(standing(missingScope, { ...scopes('api', name), integration }).told).not.to.have.property(
        'no-refresh-scope',
      );
  });

  it('is suspected by what the host says of a token without api, proved where the wording is of scopes', () => {
    const active = { host, consumerKey: '3MVG9.healthy.key', state: 'active', scopes: ['openid'] } as const;
    const said = (introspection: Facts['introspection'], wordings: Facts['refusals']) =>
      standing(missingScope, { introspection, refusals: wordings }).said;
    expect(said(active, [])).to.deep.equal({ introspected: 'suggests' });
    expect(said(active, refusals)).to.deep.include({ introspected: 'proves' });
    expect(said({ ...active, scopes: ['api'] }, [])).to.deep.equal({});
    expect(said({ host, consumerKey: active.consumerKey, state: 'inactive' }, [])).to.deep.equal({});
  });

  it('is suspected by a token that was given without api, proved where the wording is of scopes', () => {
    const accessToken = { form: 'jwt', audience: [], scopes: ['openid'] } as const;
    expect(standing(missingScope, { accessToken, refusals: [] }).said).to.deep.equal({ 'given-token': 'suggests' });
    const refused = { accessToken, refusals };
    expect(standing(missingScope, refused).said).to.deep.include({ 'given-token': 'proves' });
    const fine = { accessToken: { ...accessToken, scopes: ['api'] }, refusals: [] };
    expect(standing(missingScope, fine).said).to.deep.equal({});
  });
});
