import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { homeEnvironment } from '../../simulator/home/env.ts';
import { openOrg, type OrgRequest } from '../../src/evidence/org-port.ts';
import { Trouble } from '../../src/model/index.ts';
import { inHome } from '../support/home.ts';
import { envelope, good, json, send, talk, type Heard } from './support/listening-org.ts';

const fault = `<soapenv:Fault><faultcode>sf:INSUFFICIENT_ACCESS</faultcode><faultstring>INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions</faultstring></soapenv:Fault>`;

const get = (what: string): OrgRequest => ({ kind: 'get', path: `query?q=${what}` });
const read = (...fullNames: string[]): OrgRequest => ({ kind: 'read-metadata', type: 'ConnectedApp', fullNames });

describe('the port to an org', () => {
  it('tells which org it is, and asks nothing to know it', async () => {
    await talk(good, ({ port, heard }) => {
      expect(port).to.include({ username: 'admin@acme.com', orgId: '00D000000000001AAA', apiVersion: '64.0' });
      expect(port.instanceUrl).to.match(/^http:\/\/127\.0\.0\.1:/u);
      expect(heard).to.have.length(0);
      expect(port.spent()).to.deep.equal({ roundTrips: 0, requests: 0, calls: 0 });
      return Promise.resolve();
    });
  });

  it('sends a wave side by side and answers in the order of the questions', async () => {
    await talk(good, async ({ port, heard }) => {
      const gets = Array.from({ length: 27 }, (_none, index) => get(String(index)));
      const answers = await port.wave([read('A'), ...gets, get('bad'), read('A', 'Missing')]);
      expect(answers[1]).to.have.nested.property('body.url', 'v64.0/query?q=0');
      expect(answers[27]).to.have.nested.property('body.url', 'v64.0/query?q=26');
      expect(answers[28]).to.deep.include({ ok: false, status: 400, code: 'INVALID_TYPE' });
      expect(answers[0]).to.have.nested.property('body[0].fullName', 'A');
      expect(answers[0]).to.have.nested.property('body[0].oauthConfig.isAdminApproved', 'true');
      expect(answers[29]).to.have.nested.property('body').with.length(2);
      expect(answers[29]).to.have.nested.property('body[1]').not.have.property('fullName', 'Missing');
      expect(port.spent()).to.deep.equal({ roundTrips: 1, requests: 4, calls: 30 });
      expect(heard.map(({ method, url }) => `${method} ${url}`)).to.have.members([
        'POST /services/Soap/m/64.0',
        'POST /services/Soap/m/64.0',
        'POST /services/data/v64.0/composite/batch',
        'POST /services/data/v64.0/composite/batch',
      ]);
      const parts = heard.flatMap(({ body }) =>
        body.startsWith('{') ? [JSON.parse(body) as { batchRequests: Array<{ method: string }> }] : [],
      );
      expect(parts.flatMap(({ batchRequests }) => batchRequests.map(({ method }) => method))).to.have.length(28);
      expect(new Set(parts.flatMap(({ batchRequests }) => batchRequests.map(({ method }) => method)))).to.deep.equal(
        new Set(['GET']),
      );
    });
  });

  it('spares the org: a composite is one call for five queries, as long as the requests are few', async () => {
    await talk(good, async ({ port: { username }, heard }) => {
      const port = await openOrg(username, undefined, { sparingUpTo: 3 });
      let seen = 0;
      const paths = (): readonly string[] => {
        const now = heard.slice(seen);
        seen = heard.length;
        return now.map(({ url }) => url.split('/').slice(4).join('/'));
      };
      const describe: OrgRequest = { kind: 'get', path: 'sobjects/LoginHistory/describe' };
      const queries = Array.from({ length: 6 }, (_none, index) => get(String(index)));
      const answers = await port.wave([describe, ...queries, get('bad')]);
      expect(answers[0]).to.have.nested.property('body.url', '/services/data/v64.0/sobjects/LoginHistory/describe');
      expect(answers[6]).to.have.nested.property('body.url', '/services/data/v64.0/query?q=5');
      expect(answers[7]).to.deep.include({ ok: false, status: 400, code: 'INVALID_TYPE' });
      expect(paths()).to.deep.equal(['composite', 'composite']);
      expect(port.spent()).to.deep.equal({ roundTrips: 1, requests: 2, calls: 2 });
      // With two more there would be four requests: a batch is one, whatever it holds.
      await port.wave(queries);
      expect(paths()).to.deep.equal(['composite/batch']);
      expect(port.spent()).to.deep.equal({ roundTrips: 2, requests: 3, calls: 8 });
      // What fits into one composite is one request either way.
      await port.wave(queries.slice(1));
      expect(paths()).to.deep.equal(['composite']);
      expect(port.spent()).to.deep.equal({ roundTrips: 3, requests: 4, calls: 9 });
    });
  });

  it('counts a further page as a query of a composite', async () => {
    await talk(good, async ({ port: { username }, heard }) => {
      const port = await openOrg(username, undefined, { sparingUpTo: 9 });
      const paths = ['query/01g-2000', 'query/01g-4000', 'query?q=1', 'query?q=2', 'queryAll?q=3', 'query?q=4'];
      await port.wave(paths.map((one): OrgRequest => ({ kind: 'get', path: one })));
      const parts = heard.map(
        ({ body }) => (JSON.parse(body) as { compositeRequest: unknown[] }).compositeRequest.length,
      );
      expect(parts.toSorted()).to.deep.equal([1, 5]);
    });
  });

  it('sends nothing by composite that this would read as a reference to another part', async () => {
    await talk(good, async ({ port: { username }, heard }) => {
      const port = await openOrg(username, undefined, { sparingUpTo: 9 });
      await port.wave([get(encodeURIComponent("SELECT Id FROM User WHERE Username = 'a@{b}'"))]);
      expect(heard.map(({ url }) => url)).to.deep.equal(['/services/data/v64.0/composite/batch']);
    });
  });

  it('counts nothing for a wave of nothing', async () => {
    await talk(good, async ({ port }) => {
      expect(await port.wave([])).to.deep.equal([]);
      expect(port.spent()).to.deep.equal({ roundTrips: 0, requests: 0, calls: 0 });
    });
  });

  it('passes on how Salesforce says no', async () => {
    const no = ({ url }: Heard): RequestListener =>
      url.includes('/Soap/')
        ? send(500, envelope(fault), { 'content-type': 'text/xml; charset=utf-8' })
        : send(
            403,
            JSON.stringify([{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }]),
          );
    await talk(no, async ({ port }) => {
      const [got, component] = await port.wave([get('x'), read('A')]);
      expect(got).to.deep.equal({
        ok: false,
        status: 403,
        envelope: true,
        code: 'REQUEST_LIMIT_EXCEEDED',
        message: 'TotalRequests Limit exceeded.',
      });
      expect(component).to.include({ ok: false, code: 'INSUFFICIENT_ACCESS' });
    });
  });

  it('passes on that the session is dead', async () => {
    const dead = send(
      401,
      JSON.stringify([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]),
    );
    await talk(
      () => dead,
      async ({ port }) => {
        expect((await port.wave([get('x')]))[0]).to.include({ ok: false, code: 'INVALID_SESSION_ID' });
      },
    );
  });

  const unreachable: ReadonlyArray<readonly [string, RequestListener]> = [
    ['a maintenance page', send(503, '<html>We are down for maintenance.</html>', { 'content-type': 'text/html' })],
    [
      'a maintenance page that says 200',
      send(200, '<html>We are down for maintenance.</html>', { 'content-type': 'text/html' }),
    ],
    ['an edge that knows no such org', send(420, '<title>Error Page</title>', { 'content-type': 'text/html' })],
    ['half an answer', send(200, '{"hasErrors":false,"results":[{"statusCode":200,"res')],
    ['a cut connection', (request) => request.socket.destroy()],
    [
      'a connection that is cut in the middle of an answer',
      (_request, response) => {
        response.writeHead(200, { ...json, 'content-length': '1000' }).write('{"results":[');
        setTimeout(() => response.socket?.destroy(), 20);
      },
    ],
    ['no content', send(204, '')],
    ['a redirect on the same host', send(302, '{"results":[]}', { ...json, location: '/elsewhere' })],
  ];
  for (const [title, answer] of unreachable) {
    it(`turns ${title} into an answer`, async () => {
      await talk(
        () => answer,
        async ({ port }) => {
          for (const one of await port.wave([get('x'), get('y')])) {
            expect(one).to.include({ ok: false, trouble: 'unreachable' });
            expect(JSON.stringify(one)).not.to.contain('<');
          }
        },
      );
    });
  }

  it('turns silence into an answer', async () => {
    const silent: RequestListener = () => undefined;
    await talk(
      () => silent,
      async ({ port }) => {
        const answers = await port.wave([get('x'), read('A')]);
        expect(answers).to.deep.equal([
          { ok: false, trouble: 'timed-out', envelope: true },
          { ok: false, trouble: 'timed-out' },
        ]);
      },
      { timeoutMs: 150 },
    );
  });

  it('calls a login that is not stored the trouble that it is', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'org-port-'));
    try {
      await inHome(homeEnvironment(home), () => openOrg('nobody'));
      expect.fail('it should throw');
    } catch (error) {
      expect(error).to.be.instanceOf(Trouble);
      expect(error).to.have.property('key', 'target-org-unusable');
      expect(error).to.have.nested.property('values.org', 'nobody');
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});
