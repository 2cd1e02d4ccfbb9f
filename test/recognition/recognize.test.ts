import { expect } from 'chai';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';
import { flows, type Refusal } from '../../src/model/index.ts';

const only = (text: string): Refusal => {
  const refusals = recognizeRefusals(text);
  expect(refusals, JSON.stringify(refusals)).to.have.length(1);
  return refusals[0]!;
};

const body = '{"error":"invalid_grant","error_description":"user hasn\'t approved this consumer"}';

/** The same refusal, as clients, logs and pages carry it. */
const carried: Record<string, string> = {
  'raw JSON': body,
  'pretty JSON': JSON.stringify(JSON.parse(body), undefined, 2),
  'members the other way round': '{"error_description":"user hasn\'t approved this consumer","error":"invalid_grant"}',
  'JSON inside JSON': JSON.stringify({ level: 50, msg: `token request failed: ${body}` }),
  'JSON inside JSON inside JSON': JSON.stringify({ log: JSON.stringify({ message: `failed: ${body}` }) }),
  'unicode escapes': String.raw`{"error":"invalid_grant","error_description":"user hasn\u0027t approved this consumer"}`,
  'Python dict': `{'error': 'invalid_grant', 'error_description': "user hasn't approved this consumer"}`,
  'Node inspect': `data: {\n  error: 'invalid_grant',\n  error_description: "user hasn't approved this consumer"\n}`,
  'Ruby hash': `{"error"=>"invalid_grant", "error_description"=>"user hasn't approved this consumer"}`,
  'PHP print_r': `stdClass Object\n(\n    [error] => invalid_grant\n    [error_description] => user hasn't approved this consumer\n)`,
  'form body': 'error=invalid_grant&error_description=user+hasn%27t+approved+this+consumer',
  'redirect URL':
    'https://app.example.com/cb?error=invalid_grant&error_description=user%20hasn%27t%20approved%20this%20consumer&state=x',
  'URL encoded twice':
    'return=%3Ferror%3Dinvalid_grant%26error_description%3Duser%2520hasn%2527t%2520approved%2520this%2520consumer',
  XML: "<OAuth><error>invalid_grant</error><error_description>user hasn't approved this consumer</error_description></OAuth>",
  'HTML entities': 'invalid_grant: user hasn&#39;t approved this consumer',
  'double entities': 'invalid_grant: user hasn&amp;#39;t approved this consumer',
  'code: text':
    "simple_salesforce.exceptions.SalesforceAuthenticationFailed: invalid_grant: user hasn't approved this consumer",
  'code::text': "Error authenticating with auth code due to: invalid_grant::user hasn't approved this consumer",
  'code - text': "INVALID_GRANT - user hasn't approved this consumer",
  'code / "text"': '`invalid_grant` / *user hasn’t approved this consumer*',
  'text (code)': "user hasn't approved this consumer (invalid_grant)",
  Restforce: "Restforce::AuthenticationError: invalid_grant: user hasn't approved this consumer",
  'Go oauth2': `oauth2: "invalid_grant" "user hasn't approved this consumer"`,
  'Mobile SDK': `Error Domain=com.salesforce.OAuth.ErrorDomain Code=672 "x" UserInfo={error=invalid_grant, error_description=user hasn't approved this consumer}`,
  mojibake: 'invalid_grant: user hasnâ€™t approved this consumer',
  'lost apostrophe': 'invalid_grant: user hasn?t approved this consumer',
  'wrapped lines': "invalid_grant: user hasn't\n      approved\n this consumer",
  'hard wrap inside a word': "invalid_grant: user hasn't appro\nved this consumer",
  shouting: "INVALID_GRANT: USER HASN'T APPROVED THIS CONSUMER",
  colours: "\u001b[31minvalid_grant\u001b[39m: \u001b[1muser hasn't approved\u001b[22m this consumer",
  'escaped colours': String.raw`{"msg":"\u001b[31minvalid_grant\u001b[39m: user hasn't approved this consumer"}`,
};

describe('a code and its text', () => {
  it('are told by the text where the code is one that all of OAuth uses', () => {
    const told = (error: string): string | undefined =>
      only(JSON.stringify({ error, error_description: 'external client app is not installed in this org' })).phrase;
    expect(told('invalid_client')).to.equal('eca.not_installed_page');
    expect(told('app_not_found')).to.equal('eca.not_installed');
  });

  it('are read to the end of the words of a query that was decoded before it was logged, and no further', () => {
    const said = (query: string): string | undefined => only(query).description;
    const words = 'something odd was asked for';
    for (const after of ['', '&state=x', ' status=400', ' HTTP/1.1" 302', ', trying again', '\n', ' - gave up'])
      expect(said(`error=invalid_grant&error_description=${words}${after}`), after).to.equal(words);
    expect(said('error=invalid_grant&error_description=something+odd trying again')).to.equal('something odd');
  });

  const text = "user hasn't approved this consumer";
  const codeIn = (log: string): string | undefined => recognizeRefusals(log)[0]?.code;

  it('go together where the text follows within 40 letters', () => {
    expect(codeIn(`invalid_grant ${'x'.repeat(40)} ${text}`)).to.equal('invalid_grant');
    expect(codeIn(`invalid_grant ${'x'.repeat(41)} ${text}`)).to.equal(undefined);
  });

  it('go together where the code follows within 14 letters and two words, in the same line, and is no choice of two', () => {
    expect(codeIn(`${text}: ${'x'.repeat(14)} invalid_grant`)).to.equal('invalid_grant');
    expect(codeIn(`${text}: ${'x'.repeat(15)} invalid_grant`)).to.equal(undefined);
    expect(codeIn(`${text}: as code invalid_grant`)).to.equal('invalid_grant');
    expect(codeIn(`${text}: as the code invalid_grant`)).to.equal(undefined);
    expect(codeIn(`${text}\ninvalid_grant`)).to.equal(undefined);
    expect(codeIn(`${text} or invalid_grant`)).to.equal(undefined);
  });
});

describe('recognizeRefusals', () => {
  for (const [name, text] of Object.entries(carried)) {
    it(`reads the same refusal from ${name}`, () => {
      const refusal = only(text);
      expect(refusal.phrase).to.equal('grant.user_not_approved');
      expect(refusal.code?.toLowerCase()).to.equal('invalid_grant');
      expect(refusal).to.include({ channel: 'token-endpoint', origin: 'text', count: 1 });
      expect(refusal).not.to.have.property('decides');
      expect(refusal.suspects.slice(0, 2)).to.deep.equal(['user-not-approved', 'user-not-preauthorized']);
    });
  }

  it('keeps the description as sent, escapes undone', () => {
    expect(only(carried['unicode escapes']!).description).to.equal("user hasn't approved this consumer");
    expect(only(carried['redirect URL']!).description).to.equal("user hasn't approved this consumer");
  });

  it('reads SOAP faults, ApiFault and REST errors', () => {
    const fault =
      '<soapenv:Fault><faultcode>sf:INVALID_SESSION_ID</faultcode><faultstring>INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session</faultstring></soapenv:Fault>';
    expect(only(fault)).to.include({ phrase: 'api.illegal_session', code: 'INVALID_SESSION_ID' });
    const java =
      "[LoginFault [ApiFault exceptionCode='LOGIN_DURING_RESTRICTED_TIME'\n exceptionMessage='cannot log in during restricted time'\n] ]";
    expect(only(java)).to.include({
      phrase: 'soap.time',
      decides: 'login-hours',
      code: 'LOGIN_DURING_RESTRICTED_TIME',
    });
    const rest =
      '[{"message":"The REST API is not enabled for this Organization.","errorCode":"API_DISABLED_FOR_ORG"}]';
    expect(only(`HTTP/1.1 403 Forbidden\n\n${rest}`)).to.include({
      phrase: 'api.disabled',
      status: 403,
      channel: 'rest',
    });
  });

  it('lets the code say which, where many codes carry one text', () => {
    const text = 'Invalid username, password, security token; or user locked out.';
    expect(only(`LOGIN_MUST_USE_SECURITY_TOKEN: ${text}`).decides).to.equal('missing-security-token');
    expect(only(`INVALID_LOGIN: ${text}`)).to.include({ phrase: 'soap.invalid_login' });
    expect(only('API_CURRENTLY_DISABLED: Your trial has expired.').decides).to.equal('org-inactive-or-deleted');
  });

  it('tells several refusals apart, counts each once, and names the first line', () => {
    const log = [
      'INFO start',
      'ERROR INVALID_SESSION_ID: Session expired or invalid',
      'INFO refreshing',
      'ERROR invalid_grant: expired access/refresh token',
      'ERROR INVALID_SESSION_ID: Session expired or invalid',
    ].join('\n');
    expect(recognizeRefusals(log).map(({ phrase, line, count }) => ({ phrase, line, count }))).to.deep.equal([
      { phrase: 'api.session_invalid', line: 2, count: 2 },
      { phrase: 'grant.expired_token', line: 4, count: 1 },
    ]);
  });

  it('drops a bare code where the same text says more', () => {
    const told = 'Error: INVALID_GRANT\nCategory: Authentication\nMessage: invalid_grant: ip restricted';
    expect(only(told)).to.include({ phrase: 'grant.ip_restricted' });
  });

  it('keeps the key before the host where a flow alone is named: hosts that all orgs share word it otherwise for client credentials', () => {
    const unknown = 'invalid_client_id: client identifier invalid';
    const [alone] = recognizeRefusals(unknown);
    for (const flow of flows) {
      const [named] = recognizeRefusals(unknown, { flow });
      expect(named?.suspects, flow).to.deep.equal(alone?.suspects);
    }
    expect(alone?.suspects[0]).to.equal('app-wrong-consumer-key');
  });

  it('moves suspects by the flow that the text shows or the person named', () => {
    const expired = 'invalid_grant: expired authorization code';
    expect(only(expired).suspects[0]).to.equal('auth-code-expired-or-reused');
    expect(only(`JWT bearer login: ${expired}`).suspects[0]).to.equal('jwt-expired-or-clock-skew');
    expect(recognizeRefusals(expired, { flow: 'jwt' })[0]?.suspects[0]).to.equal('jwt-expired-or-clock-skew');
  });

  it('never decides on a wording that has several causes', () => {
    const open = [
      'authentication failure',
      'expired access/refresh token',
      "user hasn't approved this consumer",
      'invalid assertion',
      'client identifier invalid',
      'invalid client credentials',
      'ip restricted',
      'Session expired or invalid',
      'This session is not valid for use with the REST API',
      'INVALID_LOGIN',
      'invalid_grant',
      'unsupported_grant_type',
      'External client app is not installed in this org',
      'OAUTH_APP_BLOCKED',
      'getaddrinfo ENOTFOUND login.salesforce.com',
    ];
    for (const text of open) expect(only(text), text).not.to.have.property('decides');
  });

  it('knows key files, stores, networks and TLS by what their errors say', () => {
    expect(only("ENOENT: no such file or directory, open '/builds/x/server.key'").decides).to.equal(
      'jwt-key-file-unreadable',
    );
    expect(only('secretOrPrivateKey must be an asymmetric key when using RS256').decides).to.equal(
      'jwt-key-file-unreadable',
    );
    expect(only('Failed to decipher auth data. reason: Unsupported state').decides).to.equal('local-credential-store');
    expect(only('unable to get local issuer certificate')).to.include({
      channel: 'tls',
      decides: 'tls-or-certificate',
    });
    expect(only('connect ECONNREFUSED 10.0.0.1:8080')).to.include({ channel: 'network' });
  });

  it('does not take prose for a code', () => {
    expect(recognizeRefusals('the server error page was slow down there')[0]).not.to.have.property('phrase');
    expect(recognizeRefusals('His membership restricted the trip restricted to members')[0]?.phrase).not.to.equal(
      'grant.ip_restricted',
    );
  });

  it('understands words that are not Salesforce’s own, and only suspects then', () => {
    const refusal = only('Your account has been locked out, contact support');
    expect(refusal.suspects[0]).to.equal('user-locked-out');
    expect(refusal).not.to.have.property('decides');
    expect(only('SF-5003 Invalid clientSecret.').suspects[0]).to.equal('app-wrong-secret');
  });

  it('goes by the wording that decides, where one description holds two', () => {
    const old =
      '{"error":"invalid_grant","error_description":"authentication failure - Failed: API security token required"}';
    expect(only(old)).to.include({ decides: 'missing-security-token', code: 'invalid_grant' });
  });

  it('tells apart a text and a code that are alternatives', () => {
    const refusals = recognizeRefusals('Error: `IP restricted` or `LOGIN_MUST_USE_SECURITY_TOKEN`');
    expect(refusals.map(({ phrase }) => phrase)).to.deep.equal(['grant.ip_restricted', 'soap.token']);
  });

  it('takes a code behind a text for its code only where nothing but its name stands between', () => {
    const codes = (text: string): Array<string | undefined> => recognizeRefusals(text).map(({ code }) => code);
    expect(codes('ip restricted (error code invalid_grant)')).to.deep.equal(['invalid_grant']);
    expect(codes('`ip restricted`, on other days `LOGIN_DURING_RESTRICTED_TIME`')).to.deep.equal([
      undefined,
      'LOGIN_DURING_RESTRICTED_TIME',
    ]);
  });

  it('lets circumstances that the text shows move suspects to the front', () => {
    const first = (text: string): string | undefined => only(text).suspects[0];
    const refused = 'invalid_grant: authentication failure';
    expect(first(refused)).to.equal('wrong-username-or-password');
    expect(first(`${refused} (External Client App, password)`)).to.equal('flow-not-enabled');
    expect(first(`sandbox: ${refused}`)).to.equal('wrong-endpoint');
  });

  it('shows what nothing recognises, with what was understood of it', () => {
    const unknown = only('{"error":"app_frobnicated","error_description":"the app has been frobnicated"}');
    expect(unknown).to.deep.include({
      channel: 'token-endpoint',
      code: 'app_frobnicated',
      description: 'the app has been frobnicated',
      suspects: [],
    });
    expect(unknown).not.to.have.any.keys('phrase', 'decides', 'provider');
    expect(only('line one\nFATAL: flux capacitor exploded').text).to.equal('FATAL: flux capacitor exploded');
    expect(recognizeRefusals(' \n\t ')).to.deep.equal([]);
  });

  it('removes secrets from what it shows', () => {
    const token = '00Dxx0000001gER!AQ4AQFakeFakeFakeFakeFake.Fake_Fake';
    const refusal = only(
      `client_secret=s3cr3t-value Authorization: Bearer ${token} INVALID_SESSION_ID: Session expired or invalid`,
    );
    expect(JSON.stringify(refusal)).not.to.match(/s3cr3t|AQ4AQ/u);
  });

  it('names the Salesforce host that stands near', () => {
    const text =
      'POST https://acme.my.salesforce.com/services/oauth2/token 400 {"error":"invalid_client_id","error_description":"client identifier invalid"}';
    expect(only(text)).to.include({ host: 'acme.my.salesforce.com', status: 400 });
  });
});

describe('rankCauses', () => {
  it('puts what is decided first, then suspects in turn', () => {
    const ranked = rankCauses(
      recognizeRefusals(
        'invalid_grant: ip restricted\nsoap says LOGIN_DURING_RESTRICTED_TIME: cannot log in during restricted time',
      ),
    );
    expect(ranked.slice(0, 2)).to.deep.equal([
      { cause: 'login-hours', standing: 'confirmed' },
      { cause: 'ip-restricted', standing: 'suspected' },
    ]);
    expect(new Set(ranked.map(({ cause }) => cause)).size).to.equal(ranked.length);
  });

  it('puts a login that was refused before what is wrong with the data', () => {
    const ranked = rankCauses(recognizeRefusals('DUPLICATE_VALUE: duplicate\n\nAPI_DISABLED_FOR_ORG: API is disabled'));
    expect(ranked.map(({ cause }) => cause)).to.deep.equal(['api-disabled-for-user-or-edition', 'not-authentication']);
  });

  it('takes a sentence that only says that the login failed after all that says more, however vague', () => {
    const [first] = rankCauses(recognizeRefusals('Login failed.\n\nTypeError: Cannot read property x of undefined'));
    expect(first?.cause).to.equal('cli-bug');
  });

  it('says nothing of no refusals', () => {
    expect(rankCauses([])).to.deep.equal([]);
  });
});
