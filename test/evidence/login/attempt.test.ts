import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { attemptLogin, type AttemptEvidence, type AttemptQuestion } from '../../../src/evidence/login/index.ts';
import { jwtCredential, type Credential } from '../../../src/oauth/index.ts';
import { rsaPem, rsaPublicPem } from '../../oauth/keys.ts';
import { json, tinyServer, type Seen, type TinyServer } from '../../oauth/server.ts';

type Answering = (seen: Seen, response: ServerResponse) => void;

const now = Date.UTC(2026, 10, 23);
const username = 'integration@acme.example';
const credential = jwtCredential({ pem: rsaPem, consumerKey: '3MVG9key', username });
const question: Omit<AttemptQuestion, 'loginUrl'> = { allowed: true, offline: false, credential, now, timeoutMs: 5000 };
const query = 'GET /services/data/v60.0/query?q=SELECT+Id+FROM+Organization+LIMIT+1';
const expired = 'The users password has expired, you must call SetPassword before attempting any other API operations';

describe('attemptLogin', () => {
  let server: TinyServer;
  let atToken: Answering;
  let atApi: Answering;
  before(async () => {
    server = await tinyServer((seen, response) =>
      (seen.path === '/services/oauth2/token' ? atToken : atApi)(seen, response),
    );
  });
  beforeEach(() => {
    server.seen.splice(0);
    atToken = (_seen, response) =>
      json(response, 200, {
        access_token: '00D!CANARY',
        scope: 'web api',
        instance_url: server.url,
        token_type: 'Bearer',
      });
    atApi = (_seen, response) => json(response, 200, { totalSize: 1, done: true, records: [] });
  });
  after(() => server.close());

  const attempt = (change: Partial<AttemptQuestion> = {}): Promise<AttemptEvidence> =>
    attemptLogin({ ...question, loginUrl: server.url, ...change });
  const asked = (): string[] => server.seen.map(({ method, path }) => `${method} ${path}`);
  const host = (): string => new URL(server.url).host;

  it('asks for one token, makes one call with it, and keeps no secret', async () => {
    const evidence = await attempt();
    expect(asked()).to.deep.equal(['POST /services/oauth2/token', query]);
    expect(server.seen[1]?.headers.authorization).to.equal('Bearer 00D!CANARY');
    expect(evidence).to.deep.equal({
      attempt: {
        state: 'known',
        value: { host: host(), granted: true, scopes: ['web', 'api'], api: 'accepted' },
        source: { place: 'login-host', name: host() },
      },
      rotation: 'none',
      requests: 2,
    });
  });

  const audiences: ReadonlyArray<readonly [Partial<AttemptQuestion>, () => string]> = [
    [{}, () => server.url],
    [{ kind: 'my-domain' }, () => server.url],
    [{ kind: 'login' }, () => 'https://login.salesforce.com'],
    [{ kind: 'test' }, () => 'https://test.salesforce.com'],
    [{ kind: 'test', audienceUrl: 'https://acme.my.salesforce.com' }, () => 'https://acme.my.salesforce.com'],
  ];
  for (const [change, audience] of audiences) {
    it(`signs for the audience of ${JSON.stringify(change)}`, async () => {
      await attempt(change);
      const form = new URLSearchParams(server.seen[0]?.body);
      expect([...form.keys()]).to.deep.equal(['grant_type', 'assertion']);
      const claims = jwt.verify(form.get('assertion') ?? '', rsaPublicPem, { clockTimestamp: now / 1000 });
      expect(claims).to.deep.include({ iss: '3MVG9key', sub: username, aud: audience() });
    });
  }

  const wrongAudience = { error: 'invalid_grant', error_description: 'audience is invalid' };
  const refusedAudiences: ReadonlyArray<readonly [Partial<AttemptQuestion>, decides: boolean]> = [
    [{}, false],
    [{ kind: 'my-domain' }, false],
    [{ kind: 'login' }, true],
    [{ audienceUrl: 'https://login.salesforce.com' }, true],
  ];
  for (const [change, decides] of refusedAudiences)
    it(`${decides ? 'takes' : 'does not take'} a refused audience for the cause: ${JSON.stringify(change)}`, async () => {
      atToken = (_seen, response) => json(response, 400, wrongAudience);
      const { refusal } = await attempt(change);
      expect(refusal?.decides).to.equal(decides ? 'jwt-wrong-audience' : undefined);
      if (!decides) expect(refusal?.suspects[0]).to.equal('jwt-wrong-audience');
    });

  it('means nothing by an answer of the API, which no token endpoint gives', async () => {
    atToken = (_seen, response) => json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'no' }]);
    const { refusal } = await attempt();
    expect(refusal).to.include({ status: 401 }).and.to.not.have.property('decides');
    expect(refusal?.suspects).to.deep.equal([]);
  });

  it('gives the refusal of the token endpoint, and asks no second time', async () => {
    atToken = (_seen, response) =>
      json(response, 400, { error: 'invalid_grant', error_description: "user hasn't approved this consumer" });
    const { attempt: fact, refusal, requests } = await attempt();
    expect(fact).to.deep.nested.include({ state: 'known', 'value.granted': false });
    expect(refusal).to.deep.include({
      origin: 'attempt',
      code: 'invalid_grant',
      description: "user hasn't approved this consumer",
      status: 400,
      host: host(),
    });
    expect(requests).to.equal(1);
    expect(asked()).to.have.length(1);
  });

  it('takes neither HTML nor a redirect for a grant', async () => {
    atToken = (_seen, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>We are down for maintenance.</html>');
    expect((await attempt()).attempt).to.have.nested.property('value.granted', false);
    atToken = (_seen, response) => response.writeHead(302, { location: `${server.url}/elsewhere` }).end();
    expect((await attempt()).attempt).to.have.nested.property('value.granted', false);
    expect(asked()).to.have.length(2);
  });

  it('gives the refusal of the API, where the token was granted and is of no use', async () => {
    atApi = (_seen, response) =>
      json(response, 403, [{ message: expired, errorCode: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD' }]);
    const { attempt: fact, refusal, requests } = await attempt();
    expect(fact).to.deep.nested.include({ 'value.granted': true, 'value.api': 'refused' });
    expect(refusal).to.deep.include({
      origin: 'attempt',
      code: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD',
      status: 403,
    });
    expect(requests).to.equal(2);
  });

  it('does not take a maintenance page of the API for an answer', async () => {
    atApi = (_seen, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
    expect((await attempt()).attempt).to.have.nested.property('value.api', 'refused');
  });

  it('leaves open what the API says where it cannot be asked', async () => {
    atApi = (_seen, response) => response.destroy();
    const { attempt: fact, refusal } = await attempt();
    expect(fact)
      .to.have.property('value')
      .that.deep.equals({ host: host(), granted: true, scopes: ['web', 'api'] });
    expect(refusal).to.equal(undefined);
  });

  it('is unknown where the host is out of reach', async () => {
    const { attempt: fact } = await attempt({ loginUrl: 'https://login.salesforce.invalid' });
    expect(fact).to.deep.include({ state: 'unknown', reason: 'unreachable' });
  });

  const idle: Credential = {
    how: 'refresh-token',
    spend: () => Promise.resolve({ state: 'not-sent', why: 'not-writable' }),
  };
  const withheld: ReadonlyArray<readonly [string, Partial<AttemptQuestion>, object]> = [
    ['offline', { offline: true }, { reason: 'not-asked', cure: 'without --offline' }],
    ['without --attempt', { allowed: false }, { reason: 'not-asked', cure: '--attempt' }],
    ['without a host', { loginUrl: undefined }, { reason: 'depends-on-unknown', cure: '--login-url' }],
    [
      'without a credential',
      { credential: undefined, cure: '--jwt-key-file' },
      { reason: 'depends-on-unknown', cure: '--jwt-key-file' },
    ],
    ['with one that cannot be used', { credential: undefined }, { reason: 'depends-on-unknown' }],
    [
      'with one that was not sent',
      { credential: idle },
      { reason: 'depends-on-unknown', source: { place: 'stored-login' } },
    ],
    [
      'with a key that does not sign',
      { credential: jwtCredential({ pem: 'no key', consumerKey: '3MVG9key', username }) },
      { reason: 'depends-on-unknown', source: { place: 'key-file' } },
    ],
  ];
  for (const [name, change, fact] of withheld) {
    it(`sends nothing ${name}`, async () => {
      expect(await attempt(change)).to.deep.equal({
        attempt: { state: 'unknown', ...fact },
        rotation: 'none',
        requests: 0,
      });
      expect(asked()).to.deep.equal([]);
    });
  }
});
