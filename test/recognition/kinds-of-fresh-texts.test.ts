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

/** Systems that the same job logs in to, as their own clients print them. */
const beside: ReadonlyArray<readonly [string, string]> = [
  ['an SSH or SFTP server', 'sftp: nightly@files.acme.example: Permission denied (publickey,password).'],
  ['an FTP server', '530 Login incorrect.\nLogin failed.'],
  [
    'Elasticsearch',
    "AuthenticationException(401, 'security_exception', 'unable to authenticate user [sync] for REST request [/_bulk]')",
  ],
  ['RabbitMQ', "(403) 'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN.'"],
  ['SAP', 'JCoException: JCO_ERROR_LOGON_FAILURE: Name or password is incorrect (repeat logon)'],
  ['NetSuite', '{"type":"error.SuiteScriptError","name":"INVALID_LOGIN_ATTEMPT","message":"Invalid login attempt."}'],
  ['Neo4j', 'org.neo4j.driver.exceptions.AuthenticationException: unauthorized due to authentication failure.'],
  [
    'ClickHouse',
    'DB::Exception: default: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED) (version 23.8)',
  ],
  [
    'cloudflare (Terraform)',
    '│ Error: failed to create DNS record: Authentication error\n│   with cloudflare_record.www,',
  ],
  [
    'sbercloud (Terraform)',
    '│ Error: Authentication failed\n│   with provider["registry.terraform.io/sbercloud-terraform/sbercloud"],',
  ],
  [
    'signalfx (Terraform)',
    'signalfx_team.team0: Creating...\n\nError: Post https://api.eu0.signalfx.com/v2/team: Unauthorized',
  ],
  ['a Windows server', 'mount error(13): Permission denied\nsmb: NT_STATUS_LOGON_FAILURE'],
  ['Netlify', 'Error: Not logged in. Please log in and try again. See NETLIFY_AUTH_TOKEN'],
  ['SQL Server', "Login failed for user 'etl'. Reason: Could not find a login matching the name provided."],
  ['a database', '[Error 8017] [SQLState 28000] The UserId, Password or Account is invalid.'],
  ['Amazon Web Services', 'The SSO session has expired. To refresh this SSO session run aws sso login'],
  ['Microsoft', "ERROR: Please run 'az login' to setup account."],
  [
    'a package or image registry',
    '[ERROR] Could not transfer artifact com.acme:salesforce-sync:pom:2.0 from/to releases (https://nexus.acme.io/m2/): Unauthorized (401)',
  ],
  ['a package or image registry', 'pulling "salesforce/cli:latest": unauthorized: incorrect username or password'],
  [
    'Amazon Web Services',
    'operation error SecretsManager: GetSecretValue, https response error StatusCode: 400, RequestID: 1, AccessDenied: no',
  ],
  [
    'Marketing Cloud Engagement',
    '{"message":"Not Authorized","errorcode":0,"documentation":"https://developer.salesforce.com/docs"}',
  ],
  ['Account Engagement (Pardot)', 'Pardot for WordPress: Daily API rate limit met'],
  ['Heroku', '$ heroku access\nEnter your Heroku credentials:\nInvalid credentials provided.'],
];

describe('a system beside Salesforce', () => {
  for (const [name, text] of beside) {
    it(`is named: ${name}`, () => {
      const refusals = recognizeRefusals(text);
      expect(refusals.map(({ provider }) => provider)).to.include(name);
      expect(rankCauses(refusals)).to.deep.equal([{ cause: 'not-salesforce', standing: 'confirmed' }]);
    });

    it(`stands aside where Salesforce speaks too: ${name}`, () => {
      const ours = 'salesforce: {"error":"invalid_grant","error_description":"inactive user"}';
      expect(firstOf(`${text}\n${ours}`)).to.equal('user-inactive');
    });
  }

  it('is suspected where a request to it was just made and nobody is named', () => {
    const text = 'POST https://api.pipelinevendor.io/v2/jobs\nCode=NOT_AUTHENTICATED Message=Access denied.';
    expect(rankCauses(recognizeRefusals(text))[0]).to.deep.equal({ cause: 'not-salesforce', standing: 'suspected' });
    expect(causesOf(`${text}\nsalesforce sync stopped`)).to.not.include('not-salesforce');
  });

  it('is no matter where Salesforce answered through somebody’s own server', () => {
    const answered = '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]';
    expect(firstOf(`GET https://proxy.acme.io/crm/query 401 ${answered}`)).to.equal('session-invalid-not-oauth');
  });
});

describe('Salesforce’s name in another’s address', () => {
  const said = (address: string): string | undefined =>
    recognizeRefusals(`GET ${address}\n{"error":"invalid_grant"}`)[0]?.provider;

  it('tells what was asked for, not who answered, as far as an address goes', () => {
    expect(said('https://api.github.com/repos/acme/salesforce-dx')).to.equal('GitHub');
    const long = (letters: number): string => `https://api.github.com/${'r'.repeat(letters)}/salesforce-dx`;
    expect([said(long(290)), said(long(310))]).to.deep.equal(['GitHub', undefined]);
  });

  it('names Salesforce where it stands by itself, or first', () => {
    expect(said('https://api.github.com/repos salesforce')).to.equal(undefined);
    expect(said('https://login.salesforce.com/services/oauth2/token?next=https://api.github.com/x')).to.equal(
      undefined,
    );
  });
});

describe('what is no refusal', () => {
  for (const text of [
    'token_type : Bearer\ninstance_url : https://acme.my.salesforce.com\naccess_token : 00D!x',
    '{"access_token":"00D!x","token_format":"opaque","token_type":"Bearer"}',
    'PROBLEM\nUnknown\nERROR running force:source:deploy: Deploy failed.',
  ]) {
    it(`names nothing: ${text.slice(0, 40)}`, () => {
      expect(causesOf(text)).to.deep.equal([]);
    });
  }

  it('is no proof where any login page could show it', () => {
    for (const text of [
      'Choose a verification method',
      'Set up Salesforce Authenticator',
      'salesforce: choose a verification method',
    ])
      for (const { decides } of recognizeRefusals(text)) expect(decides, text).to.equal(undefined);
  });

  it('is told from a code that a narrow screen broke', () => {
    expect(firstOf('salesforce: invalid_\ngrant')).to.equal(firstOf('salesforce: invalid_grant'));
  });
});

describe('a client’s own words', () => {
  for (const [cause, text] of [
    ['cli-bug', 'This site can’t be reached\nlocalhost refused to connect.\nERR_CONNECTION_REFUSED\nsf org login web'],
    ['app-wrong-secret', 'omniauth: (salesforce) Authentication failure! invalid_credentials encountered.'],
    ['pkce-required-or-bad-verifier', 'salesforce: the web flow with PKCE failed'],
    ['auth-code-expired-or-reused', 'token exchange failed. Something went wrong, such as two device flow commands'],
    ['mfa-required', 'salesforce: Choose a Verification Method'],
    ['mfa-required', '失敗: コンピューターの有効化が必要です。'],
    ['api-version-retired', '失敗: API バージョンが削除されています。'],
    ['cli-bug', "TypeError: SalesforceLogin() got an unexpected keyword argument 'sandbox'"],
    ['cli-bug', "AttributeError: 'Salesforce' object has no attribute 'bulk2'"],
    ['wrong-endpoint', 'Access token missing from response, please try again!'],
    ['network-or-proxy', 'Error: 0: on Salesforce http request'],
    ['network-or-proxy', 'salesforce callout failed, HTTP status code: 0'],
    ['network-or-proxy', 'Salesforce login did not complete in 30s'],
    ['network-or-proxy', 'Timed out waiting for a Salesforce access token'],
    ['network-or-proxy', 'Failed to retrieve topic /event/Order__e: UNAVAILABLE: io exception'],
  ] as const) {
    it(`point at ${cause}: ${text.slice(0, 60)}`, () => {
      expect(firstOf(text)).to.equal(cause);
    });
  }

  for (const [cause, text] of [
    ['local-credential-store', 'Parse error in file /root/.sfdx/u@acme.com.json on line 1\nFILE HAS NO CONTENT'],
    [
      'cli-bug',
      'Salesforce: OperationProcessingError: Unexpected ID Token returned, use processAuthorizationCodeOpenIDResponse()',
    ],
    ['cli-bug', 'force login\nERROR: Cannot GET /auth/soaplogin/?id=https://na17.salesforce.com/id/00D/005'],
    ['client-request-malformed', 'force login -i=acme.my.salesforce.com\nERROR: no such endpoint type'],
    [
      'wrong-endpoint',
      'sf_auth(username = "u", password = "p", login_url = "https://acme.lightning.force.com")\nFailed to get an access token.',
    ],
  ] as const) {
    it(`point at ${cause}, read on later: ${text.slice(0, 60)}`, () => {
      expect(firstOf(text)).to.equal(cause);
    });
  }

  it('of a handshake of CometD that went well tell nothing', () => {
    const log =
      'INFO onMessage(META_HANDSHAKE) - {minimumVersion=1.0, channel=/meta/handshake, successful=true} salesforce';
    expect(causesOf(log)).to.deep.equal([]);
  });

  it('tell of the CLI itself where its command got an ended session', () => {
    expect(causesOf('ERROR running force:source:deploy:  INVALID_SESSION_ID: Session expired or invalid')[1]).to.equal(
      'cli-bug',
    );
    expect(causesOf('INVALID_SESSION_ID: Session expired or invalid').slice(0, 3)).to.not.include('cli-bug');
  });
});

describe('a page of Salesforce’s maintenance', () => {
  const page =
    '<html><body><table bgcolor="white" cellpadding="0" cellspacing="0" width="758"><tr><td>We are down for maintenance.';

  it('decides by its own words where nothing stands before them', () => {
    for (const text of [page, 'We are down for maintenance. Sorry for the inconvenience.']) {
      const [first] = rankCauses(recognizeRefusals(text));
      expect(first, text).to.deep.equal({ cause: 'org-maintenance-or-read-only', standing: 'confirmed' });
    }
  });

  it('is suspected first where a log kept its markup alone, or something stands before its words', () => {
    for (const text of [page.slice(0, 90), 'login: We are down for maintenance. Sorry for the inconvenience.']) {
      const [first] = rankCauses(recognizeRefusals(text));
      expect(first, text).to.deep.equal({ cause: 'org-maintenance-or-read-only', standing: 'suspected' });
    }
  });

  it('leaves it open where anybody may say so', () => {
    expect(rankCauses(recognizeRefusals('503: under maintenance'))[0]?.standing).to.equal('suspected');
  });
});

describe('SAML', () => {
  for (const text of [
    'Salesforce: 400 SAML assertion not yet valid',
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
