import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { exchange } from '../../src/oauth/index.ts';
import { json, tinyServer, type TinyServer } from './server.ts';

const timeoutMs = 5000;
const usual = { purpose: 'host-documents', timeoutMs } as const;

describe('exchange', () => {
  let server: TinyServer;
  let nobody: string;

  before(async () => {
    server = await tinyServer((seen, response) => {
      if (seen.path === '/moved') response.writeHead(302, { location: 'https://elsewhere.example/x' }).end();
      else if (seen.path === '/endless') response.writeHead(200).end('x'.repeat(1024 * 1024));
      else if (seen.path === '/cut')
        response.writeHead(200, { 'content-length': '100' }).write('{"half', () => response.destroy());
      else if (seen.path === '/reset') response.destroy();
      else if (seen.path === '/slow') response.writeHead(200).write('{');
      else json(response, 400, { error: 'invalid_grant' });
    });
  });
  before(async () => {
    const gone = await tinyServer(() => undefined);
    nobody = gone.url;
    await gone.close();
  });
  beforeEach(() => server.seen.splice(0));
  after(() => server.close());

  it('posts a form once, and gives back the answer with its date', async () => {
    const answer = await exchange({
      url: `${server.url}/token`,
      ...usual,
      form: { grant_type: 'refresh_token', client_id: 'a&b' },
    });
    expect(answer).to.deep.include({ reached: true, status: 400, body: '{"error":"invalid_grant"}' });
    expect(answer).to.have.property('contentType', 'application/json;charset=UTF-8');
    expect(answer).to.have.property('date').that.is.a('string');
    expect(server.seen).to.have.length(1);
    expect(server.seen[0]).to.deep.include({ method: 'POST', body: 'grant_type=refresh_token&client_id=a%26b' });
    expect(server.seen[0]?.headers['content-type']).to.equal('application/x-www-form-urlencoded');
  });

  it('shows a redirect and does not follow it', async () => {
    const answer = await exchange({ url: `${server.url}/moved`, ...usual, form: {} });
    expect(answer).to.deep.include({ reached: true, status: 302, location: 'https://elsewhere.example/x' });
    expect(server.seen).to.have.length(1);
  });

  it('reads no more than 256 KiB', async () => {
    const answer = await exchange({ url: `${server.url}/endless`, ...usual });
    expect(answer.reached && answer.body.length).to.equal(256 * 1024);
  });

  const troubles: ReadonlyArray<readonly [string, () => string, string]> = [
    ['a host that does not exist', () => 'http://no-such-host.invalid/', 'ENOTFOUND'],
    ['a port where nothing listens', () => nobody, 'ECONNREFUSED'],
    ['a connection that is reset', () => `${server.url}/reset`, 'ECONNRESET'],
    ['a body that ends too soon', () => `${server.url}/cut`, 'ECONNRESET'],
    ['a text that is no URL', () => 'login.salesforce.com', 'ERR_INVALID_URL'],
  ];
  for (const [name, url, trouble] of troubles) {
    it(`gives ${trouble} for ${name}`, async () => {
      // A connection that breaks may have carried the request: only what comes before is surely not sent.
      const sent = trouble === 'ECONNRESET' ? {} : { sent: false };
      expect(await exchange({ url: url(), ...usual })).to.deep.equal({ reached: false, trouble, ...sent });
    });
  }

  it('gives the code of TLS where the server speaks none', async () => {
    const answer = await exchange({ url: server.url.replace('http:', 'https:'), ...usual });
    expect(answer)
      .to.have.property('trouble')
      .that.matches(/^ERR_SSL_/u);
  });

  it('gives ETIMEDOUT for a body that does not come', async () => {
    expect(await exchange({ url: `${server.url}/slow`, ...usual, timeoutMs: 100 })).to.deep.equal({
      reached: false,
      trouble: 'ETIMEDOUT',
    });
  });

  it('sends nothing in the open that is for the host alone', async () => {
    const url = 'http://login.salesforce.invalid/';
    for (const more of [{ form: {} }, { bearer: 'x' }, { post: { contentType: 'text/xml', text: '' } }])
      expect(await exchange({ url, ...usual, ...more })).to.deep.equal({
        reached: false,
        trouble: 'NOT_PRIVATE',
        sent: false,
      });
    expect(await exchange({ url, ...usual })).to.include({ trouble: 'ENOTFOUND' });
  });

  it('tells the clock of the run from the patience with one host', async () => {
    const late = { reached: false, trouble: 'OUT_OF_TIME' };
    const url = `${server.url}/slow`;
    expect(await exchange({ url, ...usual, signal: AbortSignal.timeout(100) })).to.deep.equal(late);
    expect(await exchange({ url, ...usual, signal: AbortSignal.abort() })).to.deep.equal({ ...late, sent: false });
    expect(server.seen).to.have.length(1);
  });

  it('goes through the proxy of the environment, and tells what the proxy refused', async () => {
    const asked: string[] = [];
    const proxy = createServer((socket) => {
      socket.once('data', (data) => {
        asked.push(data.toString().split('\r\n')[0] ?? '');
        socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      });
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const { https_proxy: before } = process.env;
    process.env.https_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const answer = await exchange({ url: 'https://login.salesforce.invalid/', ...usual });
      expect(answer).to.deep.equal({ reached: false, trouble: 'PROXY_407', sent: false });
      expect(asked).to.deep.equal(['CONNECT login.salesforce.invalid:443 HTTP/1.1']);
    } finally {
      if (before === undefined) delete process.env.https_proxy;
      else process.env.https_proxy = before;
      proxy.close();
    }
  });
});
