import { expect } from 'chai';
import { audienceFor } from '../../../src/evidence/login/audience.ts';
import { believedKind, hostKind } from '../../../src/evidence/login/index.ts';

describe('hostKind', () => {
  const kinds: ReadonlyArray<readonly [string, string]> = [
    ['https://login.salesforce.com', 'login'],
    ['https://LOGIN.salesforce.com/', 'login'],
    ['https://test.salesforce.com', 'test'],
    ['https://acme.my.salesforce.com', 'my-domain'],
    ['https://acme--uat.sandbox.my.salesforce.com/x', 'my-domain'],
    ['https://acme.lightning.force.com', 'other'],
    ['https://na1.salesforce.com', 'other'],
    ['https://login.salesforce.com.evil.example', 'other'],
    ['https://my.salesforce.com', 'other'],
    ['http://127.0.0.1:8080', 'other'],
    ['login.salesforce.com', 'other'],
    ['', 'other'],
  ];
  for (const [url, kind] of kinds) it(`${url} is ${kind}`, () => expect(hostKind(url)).to.equal(kind));
});

describe('what a host says of itself', () => {
  const salesforces = [
    'https://acme.my.salesforce.com',
    'https://salesforce.com',
    'https://acme.my.site.force.com',
    'https://acme.my.sfcrmproducts.cn',
    'http://127.0.0.1:8080',
  ];
  for (const url of salesforces)
    it(`counts where it is Salesforce's, or this machine: ${url}`, () =>
      expect(believedKind(url, 'login')).to.equal('login'));

  const others = [
    'https://evilsalesforce.com',
    'https://evil-force.com',
    'https://salesforce.com.evil.example',
    'https://salesforce.org',
    'https://salesforcexcom',
  ];
  for (const url of others) it(`does not count at ${url}`, () => expect(believedKind(url, 'login')).to.equal('other'));

  it('is not needed where the name tells it', () => {
    expect(believedKind('https://acme.my.salesforce.com', undefined)).to.equal('my-domain');
  });
});

describe('audienceFor', () => {
  it('names the generic hosts, whatever the address', () => {
    expect(audienceFor('http://127.0.0.1:8080', 'login')).to.equal('https://login.salesforce.com');
    expect(audienceFor('https://test.salesforce.com/', 'test')).to.equal('https://test.salesforce.com');
  });

  it('is the login URL of a My Domain or a site, without the last slash', () => {
    expect(audienceFor('https://acme.my.salesforce.com/', 'my-domain')).to.equal('https://acme.my.salesforce.com');
    expect(audienceFor('https://acme.my.site.com/partners/', 'other')).to.equal('https://acme.my.site.com/partners');
  });

  it('is SF_AUDIENCE_URL where that is set', () => {
    expect(audienceFor('https://acme.my.salesforce.com', 'my-domain', 'https://test.salesforce.com')).to.equal(
      'https://test.salesforce.com',
    );
    expect(audienceFor('https://acme.my.salesforce.com', 'my-domain', '')).to.equal('https://acme.my.salesforce.com');
  });
});
