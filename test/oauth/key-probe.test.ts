import { expect } from 'chai';
import fc from 'fast-check';
import { askWhetherKeyIsKnown } from '../../src/oauth/index.ts';
import { readProbeAnswer } from '../../src/oauth/key-probe.ts';
import { json, tinyServer } from './server.ts';

const body = (error: string, description: string): string => JSON.stringify({ error, error_description: description });

describe('the probe of a consumer key', () => {
  const cases: ReadonlyArray<readonly [string, string, 'known' | 'unknown' | 'unclear']> = [
    ['invalid_client_id', 'client identifier invalid', 'unknown'],
    ['invalid_grant', 'expired access/refresh token', 'known'],
    ['invalid_grant', 'Expired access/refresh token', 'known'],
    ['invalid_client', 'invalid client credentials', 'known'],
    ['invalid_client', 'app must be installed into org', 'unclear'],
    ['OAUTH_EC_APP_NOT_FOUND', 'External client app is not installed in this org', 'unclear'],
    ['invalid_grant', 'token request is already being processed', 'unclear'],
  ];
  for (const [code, description, answer] of cases) {
    it(`reads ${code}: ${description} as ${answer}`, () => {
      expect(readProbeAnswer(body(code, description))).to.deep.equal({ answer, code, description });
    });
  }

  it('is unclear about every text that is not an OAuth error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readProbeAnswer(text).answer).to.equal('unclear');
      }),
    );
    expect(readProbeAnswer('<!DOCTYPE HTML><title>Error Page</title>')).to.deep.equal({ answer: 'unclear' });
  });

  it('is asked once, with the key and no secret', async () => {
    const server = await tinyServer((_seen, response) => {
      json(response, 400, { error: 'invalid_client_id', error_description: 'client identifier invalid' });
    });
    const answer = await askWhetherKeyIsKnown({ loginUrl: `${server.url}/`, consumerKey: '3MVG9key', timeoutMs: 5000 });
    await server.close();
    expect(answer).to.have.property('answer', 'unknown');
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['POST /services/oauth2/token']);
    expect(Object.fromEntries(new URLSearchParams(server.seen[0]?.body))).to.deep.equal({
      grant_type: 'refresh_token',
      client_id: '3MVG9key',
      refresh_token: 'made-up-by-sf-plugin-auth-doctor',
    });
  });
});
