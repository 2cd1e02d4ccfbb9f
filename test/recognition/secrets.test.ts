import { expect } from 'chai';
import fc from 'fast-check';
import { withoutSecrets } from '../../src/recognition/index.ts';

const canary = 'cAnArY0sEcReT.value_77';

const places: Record<string, string> = {
  'form body': `grant_type=password&client_secret=${canary}&username=a%40b.c`,
  'password in a form': `username=a&password=${canary}&x=1`,
  JSON: `{"clientSecret":"${canary}","a":1}`,
  'escaped JSON': String.raw`{\"refresh_token\":\"${canary}\",\"a\":1}`,
  'Ruby hash': `{:client_secret=>"${canary}", :a=>1}`,
  'Python dict': `{'password': '${canary}', 'a': 1}`,
  'flag of a command': `force login --password ${canary} -u x`,
  header: `Authorization: Bearer ${canary}`,
  'basic header': `Authorization: "Basic ${canary}"`,
  XML: `<sessionId>${canary}</sessionId>`,
  'query string': `https://x.example/cb?code=${canary}&state=1`,
  'access token': `token 00D000000000001!${canary} end`,
  'access token in a URL': `?sid=00D000000000001%21${canary}&x`,
  'refresh token': `5Aep861${canary}`,
  'refresh token in capitals': `5AEP861${canary}`,
  'authorization code': `aPrx${canary}`,
  JWT: `assertion eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIzTVZHOSJ9.${canary}`.replaceAll('.value', 'Xvalue'),
  'auth URL': `force://PlatformCLI::${canary}@acme.my.salesforce.com`,
  'private key': `-----BEGIN RSA PRIVATE KEY-----\nMIIE${canary}\n-----END RSA PRIVATE KEY-----`,
  'private key cut off': `-----BEGIN PRIVATE KEY-----\nMIIE${canary.replaceAll(/[._]/gu, '')}`,
  'URL with a password': `https://user:${canary}@proxy.example:8080/`,
  'URL, with an @ in the password': `http://u:p@${canary}@proxy.example:8080`,
  'URL, with a slash in the password': `http://u:p/${canary}@proxy.example:8080`,
  'URL of a user with an @': `http://u@x.com:${canary}@proxy.example/`,
  'proxy without a scheme': `proxy u:p@${canary}@proxy.example:8080`,
  'tag with attributes': `<password xsi:type="xsd:string">${canary}</password>`,
  'tag with a prefix and attributes': `<urn:password xsi:type="xsd:string" >${canary} ${canary}</urn:password>`,
  'tag with CDATA': `<n1:sessionId><![CDATA[${canary}]]></n1:sessionId>`,
  'escaped tag': `&lt;password&gt;${canary}&lt;/password&gt;`,
  'basic header without quotes': `Authorization: Basic dXNlcjpjQW5BclkwcGFzcw==`.replace('Basic', `Basic ${canary}`),
  'header in an object': `{ authorization: 'Bearer ${canary}' }`,
  'second argument': `conn.login("u@x.com", "${canary}")`,
  'second argument of any function': `connect('u@x.com', '${canary}', '${canary}')`,
  'argument behind a variable': `await conn.login(username, '${canary}' + "${canary}")`,
  'argument in escaped JSON': String.raw`{\"m\":\"login(\\\"u@x.com\\\", \\\"${canary}\\\")\"}`,
  secret: `secret=${canary}`,
  pw: `pw=${canary}`,
  pass: `pass=${canary}`,
  'variable TOKEN': `TOKEN=${canary}`,
  'variable of CI': `SF_PASSWORD=${canary}`,
  'variable in YAML': `SALESFORCE_PASSWORD: ${canary}`,
  'token in JSON': `{"token":"${canary}"}`,
  'secret in YAML': `secret: ${canary}`,
  'camel case': `userPassword: '${canary}'`,
  'curl -u': `curl -u user:${canary} https://x.example`,
  'PEM in base64': Buffer.from(`-----BEGIN PRIVATE KEY-----\n${canary}`).toString('base64').concat(canary.slice(0, 11)),
  JDBC: `jdbc:salesforce://;User=u;Password=${canary};SecurityToken=${canary}`,
};

describe('withoutSecrets', () => {
  for (const [name, text] of Object.entries(places)) {
    it(`hides the secret in: ${name}`, () => {
      const shown = withoutSecrets(text);
      expect(shown).to.match(/hidden/u);
      expect(shown).not.to.include('cAnArY').and.not.to.include('sEcReT');
    });
  }

  it('hides what stands behind a username and a colon, and no address, port or sentence', () => {
    expect(withoutSecrets('user ada@acme.com:Summer2026x failed')).to.equal('user ada@acme.com:[hidden] failed');
    for (const text of ['git@github.com:acme/repo2026.git', 'ada@acme.com:8443', 'ada@acme.com: error 2026'])
      expect(withoutSecrets(text)).to.equal(text);
  });

  it('leaves what is no secret', () => {
    for (const text of [
      'Invalid username, password, security token; or user locked out.',
      'refresh_token: expired',
      'Refresh token: Its refresh tokens never end and do not rotate.',
      'invalid_grant: expired access/refresh token',
      'client_id=3MVG9abc.def&redirect_uri=https%3A%2F%2Fx',
      "password: ''",
      'errorcode=INVALID_LOGIN',
      'Open the app, then its OAuth settings.',
      'Basic authentication is off. OAuth Settings: none.',
      'App "OAuth 2.0 Sync", profile Basic Integration_User, OAuth Data.Loader',
      'INVALID_SESSION_ID: Session expired or invalid',
      'INVALID_OPERATION_WITH_EXPIRED_PASSWORD: The users password has expired',
      'OpenSSH format, PKCS#8 with a passphrase: convert it to a plain PEM key.',
      'For a stored token: `invalid_grant: expired access/refresh token`',
      'token: expired',
      'grant_type=refresh_token&response_type=token',
      'https://acme.my.salesforce.com:443/services/u@x.com and proxy.example:8080',
      'at file:///x/node_modules/@salesforce/core/lib/org.js:12:3',
      'sf org login jwt -u user@x.com --username user@x.com',
    ]) {
      expect(withoutSecrets(text)).to.equal(text);
    }
  });

  it('hides what stands behind a name and a blank in a sentence, where it looks like a secret', () => {
    for (const [text, shown] of [
      ['I log in with password hunter22 and it fails', 'I log in with password [hidden] and it fails'],
      ['The security token is Zx9Kq3Lm7Pw2Rt5V.', 'The security token is [hidden].'],
      ['my password "Winter2031" is right', 'my password "[hidden]" is right'],
      ['client secret 4411223344556677889', 'client secret [hidden]'],
    ] as const) {
      expect(withoutSecrets(text)).to.equal(shown);
    }
  });

  it('leaves a sentence about a secret as it is', () => {
    for (const text of [
      'the password for user sync1@acme.example expires in 90 days',
      'token 2 of 3 was sent to the token /services/oauth2/token',
      'password 2026-11-23T08:15:00Z changed, access token OAuth2.0, refresh token na99.salesforce.com',
      'Unexpected token x1234567 in JSON at position 0',
      'access token type: Bearer, session id expired, secret rotated',
    ]) {
      expect(withoutSecrets(text)).to.equal(text);
    }
  });

  it('keeps an apostrophe inside a quoted password from ending it', () => {
    expect(withoutSecrets("{'password': 'it'sMyS3cret', 'a': 1}")).to.equal("{'password': '[hidden]', 'a': 1}");
  });

  it('hides what a basic header holds, even in a sentence', () => {
    const pair = (user: string, secret: string): string => Buffer.from(`${user}:${secret}`).toString('base64');
    expect(withoutSecrets('Authorization: Basic dXNlcjpwYXNz')).to.equal('Authorization: Basic [hidden]');
    const plain = fc.stringMatching(/^[A-Za-z]{3,12}$/u);
    fc.assert(
      fc.property(plain, plain, (user, secret) => {
        expect(withoutSecrets(`sent Basic ${pair(user, secret)} to the host`)).not.to.include(pair(user, secret));
      }),
    );
  });

  it('never shows a canary in any of these shapes, whatever stands round it', () => {
    const shape = fc.constantFrom(...Object.values(places));
    fc.assert(
      fc.property(shape, shape, fc.string(), fc.string(), (one, other, before, after) => {
        const shown = withoutSecrets(`${before}\n${one}\n${other}\n${after}`);
        expect(shown).not.to.include('cAnArY').and.not.to.include('sEcReT');
      }),
      { numRuns: 1000 },
    );
  });

  it('hides any value by its name, its tag, its place in a call or in a URL', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9!#$%*+.^_~-]{4,40}$/u).map((text) => `cAnArY7${text}`);
    const put = fc.constantFrom<(value: string) => string>(
      (secret) => `<password xsi:type="xsd:string">${secret}</password>`,
      (secret) => `Authorization: Basic ${secret}`,
      (secret) => `http://u:p@${secret}@proxy.example`,
      (secret) => `login("u@x.com", "${secret}")`,
      (secret) => `secret=${secret} pw=${secret} TOKEN=${secret} pass=${secret} SF_PASSWORD=${secret}`,
    );
    fc.assert(fc.property(value, put, (secret, place) => !withoutSecrets(`a ${place(secret)} z`).includes('cAnArY7')));
  });

  it('is quick on a long hostile text', () => {
    for (const piece of [
      'password ',
      'login(',
      '<password a ',
      'http://u:p',
      'token',
      'a_',
      '"',
      'LS0tLS1CRUdJTi',
      'u:',
    ])
      expect(withoutSecrets(piece.repeat(20_000)).length).to.be.greaterThan(0);
  });

  it('never shows a planted token, whatever stands round it', () => {
    const token = '00Dxx0000001gER!AQ4AQCanaryCanary.x_y';
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(withoutSecrets(`${before} ${token} ${after}`)).not.to.include('AQ4AQCanary');
      }),
    );
  });

  it('is at rest after the first time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(places)), fc.string(), (place, tail) => {
        const once = withoutSecrets(`${place} ${tail}`);
        expect(withoutSecrets(once)).not.to.include('cAnArY');
      }),
    );
  });
});
