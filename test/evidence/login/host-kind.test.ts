import { expect } from 'chai';
import { audienceFor } from '../../../src/evidence/login/audience.ts';
import { hostKind } from '../../../src/evidence/login/index.ts';

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
