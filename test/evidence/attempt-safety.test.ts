import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { AuthInfo, StateAggregator } from '@salesforce/core';
import { expect } from 'chai';
import { gather, type Gathered, type GatherRequest } from '../../src/evidence/gather.ts';
import { believedKind } from '../../src/evidence/login/index.ts';
import { Trouble } from '../../src/model/index.ts';
import { json, tinyServer, type TinyServer } from '../oauth/server.ts';
import { enterHome, storeCi, username, type Home } from './local/home.ts';

describe('one attempt with a stored refresh token', () => {
  let home: Home;
  let server: TinyServer;
  let answer: (response: ServerResponse) => void;
  const rotated = { access_token: '00D000000000001!NEW', refresh_token: '5Aep861NEW' };
  beforeEach(async () => {
    home = enterHome();
    server = await tinyServer((seen, response) =>
      seen.path === '/services/oauth2/token' && !seen.body.includes('made-up')
        ? answer(response)
        : json(response, 404, {}),
    );
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key', loginUrl: server.url });
    answer = (response) => json(response, 200, rotated);
  });
  afterEach(async () => {
    home.leave();
    await server.close();
  });

  const look = (more: Partial<GatherRequest> = {}): Promise<Gathered> =>
    gather({
      integration: { login: 'ci', flow: 'refresh-token', sourceIps: [] },
      offline: false,
      probe: false,
      attempt: true,
      wanted: new Set(),
      now: Date.now,
      timeoutMs: 100,
      ...more,
    });
  const refreshes = (): number => server.seen.filter(({ body }) => body.includes('grant_type=refresh_token')).length;
  const kept = async (): Promise<string | undefined> => {
    StateAggregator.clearInstance();
    return (await AuthInfo.create({ username })).getFields(true).refreshToken;
  };

  it('waits for a slow answer, and keeps the token that comes with it', async () => {
    answer = (response) => void setTimeout(() => json(response, 200, rotated), 600);
    expect((await look()).rotation).to.equal('saved');
    expect(await kept()).to.equal('5Aep861NEW');
  });

  it('does not know what became of the token where no answer came', async () => {
    answer = (response) => response.destroy();
    expect((await look()).rotation).to.equal('unknown');
    answer = (response) => response.writeHead(504).end();
    expect((await look()).rotation).to.equal('unknown');
  });

  it('has lost nothing where nothing was sent, or where it was refused', async () => {
    answer = (response) => json(response, 400, { error: 'invalid_grant' });
    expect((await look()).rotation).to.equal('none');
    const { url } = server;
    await server.close();
    const { rotation, evidence } = await look();
    expect([rotation, evidence.attempt.state]).to.deep.equal(['none', 'unknown']);
    expect(url).to.equal(server.url);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`is not cut off by ${signal}: the token is kept, then the command ends`, async () => {
      const source = Object.assign(new EventEmitter(), { exit: (code: number) => void ended.push(code) });
      const ended: number[] = [];
      let [early, told] = [0, 0];
      source.on(signal, () => (early += 1));
      answer = (response) => {
        source.emit(signal);
        source.emit(signal);
        json(response, 200, rotated);
      };
      await look({ process: source, onHeld: () => (told += 1) });
      expect([early, told, ended]).to.deep.equal([0, 1, [signal === 'SIGINT' ? 130 : 143]]);
      expect(await kept()).to.equal('5Aep861NEW');
      source.emit(signal);
      expect(early).to.equal(1);
    });
  }

  it('goes to no host but those of the stored login, and asks nothing before it says so', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientSecret: 'CANARY', loginUrl: 'https://login.salesforce.com' });
    const integration = { login: 'ci', loginUrl: server.url, sourceIps: [] };
    const error = await look({ integration }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(Trouble).and.include({ key: 'attempt-foreign-host' });
    expect(server.seen).to.deep.equal([]);
    expect((await look({ integration, attempt: false })).evidence.attempt.state).to.equal('unknown');
  });

  it('is said where it was asked for and not made, and no flag that was given is named', async () => {
    storeCi(home, {});
    const { evidence } = await look({ integration: { login: 'ci', sourceIps: [] } });
    expect(evidence.attempt).to.deep.equal({ state: 'unknown', reason: 'depends-on-unknown' });
    const byKey = { username, app: 'Marketing Sync', loginUrl: server.url, sourceIps: [] };
    const { evidence: other } = await look({ integration: byKey, keyFile: 'server.key' });
    expect(other.attempt).to.deep.equal({ state: 'unknown', reason: 'depends-on-unknown', cure: '--target-org' });
    expect(refreshes()).to.equal(0);
  });

  for (const flow of ['password', 'soap-login'] as const) {
    it(`names no flag that could help with ${flow}`, async () => {
      const { evidence } = await look({ integration: { flow, sourceIps: [] }, attempt: false });
      expect(evidence.attempt).to.deep.equal({ state: 'unknown', reason: 'not-asked' });
    });
  }
});

describe('the audience of an assertion', () => {
  it('is not chosen by a host that is not Salesforce’s', () => {
    expect(believedKind('https://login.salesforce.com.evil.example', 'login')).to.equal('other');
    expect(believedKind('https://acme.my.salesforce.com', 'my-domain')).to.equal('my-domain');
    expect(believedKind('http://127.0.0.1:1234', 'login')).to.equal('login');
  });
});
