import { expect } from 'chai';
import { isOwnHost, ownHosts } from '../../../src/evidence/local/index.ts';
import type { StoredLogin } from '../../../src/model/index.ts';

const login = (urls: Partial<StoredLogin>): StoredLogin => ({ username: 'ci@acme.com', ...urls }) as StoredLogin;

const generic = ['https://login.salesforce.com', 'https://test.salesforce.com'];

describe('where the secrets of a stored login may go', () => {
  it('to the hosts that are stored with it, by their origin', () => {
    const stored = login({ loginUrl: 'https://login.acme.example/x', instanceUrl: 'https://acme.example/' });
    expect(ownHosts(stored)).to.deep.equal(['https://login.acme.example', 'https://acme.example']);
    expect(isOwnHost(stored, 'https://acme.example/services/oauth2/token')).to.equal(true);
    expect(isOwnHost(stored, 'https://other.example')).to.equal(false);
    expect(isOwnHost(stored, 'no URL')).to.equal(false);
  });

  it("to Salesforce's generic login hosts too, where one of its hosts is Salesforce's", () => {
    const my = 'https://acme.my.salesforce.com';
    expect(ownHosts(login({ instanceUrl: my }))).to.deep.equal([my, ...generic]);
    expect(ownHosts(login({ loginUrl: generic[0]!, instanceUrl: my }))).to.deep.equal([generic[0], my, generic[1]]);
  });

  for (const stranger of [
    'https://evilsalesforce.com',
    'https://salesforce.com.evil.example',
    'http://acme.my.salesforce.com',
    'https://acme.my-salesforce.com',
    'https://acme.salesforcexcom',
  ])
    it(`not to them where it names only ${stranger}`, () =>
      expect(ownHosts(login({ loginUrl: stranger }))).to.deep.equal([stranger]));
});
