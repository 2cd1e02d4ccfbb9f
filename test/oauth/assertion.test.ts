import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { signAssertion } from '../../src/oauth/index.ts';
import { rsa, rsaPublicPem } from './keys.ts';

describe('signAssertion', () => {
  it('signs with RS256 what Salesforce wants, and nothing more; exp in seconds, three minutes ahead', async () => {
    const now = Date.UTC(2026, 10, 23, 12, 0, 0, 987);
    const assertion = await signAssertion({
      key: rsa.privateKey,
      consumerKey: '3MVG9consumer',
      username: 'integration@acme.example',
      audience: 'https://login.salesforce.com',
      now,
    });
    const read = jwt.verify(assertion, rsaPublicPem, {
      algorithms: ['RS256'],
      clockTimestamp: now / 1000,
      complete: true,
    });
    expect(read.header).to.deep.equal({ alg: 'RS256' });
    expect(read.payload).to.deep.equal({
      iss: '3MVG9consumer',
      sub: 'integration@acme.example',
      aud: 'https://login.salesforce.com',
      exp: Date.UTC(2026, 10, 23, 12, 3, 0) / 1000,
    });
  });
});
