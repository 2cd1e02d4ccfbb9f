import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';
import { providers } from '../../src/recognition/phrase-book/providers.ts';

const firstOf = (text: string): { readonly cause: string; readonly standing: string } | undefined =>
  rankCauses(recognizeRefusals(text))[0];

/** What servers answer in objects as Salesforce's core sends none, without a name or a host. */
const objects: readonly string[] = [
  '{"statusCode":401,"message":"Unauthorized"}',
  '{"timestamp":"2026-03-01T10:10:10.000+00:00","status":401,"error":"Unauthorized","message":"Invalid access token","path":"/v1/orders"}',
  '{"title":"API Key Invalid","status":401,"detail":"Your API key may be invalid","instance":"d4a0"}',
  '{"errors":[{"code":89,"message":"Invalid or expired token."}]}',
  '{"error":{"code":"AuthenticationFailed","message":"Invalid user id or password"}}',
  '{"message":"The incoming token has expired"}',
  '{"detail":{"reason":"invalid token"}}',
  '{"error":"Invalid login or password."}',
  "{'ret': 401, 'msg': 'invalid access token'}",
  String.raw`{\"code\":\"invalid_credentials\",\"message\":\"Login failed\"}`,
  '{"status":"error","errors":[{"code":"AUTHENTICATION_FAILURE"}]}',
  '<?xml version="1.0"?><result><status>error</status><message>Authentication failed</message></result>',
  '<errors><error>Unauthorized: Access is denied</error></errors>',
];

describe('Salesforce and another system, both called by their names in one line', () => {
  const bare = '{"error":"invalid_grant"}';

  it('leave open which of them spoke', () => {
    expect(firstOf(`Salesforce to HubSpot sync failed: ${bare}`)).to.deep.equal({
      cause: 'not-salesforce',
      standing: 'suspected',
    });
  });

  it('do not where an address tells it, or only one of them is named', () => {
    for (const text of [
      `Salesforce sync, https://api.hubapi.com/oauth/v1/token: ${bare}`,
      `Salesforce sync, hubspot.crm.contacts: ${bare}`,
      `Salesforce sync\nHubSpot failed: ${bare}`,
    ])
      expect(firstOf(text), text).to.deep.equal({ cause: 'not-salesforce', standing: 'confirmed' });
  });
});

describe('an OAuth error in the words of the standard', () => {
  it('is suspected to be another system’s', () => {
    for (const words of ['the refresh token is invalid or was issued to another client', 'no such resource owner']) {
      const text = `{"error":"invalid_grant","error_description":"${words}"}`;
      expect(firstOf(text)).to.deep.equal({ cause: 'not-salesforce', standing: 'suspected' });
    }
  });
});

describe('a business service that is named', () => {
  for (const text of [
    'Coupa: 401 Unauthorized',
    'Dynamics 365 migration: login failed for user etl',
    'RBAC: access denied',
  ])
    it(`is who refused: ${text}`, () => {
      expect(firstOf(text)).to.deep.equal({ cause: 'not-salesforce', standing: 'confirmed' });
    });

  it('is not where Salesforce is named nearer', () => {
    expect(firstOf('Coupa: the Salesforce sync failed: 401 Unauthorized')?.cause).to.equal('session-invalid-not-oauth');
  });
});

describe('an object of errors as Salesforce sends none', () => {
  for (const text of objects) {
    it(`is suspected to be another system’s, and nothing is decided: ${text.slice(0, 60)}`, () => {
      expect(firstOf(text)).to.deep.equal({ cause: 'not-salesforce', standing: 'suspected' });
    });

    it(`says nothing of whose it is where Salesforce is named: ${text.slice(0, 60)}`, () => {
      const causes = rankCauses(recognizeRefusals(`salesforce sync stopped: ${text}`)).map(({ cause }) => cause);
      expect(causes).to.not.include('not-salesforce');
    });
  }

  for (const text of [
    '{"body":{"error":"invalid_grant","error_description":"authentication failure"},"status":400}',
    '{"level":"error","message":"Authentication failed"}',
    '{"name":"Error","message":"Authentication failed","status":1}',
    '<Errors><Error><errorCode>INVALID_SESSION_ID</errorCode><message>Session ended</message></Error></Errors>',
    '<html><body><message>Authentication failed</message></body></html>',
    '{"errors":[{"errorCode":"INVALID_SESSION_ID","message":"This session is not valid for use with the REST API"}]}',
    'Authentication failed',
  ]) {
    it(`is not what Salesforce, or a client, or a log writes: ${text.slice(0, 60)}`, () => {
      expect(firstOf(text)?.cause).to.not.equal('not-salesforce');
    });
  }

  it('is none where Salesforce’s own words stand in the same text', () => {
    const text = '{"message":"Authentication failed"}\ninvalid_grant: inactive user';
    expect(rankCauses(recognizeRefusals(text)).map(({ cause }) => cause)).to.not.include('not-salesforce');
  });

  it('is looked for so far, and no further', () => {
    const within = (blanks: number): string => `{"message":"Invalid access token",${' '.repeat(blanks)}"status":401}`;
    expect(firstOf(within(1000))?.cause).to.equal('not-salesforce');
    expect(firstOf(within(1300))?.cause).to.equal('session-invalid-not-oauth');
  });
});

/** How one system alone words it. */
const alone: ReadonlyArray<readonly [string, string]> = [
  [
    'Amazon Web Services',
    'An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied. Invalid token',
  ],
  ['a cloud store', '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>'],
  ['an API gateway (Apigee)', '{"fault":{"faultstring":"Invalid access token","detail":{"errorcode":"oauth.v2"}}}'],
  ['a mail server', "imaplib.error: b'[AUTHENTICATIONFAILED] Invalid credentials (Failure)'"],
  ['a mail server', 'a1 NO LOGIN failed.'],
  ['Workday', '<faultcode>SOAP-ENV:Client.authenticationError</faultcode><faultstring>invalid username or password'],
  ['Google', '{"error":{"code":403,"message":"The caller does not have permission","status":"PERMISSION_DENIED"}}'],
  ['Microsoft', '{"error":"invalid_grant","error_codes":[70008],"trace_id":"x"}'],
  ['Microsoft', '{"error":"invalid_grant","error_description":"MSIS9659: Invalid \'username\' or \'password\'."}'],
  ['NetSuite', '{"o:errorDetails":[{"detail":"Invalid login attempt.","o:errorCode":"INVALID_LOGIN"}]}'],
  ['SAP', 'RFC_LOGON_FAILURE: User is locked. Please notify the person responsible'],
  ['MySQL', 'Your password has expired. To log in you must change it using a client that supports expired passwords.'],
  ['a database', '[HY000][Informix] Incorrect password or user is not known on the database server. (-951)'],
  ['Oracle Database', 'ORA-01045: user SCOTT lacks CREATE SESSION privilege; logon denied'],
  ['Apache Kafka', '[Producer] Connection to node -1 (broker/10.0.0.3:9093) failed: Invalid username or password'],
  ['a directory (LDAP, Kerberos)', 'LDAPBindError: automatic bind not successful - invalidCredentials'],
  ['a message broker', 'javax.jms.JMSSecurityException: User name [svc] or password is invalid.'],
  ['Microsoft', 'Error: (Unauthorized) Authentication failed. Code: Unauthorized Message: Authentication failed.'],
  ['MySQL', `OperationalError: (1045, "Access denied for user 'etl'")`],
  ['PostgreSQL', 'AirflowException: FATAL: password authentication failed'],
  ['a Git server', 'error: RPC failed; HTTP 401 curl 22 The requested URL returned error: 401'],
  ['a site in Rails', 'ActionController::InvalidAuthenticityToken'],
  ['a service in Django', '403 Forbidden: CSRF verification failed. Request aborted.'],
  ['a package or image registry', 'denied: User cannot be authenticated with the token provided.'],
  ['a web server', '<center><h1>401 Authorization Required</h1></center>\n<hr><center>nginx/1.18.0</center>'],
  [
    'a server that asks for a password or Windows login',
    'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="x"',
  ],
  ['another SOAP service (WS-Security)', '<faultcode>wsse:FailedAuthentication</faultcode>'],
  ['another SOAP service (WS-Security)', "SoapFault: Invalid Security Token, case 'a:InvalidSecurityToken'"],
  ['Account Engagement (Pardot)', 'Array ( [stat] => fail [version] => 1 [err_code] => 49 ) [err] => Access Denied'],
  ['Account Engagement (Pardot)', '<rsp stat="fail" version="1.0"><err code="15">Login failed</err></rsp>'],
  [
    'FusionAuth',
    "{ error: 'invalid_request', error_description: 'Invalid Code', error_reason: 'auth_code_not_found' }",
  ],
  ['IdentityServer', 'Sorry, there was an error : invalid_request\ncode challenge required'],
];

/** Refusals in prose, as they stand in the logs of those who met them. */
const inProse: typeof alone = [
  ['a VPN', 'AUTH: Received control message: AUTH_FAILED'],
  ['a VPN', 'Login denied, unauthorized connection mechanism, contact your administrator'],
  ['a VPN', 'Credential or SSLVPN configuration is wrong (-7200)'],
  ['a mail server', '550 5.7.1 Relaying denied. Proper authentication required.'],
  ['a mail server', '454 4.7.0 Temporary authentication failure: Connection lost to authentication server'],
  ['a mail server', '530-5.7.57 Client not authenticated to send mail'],
  ['PostgreSQL', 'FATAL:  role "app" does not exist'],
  ['Snowflake', 'JWT token is invalid. [6c4a-02]'],
  ['Kubernetes', 'Error from server (Forbidden): pods is forbidden: User "x" cannot list resource "pods"'],
  ['a site in ASP.NET, or NetSuite', '{"Message":"Authorization has been denied for this request."}'],
  ['Amazon Web Services', '{"Message":"User is not authorized to access this resource with an explicit deny"}'],
  ['a web server', 'Error 401--Unauthorized From RFC 2068 Hypertext Transfer Protocol -- HTTP/1.1'],
  ['Microsoft', 'Principal user is missing prvReadAccount privilege'],
  ['Telegram', '{"ok":false,"error_code":401,"description":"Unauthorized"}'],
  ['Spring Authorization Server', '{"error":"unauthorized","error_description":"Bad credentials"}'],
];

/** Words that are Salesforce's too: told by what stands beside them, where nobody names Salesforce. */
const ofBoth: typeof alone = [
  [
    'a service in Spring',
    '[invalid_assertion] Invalid assertion [id1]: No subject confirmation methods were met for assertion',
  ],
];

describe('how another system alone words it', () => {
  for (const [name, text] of [...alone, ...inProse, ...ofBoth]) {
    it(`names it: ${name}: ${text.slice(0, 50)}`, () => {
      const refusals = recognizeRefusals(text);
      expect(refusals.map(({ provider }) => provider)).to.include(name);
      expect(rankCauses(refusals)).to.deep.equal([{ cause: 'not-salesforce', standing: 'confirmed' }]);
    });
  }

  it('stands aside where Salesforce speaks', () => {
    const ours = 'salesforce: {"error":"invalid_grant","error_description":"inactive user"}';
    for (const [, text] of [...alone, ...inProse])
      expect(firstOf(`${text}\n${ours}`)?.cause, text).to.equal('user-inactive');
  });
});

describe('words of OAuth that Salesforce sends too', () => {
  const said = (description: string): string =>
    JSON.stringify({ error: 'invalid_grant', error_description: description });

  it('decide as Salesforce writes them, or where it is named', () => {
    for (const text of [said('invalid code verifier'), `salesforce: ${said('Invalid code verifier.')}`])
      expect(firstOf(text)).to.deep.equal({ cause: 'pkce-required-or-bad-verifier', standing: 'confirmed' });
  });

  it('suspect another system next after it where they are a sentence, and nobody is named', () => {
    const ranked = rankCauses(recognizeRefusals(said('Invalid code verifier.')));
    expect(ranked.slice(0, 2)).to.deep.equal([
      { cause: 'pkce-required-or-bad-verifier', standing: 'suspected' },
      { cause: 'not-salesforce', standing: 'suspected' },
    ]);
  });
});

/** A code, or a sentence as long as nobody words it by chance; else the marks or the markup have to stand beside it. */
const isDistinct = (wording: string): boolean =>
  wording.split(/\s+/u).length > 4 || /[\d_:'"*<>{}().@-]|[a-z][A-Z]|\b[A-Z]{3,}\b/u.test(wording);

describe('words of another system that any program could print', () => {
  const anybodys = providers.flatMap(({ anybodys: words = [], marks }) =>
    words.map((word) => ({ word, mark: marks.find((name) => !name.endsWith('*')) })),
  );

  for (const { word, mark } of anybodys) {
    it(`let it be suspected, and nothing is decided: ${word}`, () => {
      const ranked = rankCauses(recognizeRefusals(word));
      expect(ranked[0]?.cause === 'not-salesforce' || ranked.every(({ cause }) => cause !== 'not-salesforce')).to.equal(
        true,
      );
      expect(ranked.filter(({ standing }) => standing === 'confirmed')).to.deep.equal([]);
    });

    it(`say nothing of whose it is where Salesforce is named: ${word}`, () => {
      const causes = rankCauses(recognizeRefusals(`salesforce: ${word}`)).map(({ cause }) => cause);
      expect(causes).to.not.include('not-salesforce');
    });

    if (mark !== undefined)
      it(`tell it beside its name: ${mark}: ${word}`, () => {
        expect(rankCauses(recognizeRefusals(`${mark}: ${word}`))).to.deep.include({
          cause: 'not-salesforce',
          standing: 'confirmed',
        });
      });
  }

  it('leave what else they can mean open', () => {
    const causes = rankCauses(recognizeRefusals('The refresh token has expired due to inactivity')).map(
      ({ cause }) => cause,
    );
    expect(causes.slice(0, 2)).to.deep.equal(['not-salesforce', 'refresh-token-policy-expired']);
  });

  it('are not among those that tell it alone', () => {
    const plain = providers
      .flatMap(({ signs = [], texts = [] }) => [...signs, ...texts])
      .filter((one) => !isDistinct(one));
    expect(plain).to.deep.equal([]);
  });
});

describe('words that anybody says', () => {
  for (const [cause, words] of [
    ['password-expired', 'Your password has expired.'],
    ['rate-limited', 'Request limit exceeded'],
    ['org-inactive-or-deleted', 'Your trial has expired'],
  ] as const) {
    it(`suspect ${cause}, and decide where Salesforce is named`, () => {
      expect(firstOf(words)).to.deep.equal({ cause, standing: 'suspected' });
      expect(firstOf(`salesforce: ${words}`)).to.deep.equal({ cause, standing: 'confirmed' });
    });
  }
});
