import fc from 'fast-check';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { decodeAccessToken, decodeAssertion, isSignedBy, readCertificate, tokenIn } from '../../src/oauth/index.ts';
import type { Certificate } from '../../src/model/index.ts';
import { certificatePem, rsaPem } from './keys.ts';

const issued = Date.UTC(2026, 10, 23, 2) / 1000;
const claims = { iss: '3MVG9key', sub: 'ci@acme.example', aud: 'https://login.salesforce.com', exp: issued + 180 };
const signed = (payload: object, algorithm: 'RS256' | 'HS256' = 'RS256'): string =>
  jwt.sign(payload, algorithm === 'RS256' ? rsaPem : 'a shared secret', {
    algorithm,
    noTimestamp: !('iat' in payload),
  });
const signatureOf = (token: string): string => token.split('.')[2] ?? '';

describe('decodeAssertion', () => {
  it('tells who, by what, for whom and until when, and nothing else', async () => {
    const token = signed({ ...claims, iat: issued, email: 'CANARY@acme.example' });
    const decoded = await decodeAssertion(token);
    expect(decoded).to.deep.equal({
      state: 'decoded',
      algorithm: 'RS256',
      issuer: '3MVG9key',
      subject: 'ci@acme.example',
      audience: ['https://login.salesforce.com'],
      issuedAt: '2026-11-23T02:00:00.000Z',
      expiresAt: '2026-11-23T02:03:00.000Z',
      missing: [],
    });
    expect(JSON.stringify(decoded)).not.to.include('CANARY').and.not.to.include(signatureOf(token));
  });

  it('takes prn before sub, a list of audiences, and a number that is written as text', async () => {
    const token = signed({ ...claims, prn: 'other@acme.example', aud: ['a', 'b'] });
    expect(await decodeAssertion(token)).to.deep.include({ subject: 'other@acme.example', audience: ['a', 'b'] });
    const [header = '', , signature = ''] = token.split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, exp: String(claims.exp) })).toString('base64url');
    expect(await decodeAssertion([header, body, signature].join('.'))).to.deep.include({
      expiresAt: '2026-11-23T02:03:00.000Z',
      missing: [],
    });
  });

  it('names the claims that are missing; milliseconds are a time that never comes, as for Salesforce', async () => {
    expect(await decodeAssertion(signed({ iss: '3MVG9key' }))).to.deep.include({ missing: ['sub', 'aud', 'exp'] });
    const late = await decodeAssertion(signed({ ...claims, exp: claims.exp * 1000 }));
    expect(late).to.deep.include({ missing: [] }).and.not.have.property('expiresAt');
    const last = await decodeAssertion(signed({ ...claims, exp: 99_999_999_999 }));
    expect(last).to.include({ expiresAt: '5138-11-16T09:46:39.000Z' });
    expect(await decodeAssertion(signed({ ...claims, exp: 100_000_000_000 }))).to.not.have.property('expiresAt');
  });

  it('keeps nothing that is a secret by its shape', async () => {
    const secret = 'A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90';
    const decoded = await decodeAssertion(signed({ ...claims, iss: secret, sub: '5Aep861CanaryCanaryCanary' }));
    expect(JSON.stringify(decoded)).not.to.include(secret).and.not.to.include('5Aep861');
    expect(decoded).to.deep.include({ missing: ['iss', 'sub'] });
  });

  it('tells plain base64 from what is no JWT at all', async () => {
    const plain = signed(claims)
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('base64'));
    expect(await decodeAssertion(`${plain[0] ?? ''}==.${plain[1] ?? ''}=.x`)).to.deep.equal({
      state: 'unreadable',
      problem: 'not-base64url',
    });
    expect(await decodeAssertion('hello')).to.deep.equal({ state: 'unreadable', problem: 'no-jwt' });
  });

  it('never throws', () =>
    fc.assert(fc.asyncProperty(fc.string(), async (text) => Boolean(await decodeAssertion(text)))));
});

describe('isSignedBy', () => {
  const certificate = readCertificate(certificatePem);
  if (certificate === undefined) throw new Error('no certificate');

  it('tells the signature of the certificate’s key from another', async () => {
    const token = signed(claims);
    expect(await isSignedBy(token, certificate)).to.equal(true);
    const [header, , signature] = token.split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url');
    expect(await isSignedBy([header, body, signature].join('.'), certificate)).to.equal(false);
  });

  it('does not know where the algorithm is another, or the key not at hand', async () => {
    expect(await isSignedBy(signed(claims, 'HS256'), certificate)).to.equal(undefined);
    const saved: Certificate = { ...certificate };
    expect(await isSignedBy(signed(claims), saved)).to.equal(undefined);
  });
});

describe('decodeAccessToken', () => {
  it('tells the org of an opaque one, and no more', async () => {
    const decoded = await decodeAccessToken('00D5e000001AbCd!AQEAQCanaryCanaryCanary.Canary');
    expect(decoded).to.deep.equal({ form: 'opaque', orgId: '00D5e000001AbCd' });
  });

  it('tells times, scopes and app of one that is a JWT', async () => {
    const token = signed({
      ...{
        iss: 'https://acme.my.salesforce.com',
        aud: ['https://acme.my.salesforce.com'],
        sub: 'uid:005000000000001AAA',
      },
      ...{ client_id: '3MVG9key', scp: 'api  refresh_token', iat: issued, exp: issued + 1800, mty: 'oauth' },
    });
    const decoded = await decodeAccessToken(token);
    expect(decoded).to.deep.equal({
      form: 'jwt',
      issuer: 'https://acme.my.salesforce.com',
      subject: 'uid:005000000000001AAA',
      consumerKey: '3MVG9key',
      audience: ['https://acme.my.salesforce.com'],
      issuedAt: '2026-11-23T02:00:00.000Z',
      expiresAt: '2026-11-23T02:30:00.000Z',
      scopes: ['api', 'refresh_token'],
    });
  });

  const instead: ReadonlyArray<readonly [string, string]> = [
    ['refresh-token', '5Aep861CanaryCanaryCanary'],
    ['id-token', signed({ iss: 'https://login.salesforce.com', aud: '3MVG9key' })],
    ['assertion', signed(claims)],
    ['unknown', 'what is this?'],
  ];
  for (const [form, token] of instead)
    it(`knows what stands in its place: ${form}`, async () =>
      expect(await decodeAccessToken(token)).to.deep.equal({ form }));
});

describe('tokenIn', () => {
  const forms = [
    'a.b.c',
    '"a.b.c"',
    'Bearer a.b.c',
    'Authorization: Bearer a.b.c',
    '{"access_token":"a.b.c","scope":"api"}',
    'grant_type=x&access_token=a.b.c&y=z',
  ];
  for (const text of forms)
    it(`finds it in ${text}`, () => expect(tokenIn(`${text}\n`, 'access_token')).to.equal('a.b.c'));

  it('finds an assertion in the form that is posted', () => {
    expect(tokenIn('grant_type=urn&assertion=a.b.c', 'assertion')).to.equal('a.b.c');
  });
});
