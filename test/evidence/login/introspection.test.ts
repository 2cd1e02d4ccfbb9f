import { expect } from 'chai';
import { introspect, type IntrospectionQuestion } from '../../../src/evidence/login/index.ts';
import type { AccessToken } from '../../../src/model/index.ts';
import { json, tinyServer, type TinyServer } from '../../oauth/server.ts';

const opaque: AccessToken = { form: 'opaque', orgId: '00D000000000001' };
const token = '00D000000000001!CANARY';

const question: Omit<IntrospectionQuestion, 'loginUrl'> = {
  allowed: true,
  offline: false,
  consumerKey: '3MVG9key',
  secret: () => 'a-secret',
  token: () => `{"access_token":"${token}"}`,
  decoded: opaque,
  timeoutMs: 5000,
};

describe('introspection', () => {
  let server: TinyServer;
  let answer: { readonly status: number; readonly body: unknown };
  before(async () => {
    server = await tinyServer((_seen, response) => json(response, answer.status, answer.body));
  });
  beforeEach(() => {
    server.seen.splice(0);
    answer = { status: 200, body: { active: false } };
  });
  after(() => server.close());

  const ask = (change: Partial<IntrospectionQuestion> = {}) =>
    introspect({ ...question, loginUrl: server.url, ...change });
  const valueOf = async (change: Partial<IntrospectionQuestion> = {}) => {
    const { introspection } = await ask(change);
    return introspection.state === 'known' ? introspection.value : introspection;
  };
  const asked = (): { readonly host: string; readonly consumerKey: string } => ({
    host: new URL(server.url).host,
    consumerKey: '3MVG9key',
  });

  it('is one request with the token alone, the key and the secret', async () => {
    expect((await ask()).requests).to.equal(1);
    expect(server.seen).to.have.length(1);
    const [{ method, path, body }] = server.seen as [TinyServer['seen'][number]];
    expect(`${method} ${path}`).to.equal('POST /services/oauth2/introspect');
    expect(Object.fromEntries(new URLSearchParams(body))).to.deep.equal({
      token,
      client_id: '3MVG9key',
      client_secret: 'a-secret',
      token_type_hint: 'access_token',
    });
  });

  const hints: ReadonlyArray<readonly [AccessToken, string | null]> = [
    [{ form: 'jwt', audience: [] }, 'access_token'],
    [{ form: 'refresh-token' }, 'refresh_token'],
    [{ form: 'unknown' }, null],
  ];
  for (const [decoded, hint] of hints)
    it(`says which kind it is: ${decoded.form}`, async () => {
      await ask({ decoded });
      expect(new URLSearchParams(server.seen[0]?.body).get('token_type_hint')).to.equal(hint);
    });

  it('tells of a live token whose it is and until when, and no secret that stands there', async () => {
    const said = { client_id: '3MVG9key', username: 'sync@acme.example', scope: 'api  web', exp: 1_763_900_000 };
    answer = { status: 200, body: { active: true, ...said, sub: 'x', jti: token } };
    expect(await valueOf()).to.deep.equal({
      ...asked(),
      state: 'active',
      issuedTo: '3MVG9key',
      username: 'sync@acme.example',
      scopes: ['api', 'web'],
      expiresAt: '2025-11-23T12:13:20.000Z',
    });
    answer = { status: 200, body: { active: true, client_id: token, username: token } };
    expect(await valueOf()).to.deep.equal({ ...asked(), state: 'active' });
  });

  it('tells a dead one, and a refusal by its code', async () => {
    expect(await valueOf()).to.deep.equal({ ...asked(), state: 'inactive' });
    answer = { status: 401, body: { error: 'invalid_client', error_description: `no ${token}` } };
    const refused = await valueOf();
    expect(refused).to.include({ state: 'refused', status: 401, code: 'invalid_client' });
    expect(JSON.stringify(refused)).not.to.include('CANARY');
  });

  const strange: ReadonlyArray<readonly [number, unknown]> = [
    [200, { access_token: 'x' }],
    [200, { active: 'true' }],
    [302, {}],
    [503, { active: true }],
    [200, ['x']],
  ];
  for (const [status, body] of strange)
    it(`makes nothing of ${status} ${JSON.stringify(body)}`, async () => {
      answer = { status, body };
      expect(await valueOf()).to.include({ state: 'unknown', reason: 'refused' });
    });

  it('was not asked for without the flag', async () => {
    expect(await ask({ allowed: false })).to.deep.equal({
      introspection: { state: 'known', value: undefined, source: { place: 'asked' } },
      requests: 0,
    });
  });

  const withheld: ReadonlyArray<readonly [string, Partial<IntrospectionQuestion>, string]> = [
    ['offline', { offline: true }, 'without --offline'],
    ['without a token', { token: undefined, decoded: undefined }, '--token-file'],
    ['of an ID token', { decoded: { form: 'id-token' } }, '--token-file'],
    ['of an assertion', { decoded: { form: 'assertion' } }, '--token-file'],
    ['without a secret', { secret: undefined }, '--client-secret-file'],
    ['without an app', { consumerKey: undefined }, '--app'],
    ['without a host', { loginUrl: undefined }, '--login-url'],
  ];
  for (const [what, change, cure] of withheld)
    it(`sends nothing ${what}, and says what is missing`, async () => {
      const { introspection, requests } = await ask(change);
      expect(introspection).to.include({ state: 'unknown', cure });
      expect(requests).to.equal(0);
      expect(server.seen).to.deep.equal([]);
    });

  it('goes over no line that others can read', async () => {
    const { introspection } = await ask({ loginUrl: 'http://acme.my.salesforce.com' });
    expect(introspection).to.include({ state: 'unknown', reason: 'unreachable' });
  });
});
