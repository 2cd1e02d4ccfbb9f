import { expect } from 'chai';
import fc from 'fast-check';
import { readGrant, type Answer } from '../../src/oauth/index.ts';

const answer = (body: string, status = 200): Answer => ({
  reached: true,
  status,
  contentType: 'application/json',
  body,
});

describe('readGrant', () => {
  it('reads what a JWT login gets', () => {
    const body = JSON.stringify({
      access_token: '00D000000000001!AQ',
      scope: 'web openid api',
      instance_url: 'https://acme.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00D000000000001AAA/005000000000001AAA',
      token_type: 'Bearer',
    });
    expect(readGrant(answer(body))).to.deep.equal({
      accessToken: '00D000000000001!AQ',
      instanceUrl: 'https://acme.my.salesforce.com',
      scopes: ['web', 'openid', 'api'],
      userId: '005000000000001AAA',
    });
  });

  it('finds no grant in a refusal, in HTML, in half a JSON or in anything else', () => {
    expect(readGrant({ reached: false, trouble: 'ENOTFOUND' })).to.equal(undefined);
    expect(readGrant(answer('{"access_token":"x"}', 400))).to.equal(undefined);
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant('{"access_token":')), (text) => {
        expect(readGrant(answer(text))).to.equal(undefined);
      }),
    );
  });
});
