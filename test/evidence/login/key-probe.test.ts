import { expect } from 'chai';
import { probeKey, type KeyProbeQuestion } from '../../../src/evidence/login/index.ts';
import { json, tinyServer } from '../../oauth/server.ts';

const question: KeyProbeQuestion = {
  loginUrl: 'http://login.salesforce.invalid',
  consumerKey: '3MVG9key',
  offline: false,
  probe: true,
  timeoutMs: 5000,
};

describe('probeKey', () => {
  it('is known with the host that answered', async () => {
    const server = await tinyServer((_seen, response) =>
      json(response, 400, { error: 'invalid_client_id', error_description: 'client identifier invalid' }),
    );
    const { host } = new URL(server.url);
    const evidence = await probeKey({ ...question, loginUrl: server.url });
    await server.close();
    expect(server.seen).to.have.length(1);
    expect(evidence).to.deep.equal({
      keyProbe: {
        state: 'known',
        value: { host, answer: 'unknown', code: 'invalid_client_id', description: 'client identifier invalid' },
        source: { place: 'login-host', name: host },
      },
      requests: 1,
    });
  });

  it('is unknown where the host is out of reach', async () => {
    const { keyProbe, requests } = await probeKey(question);
    expect(keyProbe).to.deep.include({ state: 'unknown', reason: 'unreachable' });
    expect(requests).to.equal(1);
  });

  const withheld: ReadonlyArray<readonly [Partial<KeyProbeQuestion>, string]> = [
    [{ offline: true, probe: false }, 'without --offline'],
    [{ probe: false }, 'without --no-probe'],
    [{ loginUrl: undefined }, '--login-url'],
    [{ consumerKey: undefined }, '--app'],
  ];
  for (const [change, cure] of withheld) {
    it(`sends nothing and names the cure: ${cure}`, async () => {
      const evidence = await probeKey({ ...question, ...change });
      expect(evidence).to.deep.equal({ keyProbe: { state: 'unknown', reason: 'not-asked', cure }, requests: 0 });
    });
  }
});
