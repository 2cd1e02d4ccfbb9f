import { Lifecycle } from '@salesforce/core';
import { expect } from 'chai';
import { look, type LookRequest } from '../../src/look/look.ts';
import { valueOf } from '../../src/model/index.ts';
import { enterHome, storeCi, type Home } from '../evidence/local/home.ts';
import { keyOfLater } from '../input/trouble-key.ts';
import { json, tinyServer, type TinyServer } from '../oauth/server.ts';

const gathering = { wanted: new Set(['user', 'app', 'loginRows', 'refusals'] as const) };

describe('a look where the org cannot be used', () => {
  let home: Home;
  let server: TinyServer;
  let warned: string[] = [];
  before(() => Lifecycle.getInstance().onWarning((text) => Promise.resolve(void warned.push(text))));
  beforeEach(async () => {
    warned = [];
    home = enterHome();
    server = await tinyServer((_seen, response) =>
      json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'x' }]),
    );
    storeCi(home, { instanceUrl: server.url, loginUrl: server.url });
  });
  afterEach(async () => {
    home.leave();
    await server.close();
  });

  const asked = (more: Partial<LookRequest> = {}): LookRequest => ({
    integration: { username: 'u@acme.example', app: 'Sync', sourceIps: [] },
    targetOrg: 'ci',
    orgAsked: true,
    offline: false,
    probe: true,
    attempt: false,
    ...more,
  });

  it('still reads the text that the person has, and says what is wrong with the org', async () => {
    const { evidence, port } = await look(
      asked({ errorText: "invalid_grant: user hasn't approved this consumer" }),
      gathering,
    );
    expect(valueOf(evidence.refusals)).to.have.length(1);
    expect(evidence.user.state).to.equal('unknown');
    expect(port).to.equal(undefined);
    expect(warned.join()).to.include('cannot be looked into');
  });

  it('ends where it was named and nothing else is known', async () => {
    expect(await keyOfLater(look(asked(), gathering))).to.equal('target-org-unusable');
    expect(warned).to.deep.equal([]);
  });

  it('is left out where it is only the default, and that is told', async () => {
    await look(asked({ orgAsked: false }), gathering);
    expect(warned.join()).to.include('default org ci');
  });
});

describe('the clock of a look', () => {
  it('stops it, whoever is silent', async () => {
    const home = enterHome();
    const server = await tinyServer(() => undefined);
    try {
      storeCi(home, { instanceUrl: server.url, loginUrl: server.url });
      const started = performance.now();
      const { evidence } = await look(
        {
          integration: { username: 'u@acme.example', app: 'Sync', loginUrl: server.url, sourceIps: [] },
          targetOrg: 'ci',
          offline: false,
          probe: true,
          attempt: false,
          signal: AbortSignal.timeout(500),
        },
        gathering,
      );
      expect(performance.now() - started).to.be.lessThan(5000);
      expect(evidence.user).to.include({ state: 'unknown', reason: 'timed-out' });
    } finally {
      home.leave();
      await server.close();
    }
  });
});
