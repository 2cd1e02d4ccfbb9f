import { expect } from 'chai';
import type { Refusal } from '../../src/model/index.ts';
import { rankCauses, recognizeRefusals } from '../../src/recognition/index.ts';

const causesOf = (text: string, flow?: 'jwt' | 'refresh-token'): string[] =>
  rankCauses(recognizeRefusals(text, flow === undefined ? {} : { flow })).map(({ cause }) => cause);
const firstOf = (text: string): string | undefined => causesOf(text)[0];
const sides = (text: string): Array<Pick<Refusal, 'phrase' | 'provider' | 'role'>> =>
  recognizeRefusals(text).map(({ phrase, provider, role }) => ({
    ...(phrase === undefined ? {} : { phrase }),
    ...(provider === undefined ? {} : { provider }),
    ...(role === undefined ? {} : { role }),
  }));

const inactive = '{"error":"invalid_grant","error_description":"inactive user"}';

/** Refusals of other systems, as they stand in the logs of pipelines. */
const others: ReadonlyArray<readonly [string, string]> = [
  ['Slack', '{"ok":false,"error":"invalid_auth"}'],
  ['a package or image registry', 'npm error code E401\nnpm error Incorrect or missing password.'],
  [
    'a Git server',
    "remote: Invalid username or password.\nfatal: Authentication failed for 'https://git.acme.example/a'",
  ],
  ['PostgreSQL', 'psycopg2.OperationalError: FATAL:  password authentication failed for user "etl"'],
  ['PostgreSQL', 'ERROR:  permission denied for table users'],
  ['a mail server', 'smtplib: 535 5.7.8 Error: authentication failed: bad username or password'],
  ['Apache Kafka', 'org.apache.kafka.common.errors.SaslAuthenticationException: Authentication failed'],
  ['Kubernetes', 'error: You must be logged in to the server (Unauthorized)'],
  ['Microsoft', 'AADSTS7000215: Invalid client secret provided.'],
  ['Amazon Web Services', 'ExpiredTokenException: The security token included in the request is expired'],
  ['Redis', 'WRONGPASS invalid username-password pair or user is disabled.'],
];

describe('a log of many voices', () => {
  for (const [name, said] of others) {
    it(`judges Salesforce’s refusal, and names ${name} as a bystander`, () => {
      for (const text of [`${said}\n${inactive}`, `${inactive}\n${said}`, `step 1\n${said}\nstep 2\n  ${inactive}`]) {
        const found = recognizeRefusals(text);
        const theirs = found.filter(({ provider }) => provider !== undefined);
        expect(rankCauses(found)[0]?.cause, text).to.equal('user-inactive');
        expect(
          theirs.map(({ provider, role }) => [provider, role]),
          text,
        ).to.deep.equal([[name, 'bystander']]);
        expect(theirs.every(({ decides, suspects }) => decides === undefined && suspects.length === 0)).to.equal(true);
      }
    });

    it(`says that it is ${name} where nothing of Salesforce’s stands beside it`, () => {
      expect(rankCauses(recognizeRefusals(said))).to.deep.equal([{ cause: 'not-salesforce', standing: 'confirmed' }]);
      expect(recognizeRefusals(said).some(({ role }) => role !== undefined)).to.equal(false);
    });
  }

  it('reads other words for a refusal beside another system’s only where their line names Salesforce', () => {
    const git = "fatal: Authentication failed for 'https://git.acme.example/a'";
    expect(firstOf(`${git}\nSalesforce: the account of the integration user is locked out`)).to.equal(
      'user-locked-out',
    );
    expect(firstOf(`${git}\nThe account is locked out`)).to.equal('not-salesforce');
  });

  it('asks who is named in the line, then in the step, before whoever is named nearest', () => {
    const refused = '{"error":"invalid_client"}';
    const log = [
      '##[group]Notify',
      'POST https://slack.com/api/oauth.v2.access',
      '##[group]Deploy to Salesforce',
      `a line that is a good deal longer than the one above ${refused}`,
    ].join('\n');
    expect(sides(log)).to.deep.equal([{ phrase: 'client.bad_secret' }]);
    expect(sides(`https://slack.com/api/oauth.v2.access ${refused}\nhttps://login.salesforce.com`)[0]).to.include({
      provider: 'Slack',
    });
  });
});

describe('a log as a timeline', () => {
  it('takes an ended session for the occasion where a new one was refused', () => {
    const ended = 'INVALID_SESSION_ID: Session expired or invalid';
    for (const reason of [inactive, 'LOGIN_DURING_RESTRICTED_TIME: cannot log in during restricted time']) {
      const [occasion, refused] = recognizeRefusals(`${ended}\nlogging in again\n${reason}`);
      expect(occasion).to.deep.include({ role: 'occasion', suspects: [] });
      expect(refused).not.to.have.property('role');
    }
    expect(recognizeRefusals(ended)[0]).not.to.have.property('role');
  });

  it('takes a busy server for less than the answer that came after it, and for what it is alone', () => {
    const busy = 'HTTP 503 Service Unavailable';
    expect(firstOf(`${busy}\nretry\n${inactive}`)).to.equal('user-inactive');
    expect(firstOf(busy)).to.equal('org-maintenance-or-read-only');
    expect(firstOf('SERVER_UNAVAILABLE: server too busy')).to.equal('org-maintenance-or-read-only');
  });

  it('takes a try that was not answered for less than the answer', () => {
    expect(causesOf(`connect ETIMEDOUT 198.51.100.7:443\nretry 1 of 3\n${inactive}`)).to.deep.equal([
      'user-inactive',
      'user-frozen',
    ]);
  });
});

describe('statuses and refusals in other languages', () => {
  const said: Record<string, string> = {
    'Anmeldung fehlgeschlagen: Ihr Kennwort ist abgelaufen': 'password-expired',
    'Échec de la connexion : utilisateur inactif': 'user-inactive',
    'Error de inicio de sesión: el usuario está bloqueado': 'user-locked-out',
    'Falha no login: o usuário está inativo': 'user-inactive',
    'Accesso non riuscito: password scaduta': 'password-expired',
    'Inloggen mislukt: gebruiker is vergrendeld': 'user-locked-out',
    'Inloggningen misslyckades: lösenord har gått ut': 'password-expired',
    パスワードの有効期限が切れました: 'password-expired',
    密码已过期: 'password-expired',
    '비밀번호가 만료되었습니다': 'password-expired',
    'Ошибка входа: пользователь заблокирован': 'user-locked-out',
  };
  for (const [text, cause] of Object.entries(said)) {
    it(`only suspect: ${text}`, () => {
      expect(rankCauses(recognizeRefusals(text))[0]).to.deep.equal({ cause, standing: 'suspected' });
    });
  }
});

describe('the Salesforce family', () => {
  const family: ReadonlyArray<readonly [string, string]> = [
    [
      'Marketing Cloud Engagement',
      'POST https://x.auth.marketingcloudapis.com/v2/token 401 {"error":"invalid_client"}',
    ],
    ['B2C Commerce', 'account.demandware.com/dw/oauth2/access_token 401 {"error":"invalid_client"}'],
    ['Account Engagement (Pardot)', '<rsp stat="fail"><err code="1">Invalid API key or user key</err></rsp>'],
    ['Tableau', 'NotSignedInError: 401002: Unauthorized Access Invalid authentication credentials were provided.'],
    ['Heroku', 'login attempt to https://registry.heroku.com/v2/ failed with status: 401 Unauthorized'],
    ['Anypoint Platform (MuleSoft)', 'GET https://anypoint.mulesoft.com/accounts/login 401 Unauthorized'],
    ['Data Cloud (Data 360)', 'POST https://x.c360a.salesforce.com/api/v1/query 401 Unauthorized'],
  ];
  for (const [name, text] of family) {
    it(`knows ${name} from the core`, () => {
      expect(recognizeRefusals(text)[0]).to.include({ provider: name, decides: 'not-salesforce' });
    });
  }

  it('suspects another server by its address beside a bare status, and none where Salesforce is named', () => {
    expect(recognizeRefusals('GET https://api.northwind-crates.com/v2 401 Unauthorized')[0]?.suspects[0]).to.equal(
      'not-salesforce',
    );
    expect(
      recognizeRefusals('Salesforce: GET https://api.northwind-crates.com/v2 401 Unauthorized')[0]?.suspects[0],
    ).not.to.equal('not-salesforce');
  });

  it('leaves the core’s own wording to the core, whichever product is named beside it', () => {
    expect(firstOf(`Tableau data source Salesforce: ${inactive}`)).to.equal('user-inactive');
  });
});

describe('what a client says round the reason', () => {
  const frame =
    'Error (JwtGrantError): We encountered a JSON web token error, which is likely not an issue with Salesforce CLI. Here’s the error: ';
  it('is peeled off: the reason behind it speaks', () => {
    expect(firstOf(`${frame}TypeError: y is undefined is not a function`)).to.equal('cli-bug');
    expect(firstOf(`${frame}fetch failed`)).to.equal('network-or-proxy');
    expect(firstOf(`${frame}Unexpected end of JSON input`)).to.equal('local-credential-store');
    expect(firstOf(`${frame}${inactive}`)).to.equal('user-inactive');
  });

  it('speaks of its flow where nothing stands behind it', () => {
    expect(firstOf(frame)).to.equal('jwt-wrong-key-or-cert');
  });
});

describe('everyday words', () => {
  it('are no refusals', () => {
    for (const text of [
      'Assertion Failed: Expected: 3, Actual: 4',
      'AssertionError [ERR_ASSERTION]: 1 == 2',
      'org.opentest4j.AssertionFailedError: expected: <true> but was: <false>',
      '{"access_token":"x","instance_url":"https://acme.my.salesforce.com","token_type":"Bearer"}',
      '<loginResponse><result><passwordExpired>false</passwordExpired></result></loginResponse>',
      '  ✔ refuses invalid_grant: inactive user (3ms)',
      'ok 12 - INVALID_LOGIN: is shown',
      '198.51.100.7 - - [29/Nov/2026:04:13:00 +0000] "GET /login HTTP/1.1" 401 153 "-" "curl/8.5.0"',
      'We cannot login since this morning.',
      'Nobody is able to log in, users are unable to log in',
    ])
      expect(causesOf(text), text).to.deep.equal([]);
  });

  for (const text of [
    'org.acme.tools.maven:deploy failed: MessageBodyReader not found for class org.acme.tools.client.model.Environments\nsf: done\n1\n2',
    'Bulk job 7505g00000 batch 1: InvalidBatch : Field name not found : External_Id__c',
    "AsyncApiException exceptionCode='InvalidJob' exceptionMessage='Unable to find object: Contct'",
  ]) {
    it(`of classes and columns tell of no login: ${text.slice(0, 50)}`, () => {
      expect(firstOf(text) ?? 'not-authentication').to.equal('not-authentication');
    });
  }

  it('are one sentence only where they stand near each other', () => {
    const between = (words: number): string | undefined =>
      recognizeRefusals(`The refresh token${' zu'.repeat(words)} was revoked`)[0]?.phrase;
    expect([between(20), between(30)]).to.deep.equal(['paraphrase.refresh_token-dead', undefined]);
  });

  it('tell of data, not of the login, where an object or a field is not to be seen', () => {
    for (const text of [
      "You don't have access to Secret__c on Vault__c.",
      'you don’t have access to Amount on Opportunity',
      'Error: Field Amount is not accessible',
      'Insufficient privileges on Crate__c',
      'System.AssertException: Assertion Failed',
    ])
      expect(firstOf(text), text).to.equal('not-authentication');
  });

  it('of advice are a list, not the cause', () => {
    expect(causesOf('Please make sure that the IP address is not restricted.')).to.include.members([
      'ip-restricted',
      'wrong-username-or-password',
    ]);
    expect(firstOf('Login failed. Make sure that the user is not frozen.')).to.equal('wrong-username-or-password');
  });

  it('of a gRPC status are the server’s prefix', () => {
    expect(firstOf('PERMISSION_DENIED: Error while establishing the connection to Salesforce')).to.equal(
      'network-or-proxy',
    );
  });
});

describe('unknown words under a known code', () => {
  it('are read by their nouns, and name three causes at most', () => {
    const said = (description: string): string =>
      JSON.stringify({ error: 'invalid_grant', error_description: description });
    const wanted: Record<string, string> = {
      'hybrid tokens are off for named users': 'flow-not-enabled',
      'the session verifier is gone': 'pkce-required-or-bad-verifier',
      'the requested scopes are odd': 'missing-scope',
      'certificate of this app has gone': 'jwt-wrong-key-or-cert',
      'too many of them at this hour': 'rate-limited',
    };
    for (const [description, cause] of Object.entries(wanted)) {
      const [refusal] = recognizeRefusals(said(description));
      expect(refusal, description).to.include({ code: 'invalid_grant', description });
      expect(refusal?.suspects[0], description).to.equal(cause);
      expect(refusal?.suspects.length, description).to.be.at.most(3);
    }
  });

  it('name no cause of another flow', () => {
    const text = 'invalid_grant: the frobnication is not right';
    expect(causesOf(text, 'jwt').some((cause) => cause.startsWith('refresh-token'))).to.equal(false);
    expect(causesOf(text, 'refresh-token').some((cause) => cause.startsWith('jwt-'))).to.equal(false);
  });
});

describe('what a client tells of itself', () => {
  it('is its own configuration, its own command, its own status', () => {
    const wanted: Record<string, string> = {
      'camel: loginUrl must be specified': 'client-request-malformed',
      'connector: property "clientId" has not been set': 'client-request-malformed',
      'This command requires a target org.': 'client-request-malformed',
      'bash: sf: command not found': 'cli-bug',
      'Warning: auth frobnicate is not a sf command.': 'cli-bug',
      'net/http: TLS handshake timeout': 'network-or-proxy',
      'The handshake operation timed out': 'network-or-proxy',
      'You must submit either a security token or organizationId for authentication': 'client-request-malformed',
      'UNKNOWN_EXCEPTION: The reference to entity "b" must end with the \';\' delimiter.': 'client-request-malformed',
      'System.CalloutException: Unauthorized endpoint, please check Setup->Security->Remote site settings.':
        'not-authentication',
    };
    for (const [text, cause] of Object.entries(wanted)) expect(firstOf(text), text).to.equal(cause);
  });

  it('accuses no host by a bare status of the token endpoint', () => {
    const [refusal] = recognizeRefusals('response code 400: POST https://login.salesforce.com/services/oauth2/token');
    expect(refusal).to.include({ phrase: 'http.400_token', status: 400 });
    expect(refusal?.suspects.slice(0, 3)).not.to.include('wrong-endpoint');
  });

  it('decides by what leaves nothing open', () => {
    const decidedBy = (text: string): unknown => rankCauses(recognizeRefusals(text))[0];
    expect(decidedBy('<passwordExpired>true</passwordExpired>')).to.deep.equal({
      cause: 'password-expired',
      standing: 'confirmed',
    });
    for (const [text, cause] of [
      ['ExceededQuota : ApiBatchItems Limit exceeded', 'rate-limited'],
      ['Error: socket hang up', 'network-or-proxy'],
    ] as const)
      expect(decidedBy(text), text).to.deep.equal({ cause, standing: 'confirmed' });
  });

  it('is known from another server’s own words', () => {
    expect(
      recognizeRefusals('{"error":"invalid_request","error_description":"code challenge required"}')[0],
    ).to.include({ provider: 'IdentityServer' });
  });
});
