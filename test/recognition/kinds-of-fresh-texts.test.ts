import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const causesOf = (text: string): string[] => rankCauses(recognizeRefusals(text)).map(({ cause }) => cause);
const firstOf = (text: string): string | undefined => causesOf(text)[0];

describe('a row of Login History', () => {
  for (const [cause, text] of [
    [
      'user-inactive',
      'Login Time,Source IP,Login Type,Status\n2025-11-02,198.51.100.7,Other Apex API,User is Inactive',
    ],
    [
      'wrong-username-or-password',
      'invalid_grant: authentication failure\nlogin history: Remote Access 2.0, Invalid Password',
    ],
    ['rate-limited', 'Anmeldeverlauf\n12.03.2025 10:01 192.0.2.4 Other Apex API Anmelderate überschritten'],
    ['rate-limited', 'Histórico de login\n12/03/2025 10:01 192.0.2.4 Other Apex API Taxa de login excedida'],
    ['wrong-username-or-password', 'Historique\n12/03/2025 192.0.2.4 Remote Access 2.0 Mot de passe non valide'],
  ] as const) {
    it(`tells ${cause} by a status that is anybody’s words elsewhere: ${text.slice(-40)}`, () => {
      expect(firstOf(text)).to.equal(cause);
    });
  }

  it('is not seen in another program’s words', () => {
    expect(
      recognizeRefusals('app.py: Invalid Password\nshop.py: User is Inactive').every(
        (one) => one.channel !== 'login-history',
      ),
    ).to.equal(true);
  });
});

describe('SAML', () => {
  for (const text of [
    "Single Sign-On Error\nWe can't log you in. Check for an invalid assertion in the SAML Assertion Validator",
    'Received status code urn:oasis:names:tc:SAML:2.0:status:Responder from https://acme.my.salesforce.com',
    'grant_type=urn:ietf:params:oauth:grant-type:saml2-bearer\n{"error":"invalid_grant","error_description":"invalid assertion"}',
  ]) {
    it(`is told from a JWT: ${text.slice(0, 60)}`, () => {
      expect(firstOf(text)).to.equal('saml-assertion-refused');
    });
  }
});

describe('a host that was not found', () => {
  for (const text of [
    'java.net.UnknownHostException: acme-wh.example-lake.net',
    'Error: getaddrinfo ENOTFOUND api.acme-crm.io\n    at GetAddrInfoReqWrap.onlookup (node:dns:71:26)',
    "HTTPSConnectionPool(host='graph.acme-crm.io', port=443): Max retries exceeded (Caused by NameResolutionError)",
  ]) {
    it(`may be another system’s: ${text.slice(0, 60)}`, () => {
      expect(firstOf(text)).to.equal('not-salesforce');
      expect(rankCauses(recognizeRefusals(text))[0]?.standing).to.equal('suspected');
    });
  }

  for (const text of [
    'getaddrinfo ENOTFOUND proxy.acme-net.com proxy.acme-net.com:3128',
    'getaddrinfo ENOTFOUND login.salesforc.com',
    'curl: (6) Could not resolve host: acme--uat.sandbox.my.salesforce.com',
  ]) {
    it(`is the way to Salesforce, or a slip of its name: ${text}`, () => {
      expect(causesOf(text)).to.not.include('not-salesforce');
    });
  }
});

describe('what follows a list of JWT attempts', () => {
  for (const after of [
    'script returned exit code 1',
    '##[error]Process completed with exit code 1.',
    'ERROR: Job failed: exit code 1',
  ]) {
    it(`is no attempt: ${after}`, () => {
      const list =
        'JwtAuthError::Error authenticating with JWT.\nErrors encountered:\naudience is invalid  [audience=https://acme.com login=https://test.salesforce.com]';
      expect(firstOf(`${list}\n${after}`)).to.equal('jwt-wrong-audience');
    });
  }
});

describe('a client that was updated just before', () => {
  it('may be at fault itself, next after what it says', () => {
    const said = 'dev  me@acme.com  RefreshTokenAuthError';
    expect(causesOf(`Updating CLI from 2.60.0 to 2.61.0... done\n${said}`)[1]).to.equal('cli-bug');
    expect(causesOf(said)).to.not.include('cli-bug');
  });
});
