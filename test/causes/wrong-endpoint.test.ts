import { expect } from 'chai';
import wrongEndpoint from '../../src/causes/wrong-endpoint.ts';
import type { Facts, Flow, LoginHost } from '../../src/model/index.ts';
import { healthy } from '../support/healthy.ts';
import { deciding, standing } from '../support/standing.ts';
import { without } from '../support/without.ts';

const sandbox = { ...healthy.organization, isSandbox: true };
const at = (
  url: string,
  kind: LoginHost['kind'],
  more: Partial<LoginHost> = {},
  flow: Flow = 'jwt',
): Partial<Facts> => ({
  integration: { ...healthy.integration, loginUrl: url, flow },
  loginHost: { url, reachable: true, ...(kind === undefined ? {} : { kind }), ...more },
  organization: healthy.organization,
});
const login = 'https://login.salesforce.com';
const test = 'https://test.salesforce.com';

describe('wrong-endpoint', () => {
  it('is ruled out by a host of the org', () => {
    expect(standing(wrongEndpoint, healthy).standing).to.equal('ruled-out');
    expect(standing(wrongEndpoint, at(login, 'login')).standing).to.equal('ruled-out');
    expect(standing(wrongEndpoint, { ...at(test, 'test'), organization: sandbox }).standing).to.equal('ruled-out');
  });

  it('is not judged by a host that was only assumed', () => {
    const integration = without(healthy.integration, 'loginUrl');
    expect(standing(wrongEndpoint, { ...at(test, 'test'), integration }).said).to.deep.equal({});
  });

  it('is proved by a production host for a sandbox, and the reverse', () => {
    expect(standing(wrongEndpoint, { ...at(login, 'login'), organization: sandbox }).standing).to.equal('confirmed');
    expect(standing(wrongEndpoint, at(test, 'test')).standing).to.equal('confirmed');
  });

  it('is proved by the My Domain of another org, whether ids are long or short', () => {
    const mine = 'https://acme.my.salesforce.com';
    expect(standing(wrongEndpoint, at(mine, 'my-domain', { orgId: '00D000000000002' })).standing).to.equal('confirmed');
    expect(standing(wrongEndpoint, at(mine, 'my-domain', { orgId: '00D000000000001AAA' })).standing).to.equal(
      'ruled-out',
    );
    expect(standing(wrongEndpoint, at(mine, 'my-domain')).said).to.deep.equal({});
  });

  it('is only suspected at a host that we do not know', () => {
    expect(standing(wrongEndpoint, at('https://sso.example', 'other')).standing).to.equal('suspected');
  });

  it('is proved by a host of the user interface, and by plain http', () => {
    const ui = without(at('https://acme.lightning.force.com', 'other'), 'organization');
    expect(standing(wrongEndpoint, ui).said).to.deep.equal({ 'takes-no-login': 'proves' });
    const plain = without(at('http://login.salesforce.com', 'login'), 'organization');
    expect(standing(wrongEndpoint, plain).said).to.deep.equal({ 'not-https': 'proves' });
    const loopback = without(at('http://localhost:8443', 'other'), 'organization');
    expect(standing(wrongEndpoint, loopback).said).to.deep.equal({});
  });

  it('is proved for client credentials at a general host', () => {
    const facts = without(at(login, 'login', {}, 'client-credentials'), 'organization');
    expect(standing(wrongEndpoint, facts).said).to.deep.equal({ 'needs-my-domain': 'proves' });
  });

  it('is proved for SOAP login at a general host where the org wants its My Domain', () => {
    const soap = at(login, 'login', {}, 'soap-login');
    const strict = { ...soap, myDomain: { apiLoginNeedsMyDomain: true } };
    expect(standing(wrongEndpoint, strict).said).to.include({ 'api-needs-my-domain': 'proves' });
    expect(standing(wrongEndpoint, { ...soap, myDomain: {} }).said).not.to.have.property('api-needs-my-domain');
  });

  it('is not ruled out against a wording that has it alone', () => {
    const facts = { ...at(login, 'login'), refusals: [deciding('wrong-endpoint')] };
    expect(standing(wrongEndpoint, facts).standing).to.equal('confirmed');
  });
});
