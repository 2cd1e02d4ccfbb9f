import { expect } from 'chai';
import { withoutSecrets } from '../../src/recognition/secrets.ts';

/** In a sentence each is hidden behind its name, spelt in any of these ways. */
const spokenNames = [
  ...['secret', 'client secret', 'client_secret', 'client-secret', 'consumer_secret', 'consumer-secret'],
  ...['password', 'passwd', 'passphrase', 'passcode', 'pwd', 'token', 'access token', 'access_token', 'access-token'],
  ...['refresh_token', 'id_token', 'security_token', 'bearer_token', 'session_token', 'oauth_token', 'auth_token'],
  ...['sessionid', 'session id', 'session_id', 'session-id', 'api key', 'api_key', 'api-key'],
  ...['auth code', 'authorization code', 'authorisation code', 'code verifier', 'code_verifier', 'code-verifier'],
];

/** What stands behind such a name in a sentence, and has a digit, and is none. */
const ordinaryWords = [
  ...[
    '10:15:00',
    '2026/01/02a',
    '1.2.3abc',
    './key1.pem',
    '/etc/key1',
    '~/key1.pem',
    'ada1@acme.example',
    'na99.acme.example',
  ],
  ...['expires_in=3600', 'exp:1700000000', 'OAuth2.0', 'saml-2.0', 'sha256', 'rs256/rsa1', 'server-12', 'server_123'],
  ...[
    '100000st',
    '100000nd',
    '100000rd',
    '100000th',
    '10000ms',
    '100000s',
    '100000m',
    '100000h',
    '100000d',
    '100000min',
  ],
  ...['10000mins', '10000hour', '10000hours', '10000day', '10000days', '100000x', '10000kb', '10000mb'],
];

/** Longer, or otherwise than what stands there in sentences. */
const secretWords = [
  ...[
    '12345:6abc',
    'x1.23-4',
    'x./key1',
    'ada1@acme',
    'ada1@acme.e',
    'ada@acme.cd1',
    'a@b@c1.example',
    'na99.acme.e',
    'Ab1=c2de',
    '1ab=cdef',
  ],
  ...[
    'xoauth2',
    'xoauth2y',
    'oauthx2y',
    'sha2+56x',
    'sha256-a+b',
    'server-1234',
    'server-12x',
    '1rver-12',
    '10000hoursx',
    'x10000days',
  ],
];

describe('secrets in a sentence', () => {
  it('are told in a sentence by each spelling of a name', () => {
    for (const name of spokenNames) expect(withoutSecrets(`My ${name} hunter22 x`)).to.equal(`My ${name} [hidden] x`);
  });

  it('are told from words of a sentence that have a digit', () => {
    for (const word of ordinaryWords)
      expect(withoutSecrets(`the password ${word} x`)).to.equal(`the password ${word} x`);
    for (const word of secretWords)
      expect(withoutSecrets(`the password ${word} x`)).to.equal('the password [hidden] x');
  });
});
