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
  JWT: `assertion eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIzTVZHOSJ9.${canary}`.replaceAll('.value', 'Xvalue'),
  'auth URL': `force://PlatformCLI::${canary}@acme.my.salesforce.com`,
  'private key': `-----BEGIN RSA PRIVATE KEY-----\nMIIE${canary}\n-----END RSA PRIVATE KEY-----`,
  'private key cut off': `-----BEGIN PRIVATE KEY-----\nMIIE${canary.replaceAll(/[._]/gu, '')}`,
  'URL with a password': `https://user:${canary}@proxy.example:8080/`,
};

describe('withoutSecrets', () => {
  for (const [name, text] of Object.entries(places)) {
    it(`hides the secret in: ${name}`, () => {
      const shown = withoutSecrets(text);
      expect(shown).to.match(/hidden/u);
      expect(shown).not.to.include('cAnArY').and.not.to.include('sEcReT');
    });
  }

  it('leaves what is no secret', () => {
    for (const text of [
      'Invalid username, password, security token; or user locked out.',
      'refresh_token: expired',
      'invalid_grant: expired access/refresh token',
      'client_id=3MVG9abc.def&redirect_uri=https%3A%2F%2Fx',
      "password: ''",
      'errorcode=INVALID_LOGIN',
    ]) {
      expect(withoutSecrets(text)).to.equal(text);
    }
  });

  it('keeps an apostrophe inside a quoted password from ending it', () => {
    expect(withoutSecrets("{'password': 'it'sMyS3cret', 'a': 1}")).to.equal("{'password': '[hidden]', 'a': 1}");
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
