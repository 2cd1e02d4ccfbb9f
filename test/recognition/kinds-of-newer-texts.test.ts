import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const causesOf = (text: string): string[] => rankCauses(recognizeRefusals(text)).map(({ cause }) => cause);
const firstOf = (text: string): string | undefined => causesOf(text)[0];

/** The first cause, and whether it is certain. */
const headOf = (text: string): string => {
  const [first] = rankCauses(recognizeRefusals(text));
  return first === undefined ? 'nothing' : `${first.cause}, ${first.standing}`;
};

describe('an expired code', () => {
  const said = 'simple_salesforce.exceptions.SalesforceAuthenticationFailed: invalid_grant: expired authorization code';
  for (const before of [
    "Salesforce(consumer_key='3MVG9', privatekey_file='key.pem')",
    "{'iss': '3MVG9', 'sub': 'sync@acme.com', 'aud': 'https://test.salesforce.com', 'exp': '1584974785'}",
    'iss=3MVG9 prn=sync@acme.com aud=https://login.salesforce.com',
  ]) {
    it(`is an assertion’s where one was signed: ${before.slice(0, 40)}`, () => {
      expect(firstOf(`${before}\n${said}`)).to.equal('jwt-expired-or-clock-skew');
    });
  }

  for (const before of [
    'the app was redirected back',
    '{"iss":"https://login.salesforce.com","at_hash":"x","sub":"https://login.salesforce.com/id/00D/005","aud":"3MVG9"}',
    '{"iss":"https://login.salesforce.com","sub":"https://login.salesforce.com/id/00D/005","nonce":"3"}',
    'iss the sub',
  ]) {
    it(`is a code’s where none was: ${before.slice(0, 40)}`, () => {
      expect(firstOf(`${before}\n${said}`)).to.equal('auth-code-expired-or-reused');
    });
  }
});

describe('a token without its first name', () => {
  for (const text of [
    'invalid login, need to supply token',
    'Login to Salesforce is invalid: append your token to your password',
    'Anmeldung ungültig: Token an das Kennwort anhängen',
    'Identifiant incorrect : ajouter le jeton au mot de passe',
    'Inicio de sesión no válido: añadir el token a la contraseña',
    'Login inválido: adicionar o token à senha',
  ]) {
    it(`is the security token beside a password: ${text}`, () => {
      expect(causesOf(text).slice(0, 2)).to.include('missing-security-token');
    });
  }

  it('is none in a list of settings, nor of another system', () => {
    for (const text of [
      'salesforce.password = [hidden]\n\tsalesforce.password.token = [hidden]\n\tsalesforce.username = null',
      'npm ERR! supply the token in .npmrc',
      'https://acme.app.netsuite.com: invalid login, need to supply token',
    ])
      expect(causesOf(text), text).to.not.include('missing-security-token');
  });
});

describe('a session that is over', () => {
  it('may have been locked to an address where the user is logged out at once', () => {
    for (const text of [
      'You have been logged out: your Salesforce session is invalid',
      'Salesforce signed you out because the session has expired',
      'Sitzung ungültig, Sie wurden abgemeldet (Salesforce)',
    ])
      expect(causesOf(text).slice(0, 2), text).to.deep.equal(['session-invalid-not-oauth', 'ip-restricted']);
  });

  it('has no address among its causes where nobody was logged out', () => {
    expect(causesOf('Your Salesforce session has expired')).to.not.include('ip-restricted');
  });
});

describe('a client that refuses what was answered', () => {
  for (const text of [
    'RPError: id_token detected in the response, you must use client.callback() instead of client.oauthCallback()',
    '[next-auth][error][OAUTH_CALLBACK_ERROR] id_token not present in TokenSet',
    'RPError: unexpected JWT alg received, expected RS256, got: HS256',
  ]) {
    it(`had its code exchanged: no secret is wrong: ${text.slice(0, 50)}`, () => {
      expect(causesOf(text)).to.deep.equal(['cli-bug', 'client-request-malformed']);
    });
  }
});

describe('a host that PHP could not connect to', () => {
  it('may have failed at its certificate', () => {
    const text = 'SoapFault exception: [HTTP] Could not connect to host in /Force/soapclient/SforceBaseClient.php:168';
    expect(causesOf(text).slice(0, 2)).to.deep.equal(['network-or-proxy', 'tls-or-certificate']);
  });

  it('has none where it timed out', () => {
    expect(causesOf('curl: (28) Connection timed out to login.salesforce.com')).to.not.include('tls-or-certificate');
  });
});

describe('a password in a shell’s command', () => {
  const refused = 'INVALID_LOGIN: Invalid username, password, security token; or user locked out.';
  for (const command of [
    'force login -u sync@acme.com -p test12348$yvz4V',
    'force login -p "test12348$yvz4V"',
    'force login --password=te$yvz4V',
    'curl -d "username=a&password=te$yvz4V" https://login.salesforce.com/services/oauth2/token',
  ]) {
    it(`is another where the shell reads a variable in it: ${command.slice(0, 50)}`, () => {
      expect(firstOf(`${command}\nERROR: ${refused}`)).to.equal('client-request-malformed');
    });
  }

  for (const command of [
    "force login -p 'test12348$yvz4V'",
    'force login -p test12348\\$yvz4V',
    'force login -p $PASSWORD',
    'force login -p test12348$',
    'force login -p test$12348',
    'cp -r a$HOME',
  ]) {
    it(`is what it is otherwise: ${command}`, () => {
      expect(causesOf(`${command}\nERROR: ${refused}`)).to.not.include('client-request-malformed');
    });
  }
});

describe('that OAuth failed', () => {
  it('says less than what stands beside it', () => {
    const text = 'Users are getting an OAuth error.\n\nThe connected app under the same name is uninstalled.';
    expect(firstOf(text)).to.equal('app-not-installed');
  });

  it('says more than that the login did', () => {
    expect(firstOf('OAuth2 error.\n\nLogin failed.')).to.equal('app-wrong-secret');
  });
});

describe('a module that is missing', () => {
  it('accuses no address', () => {
    for (const text of [
      "'MODULE_NOT_FOUND': Cannot find module 'zip-stream'",
      "sfdx: ImportError: cannot import name 'url_quote' from 'werkzeug.urls'",
      'java.lang.NoSuchMethodError: com.sforce.ws.ConnectorConfig.setProxy',
    ])
      expect(causesOf(text), text).to.deep.equal(['cli-bug']);
  });
});

describe('a product of the Salesforce family', () => {
  for (const text of [
    'catalina-exec-1 : ERROR com.tableausoftware.domain.exceptions.LoginFailedException: Invalid username or password. (errorCode=16)',
    'when using Salesforce OAuth this appears too:\nhttps://developer.pardot.com/kb/error-codes-messages/#error-code-49\nUser is not authorized to perform the operation',
    'Salesforce SSO users\nhttps://online.tableau.com/t/acme\nInvalid username or password',
  ]) {
    it(`speaks where its package or address stands: ${text.slice(0, 50)}`, () => {
      expect(headOf(text)).to.equal('not-salesforce, confirmed');
    });
  }

  for (const text of [
    'Tableau could not refresh the extract\nSalesforce: invalid username or password',
    'https://online.tableau.com/t/acme\nConnection to https://acme.my.salesforce.com\nInvalid username or password',
    'https://git.heroku.com/acme.git\nSalesforce login: invalid username or password',
    'Pardot connector\nSalesforce connector user\nInvalid username or password',
  ]) {
    it(`does not where Salesforce’s stands: ${text.slice(0, 50)}`, () => {
      expect(headOf(text)).to.equal('wrong-username-or-password, suspected');
    });
  }
});

describe('a code that ends as another does', () => {
  it('is that of its own', () => {
    expect(causesOf('{"error":"invalid_grant","error_description":"issuer_not_found"}')[0]).to.equal('not-salesforce');
    expect(recognizeRefusals('issuer_not_found').map(({ phrase }) => phrase)).to.not.include('api.not_found');
  });
});

describe('a cookie that an HTTP client does not keep', () => {
  it('is no refusal', () => {
    for (const text of [
      'WARNING: Cookie rejected: "$Version=0; $Domain=.salesforce.com". violates RFC 2109: host minus domain may not contain any dots',
      'Invalid cookie header: "Set-Cookie: sid=1; Domain=.salesforce.com". Invalid \'expires\' attribute',
      'Cookie “BrowserId” has been rejected for invalid domain. login.salesforce.com',
    ])
      expect(causesOf(text), text).to.deep.equal([]);
  });

  it('hides none in the next line', () => {
    expect(
      firstOf('WARNING: Cookie rejected: "a=b". invalid host\ninvalid_client: invalid client credentials'),
    ).to.equal('app-wrong-secret');
  });
});

describe('what npm was refused', () => {
  for (const said of [
    'npm ERR! 401 Unauthorized - GET https://npm.acme.com/@salesforce%2fcore',
    'npm error code E401\nnpm error Unable to authenticate, need: BASIC realm="salesforce"',
    'npm error 403 Forbidden - PUT https://npm.acme.com/@salesforce%2fsync',
  ]) {
    it(`is its registry’s, whatever the package is called: ${said.slice(0, 40)}`, () => {
      expect(headOf(said)).to.equal('not-salesforce, confirmed');
    });
  }

  it('is not what a script of npm printed', () => {
    const text =
      "npm error code 1\nnpm error command sh -c node sync.js\ninvalid_grant: user hasn't approved this consumer";
    expect(firstOf(text)).to.equal('user-not-approved');
  });
});

describe('a status with nobody named but another system', () => {
  it('is that system’s', () => {
    expect(headOf('I now receive a 401:\n\nhttps://acme.hana.ondemand.com/odata/v2/\n\nCompany not found.')).to.equal(
      'not-salesforce, confirmed',
    );
  });

  it('is not where Salesforce is named too', () => {
    expect(headOf('I now receive a 401 from Salesforce:\n\nhttps://acme.hana.ondemand.com/odata/v2/')).to.not.equal(
      'not-salesforce, confirmed',
    );
  });
});
