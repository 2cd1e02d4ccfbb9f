import type { ServerResponse } from 'node:http';
import { expect } from 'chai';
import { pageMaintenance } from '../../../simulator/frame/pages.ts';
import { askLoginHost, loginHostNotAsked } from '../../../src/evidence/login/index.ts';
import { json, tinyServer, type Seen, type TinyServer } from '../../oauth/server.ts';

type Answering = (seen: Seen, response: ServerResponse) => void;

const now = (): number => Date.now();
const documents =
  (issuer: string, orgId?: string): Answering =>
  (seen, response) =>
    json(response, 200, seen.path.endsWith('auth-configuration') ? { OrgId: orgId, Url: issuer } : { issuer });

describe('askLoginHost', () => {
  let answering: Answering;
  let server: TinyServer;
  before(async () => {
    server = await tinyServer((seen, response) => answering(seen, response));
  });
  beforeEach(() => server.seen.splice(0));
  after(() => server.close());

  const ask = (): ReturnType<typeof askLoginHost> => askLoginHost({ url: server.url, now, timeoutMs: 5000 });
  const host = (): string => new URL(server.url).host;

  it('asks for two documents, without a token', async () => {
    answering = documents('https://acme.my.salesforce.com', '00D000000000001');
    const evidence = await ask();
    expect(server.seen.map(({ method, path }) => `${method} ${path}`).sort()).to.deep.equal([
      'GET /.well-known/auth-configuration',
      'GET /.well-known/openid-configuration',
    ]);
    expect(server.seen.filter(({ headers }) => headers.authorization !== undefined)).to.deep.equal([]);
    expect(evidence).to.deep.equal({
      loginHost: {
        state: 'known',
        value: {
          url: server.url,
          reachable: true,
          kind: 'my-domain',
          orgId: '00D000000000001',
          status: 200,
          html: false,
        },
        source: { place: 'login-host', name: host() },
      },
      clockSkew: { state: 'known', value: 0, source: { place: 'login-host', name: host() } },
      requests: 2,
    });
  });

  const kinds: ReadonlyArray<readonly [Answering, string]> = [
    [documents('https://login.salesforce.com'), 'login'],
    [documents('https://test.salesforce.com'), 'test'],
    [documents('http://127.0.0.1', '00D000000000001AAA'), 'my-domain'],
    [documents('https://idp.example'), 'other'],
    [(_seen, response) => json(response, 200, []), 'other'],
    [(_seen, response) => response.writeHead(404).end('{"issuer":'), 'other'],
  ];
  for (const [index, [answers, kind]] of kinds.entries()) {
    it(`takes a host for ${kind} by what it says of itself (${index})`, async () => {
      answering = answers;
      expect((await ask()).loginHost).to.have.nested.property('value.kind', kind);
    });
  }

  it('shows a page that is no JSON', async () => {
    answering = (_seen, response) =>
      response.writeHead(420, { 'content-type': 'text/html' }).end('<!DOCTYPE HTML>\n<title>Error Page</title>');
    expect((await ask()).loginHost).to.deep.nested.include({
      'value.status': 420,
      'value.html': true,
      'value.kind': 'other',
    });
  });

  it("knows Salesforce's own maintenance page, and takes no other page for it", async () => {
    const page =
      (body: string): Answering =>
      (_seen, response) =>
        response.writeHead(503, { 'content-type': 'text/html' }).end(body);
    answering = page(pageMaintenance);
    expect((await ask()).loginHost).to.have.nested.property('value.page', 'maintenance');
    answering = page('<html><body><h1>We are down for maintenance.</h1></body></html>');
    expect((await ask()).loginHost).to.not.have.nested.property('value.page');
  });

  it('shows where it was sent, without what the redirect carries, and does not go there', async () => {
    answering = (_seen, response) =>
      response.writeHead(302, { location: 'https://acme.my.salesforce.com/x?token=CANARY#CANARY' }).end();
    const { loginHost } = await ask();
    expect(loginHost).to.deep.nested.include({
      'value.status': 302,
      'value.redirectedTo': 'https://acme.my.salesforce.com/x',
    });
    expect(JSON.stringify(loginHost)).not.to.contain('CANARY');
    expect(server.seen).to.have.length(2);
  });

  it('sees a clock that is off', async () => {
    answering = documents('https://login.salesforce.com');
    const ahead = await askLoginHost({ url: server.url, now: () => Date.now() + 600_000, timeoutMs: 5000 });
    expect(ahead.clockSkew).to.have.property('value').that.is.within(598_000, 602_000);
  });

  it('knows nothing of the clock of a host that does not tell the time', async () => {
    answering = (_seen, response) => {
      response.sendDate = false;
      json(response, 200, { issuer: 'https://login.salesforce.com' });
    };
    expect((await ask()).clockSkew).to.deep.include({ state: 'unknown', reason: 'depends-on-unknown' });
  });

  it('is known to be out of reach, with the code', async () => {
    const url = 'https://acme.my.salesforce.invalid';
    const source = { place: 'login-host', name: 'acme.my.salesforce.invalid' };
    expect(await askLoginHost({ url, now, timeoutMs: 5000 })).to.deep.equal({
      loginHost: { state: 'known', value: { url, reachable: false, trouble: 'ENOTFOUND' }, source },
      clockSkew: { state: 'unknown', reason: 'unreachable', source },
      requests: 2,
    });
  });

  it('says that it timed out', async () => {
    answering = () => undefined;
    const evidence = await askLoginHost({ url: server.url, now, timeoutMs: 100 });
    expect(evidence.loginHost).to.deep.nested.include({ 'value.reachable': false, 'value.trouble': 'ETIMEDOUT' });
    expect(evidence.clockSkew).to.deep.include({ state: 'unknown', reason: 'timed-out' });
  });

  it('takes what one document gives where the other fails', async () => {
    answering = (seen, response) => {
      if (seen.path.endsWith('openid-configuration')) response.destroy();
      else json(response, 200, { OrgId: '00D000000000001' });
    };
    const { loginHost, clockSkew } = await ask();
    expect(loginHost).to.deep.nested.include({ 'value.reachable': true, 'value.kind': 'my-domain' });
    expect(clockSkew).to.have.property('value', 0);
  });

  it('names the flag that would let it ask', () => {
    const offline = { state: 'unknown', reason: 'not-asked', cure: 'without --offline' };
    expect(loginHostNotAsked(true)).to.deep.equal({ loginHost: offline, clockSkew: offline, requests: 0 });
    expect(loginHostNotAsked(false).loginHost).to.deep.include({ reason: 'not-asked', cure: '--login-url' });
  });
});
