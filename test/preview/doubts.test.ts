import { expect } from 'chai';
import type { Facts } from '../../src/model/index.ts';
import { doubtOf } from '../../src/preview/doubts.ts';
import { evidence } from '../support/evidence.ts';
import { working } from './support.ts';

const doubt = (facts: Partial<Facts>) => doubtOf(evidence({ ...working, ...facts }));

const bySoap: Partial<Facts> = { integration: { username: 'a@acme.com', sourceIps: [], flow: 'soap-login' } };

describe('what keeps anybody from saying that a login goes on', () => {
  it('nothing, where all is seen', () => {
    expect(doubt({})).to.equal(undefined);
  });

  it('that its app is not among the apps of the org, nor among those of its tokens', () => {
    const gone = { app: undefined, appNames: ['Another App'] };
    expect(doubt(gone)).to.equal('app-missing');
    expect(doubt({ ...gone, appNames: ['marketing sync'] })).to.equal(undefined);
    expect(doubt({ ...gone, integration: { sourceIps: [] } })).to.equal(undefined);
  });

  it('that only approved apps may use the API, and login() goes through none', () => {
    const apiAccess = { adminApprovedAppsOnly: true };
    expect(doubt({ ...bySoap, apiAccess })).to.equal('api-access');
    expect(doubt({ apiAccess })).to.equal(undefined);
    expect(doubt({ ...bySoap, apiAccess: { adminApprovedAppsOnly: false } })).to.equal(undefined);
  });

  it('that its app asks for sessions of high assurance', () => {
    expect(doubt({ app: { ...working.app!, requiresHighAssurance: true } })).to.equal('session-level');
    expect(doubt({ app: { ...working.app!, requiresHighAssurance: false } })).to.equal(undefined);
  });

  it('that its app has no scope that opens the API', () => {
    const scopes = (...all: readonly string[]) => doubt({ appOauth: { ...working.appOauth!, scopes: all } });
    expect(scopes('basic')).to.equal('no-api-scope');
    expect(scopes('basic', 'api')).to.equal(undefined);
    expect(scopes('full')).to.equal(undefined);
  });
});
