import type { RequestListener } from 'node:http';
import { expect } from 'chai';
import type { OrgRequest } from '../../src/evidence/org-port.ts';
import { good, send, talk, type Heard } from './support/listening-org.ts';

const get = (path: string): OrgRequest => ({ kind: 'get', path });
const soql = (text: string, api = ''): OrgRequest => get(`${api}query?q=${encodeURIComponent(text)}`);

const two = [soql('SELECT Id, Name FROM User'), soql('SELECT Id, Name FROM Profile', 'tooling/')];

const rows = (records: readonly unknown[], done = true): string =>
  JSON.stringify({ totalSize: records.length, done, records });
const whole = { Id: '1', Name: 'a' };

const notFound = send(404, JSON.stringify([{ errorCode: 'NOT_FOUND', message: 'no such resource' }]));

/** Answers a GET with one whole row, and envelopes as told. */
const withEnvelopes =
  (enveloped: RequestListener) =>
  ({ method }: Heard): RequestListener =>
    method === 'GET' ? send(200, rows([whole])) : enveloped;

const both = (result: unknown): RequestListener => {
  const parts = [result];
  return (request, response) =>
    send(
      200,
      JSON.stringify(
        request.url?.endsWith('/batch') === true
          ? { results: parts.map((one) => ({ statusCode: 200, result: one })) }
          : { compositeResponse: parts.map((one) => ({ httpStatusCode: 200, body: one, referenceId: 'part0' })) },
      ),
    )(request, response);
};

const bodies = (answers: readonly unknown[]): readonly unknown[] =>
  answers.map((one) => (one as { body?: unknown }).body);

describe('what an envelope keeps from being answered', () => {
  it('is not asked of an envelope that no document allows: the Tooling API has one of its own', async () => {
    await talk(good, async ({ port, heard }) => {
      await port.wave([...two, ...Array.from({ length: 6 }, (_none, at) => soql(`SELECT Id${at} FROM X`, 'tooling/'))]);
      expect(heard.map(({ url }) => url.replace('/services/data/v64.0/', '')).toSorted()).to.deep.equal([
        'composite/batch',
        'tooling/composite',
        'tooling/composite',
      ]);
      for (const { url, body } of heard)
        expect(body.includes('/tooling/query'), url).to.equal(url.endsWith('tooling/composite'));
    });
  });

  const kept: ReadonlyArray<readonly [string, RequestListener]> = [
    ['a refused envelope', notFound],
    ['half an envelope', send(200, '{"results":[{"sta')],
    ['a page instead of an envelope', send(200, '<html>Hello</html>', { 'content-type': 'text/html' })],
    ['an envelope without the part', send(200, '{"results":[],"compositeResponse":[]}')],
    ['rows without a column that was asked for', both({ totalSize: 1, done: true, records: [{ Id: '1' }] })],
    ['a page that was cut short', both({ totalSize: 38, done: false, records: [whole] })],
  ];
  for (const [what, enveloped] of kept)
    it(`is asked again alone after ${what}, in one more round trip`, async () => {
      await talk(withEnvelopes(enveloped), async ({ port, heard }) => {
        const answers = await port.wave(two);
        expect(bodies(answers)).to.deep.equal(two.map(() => ({ totalSize: 1, done: true, records: [whole] })));
        expect(port.spent()).to.deep.include({ roundTrips: 2, requests: 4 });
        expect(heard.filter(({ method }) => method === 'GET')).to.have.lengthOf(2);
      });
      await talk(withEnvelopes(enveloped), async ({ port, heard }) => {
        await port.wave(two, false);
        expect(port.spent()).to.deep.include({ roundTrips: 1, requests: 2 });
        expect(heard.filter(({ method }) => method === 'GET')).to.deep.equal([]);
      });
    });

  it('is asked alone at once where the org refused that envelope before', async () => {
    await talk(withEnvelopes(notFound), async ({ port, heard }) => {
      await port.wave(two);
      await port.wave(two);
      expect(port.spent()).to.deep.include({ roundTrips: 3, requests: 6 });
      expect(heard.filter(({ method }) => method === 'POST')).to.have.lengthOf(2);
    });
  });

  const final: ReadonlyArray<readonly [string, RequestListener]> = [
    ['an org that has enough to do', send(503, '[{"errorCode":"SERVER_UNAVAILABLE","message":"busy"}]')],
    ['an edge that counts', send(429, '<html/>')],
    ['an allowance that is used up', send(403, '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"x"}]')],
    ['a session that has ended', send(401, '[{"errorCode":"INVALID_SESSION_ID","message":"x"}]')],
  ];
  for (const [what, enveloped] of final)
    it(`is not asked again of ${what}`, async () => {
      await talk(withEnvelopes(enveloped), async ({ port, heard }) => {
        await port.wave(two);
        expect(heard.filter(({ method }) => method === 'GET')).to.deep.equal([]);
      });
    });

  it('is not asked again where the part itself was refused, or nothing was cut', async () => {
    await talk(good, async ({ port, heard }) => {
      await port.wave([get('query?q=bad')]);
      expect(heard).to.have.lengthOf(1);
    });
    const page = { totalSize: 5000, done: false, records: Array.from({ length: 2000 }, () => whole) };
    await talk(withEnvelopes(both(page)), async ({ port, heard }) => {
      await port.wave(two);
      expect(heard.filter(({ method }) => method === 'GET')).to.deep.equal([]);
    });
  });
});
