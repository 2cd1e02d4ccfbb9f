import { Readable } from 'node:stream';
import { expect } from 'chai';
import type { CheckGiven } from '../../../src/input/app-check/given.ts';
import { readAllRequest, readCheckRequest } from '../../../src/input/app-check/request.ts';
import { Trouble } from '../../../src/model/index.ts';
import type { StoredLogin } from '../../../src/model/index.ts';
import { loadWords } from '../../../src/words/index.ts';

const ci: StoredLogin = {
  username: 'integration@acme.example',
  alias: 'ci',
  orgId: '00D000000000001',
  instanceUrl: 'https://acme.my.salesforce.com',
  loginUrl: 'https://acme.my.salesforce.com',
  clientId: '3MVG9.some.key.of.an.app',
  kind: 'jwt',
  keyFile: 'server.key',
  decrypts: true,
};

const prod: StoredLogin = {
  username: 'admin@acme.example',
  orgId: '00D000000000001',
  kind: 'access-token',
  decrypts: true,
};

const store = {
  read: (name: string) => Promise.resolve({ ci, prod }[name] ?? undefined),
  names: () => Promise.resolve(['ci', 'prod']),
};

const given = (over: Partial<CheckGiven>): CheckGiven => ({
  'cert-warn-days': 30,
  all: false,
  offline: false,
  'no-probe': false,
  attempt: false,
  ...over,
});

const read = (over: Partial<CheckGiven>, configuredOrg?: string) =>
  readCheckRequest(given(over), { store, stdin: Readable.from([]), configuredOrg });

const key = '3MVG9MsdZMQmS4gADFWTjnog0_CwrWxjRFkixshNP3bP3NY6SbD2rNfogRX10ytZtce1D3AhtxHnp92z1u8Hw';

describe('the request of a check', () => {
  it('what was given goes before what is stored', async () => {
    const request = await read({ login: 'ci', app: 'Marketing Sync', username: 'other@acme.example' });
    expect(request.integration).to.include({
      username: 'other@acme.example',
      app: 'Marketing Sync',
      consumerKey: ci.clientId,
      flow: 'jwt',
      loginUrl: ci.loginUrl,
    });
    expect(request.keyFile).to.equal('server.key');
  });

  it('a consumer key is known by its form; needs are taken apart', async () => {
    const request = await read({ app: key, needs: ['mobile', 'chatter'], 'client-sends': ['secret'] });
    expect(request.integration.consumerKey).to.equal(key);
    expect(request.integration.client).to.deep.equal({
      needs: ['api', 'web', 'refresh', 'chatter'],
      certWarnDays: 30,
      sends: ['secret'],
    });
  });

  it("the CLI's default org is looked into, but not where the waiting is meant", async () => {
    expect((await read({ app: key }, 'prod')).targetOrg).to.equal('prod');
    expect(await read({ app: key, wait: 5 }, 'prod')).to.not.have.property('targetOrg');
    expect((await read({ app: key, wait: 5, 'target-org': 'prod' })).targetOrg).to.equal('prod');
  });

  it('every app: the org named, else the default one', () => {
    expect(readAllRequest(given({ all: true }), 'prod').targetOrg).to.equal('prod');
    expect(readAllRequest(given({ all: true, 'target-org': 'uat' }), 'prod').targetOrg).to.equal('uat');
  });

  const wrong: ReadonlyArray<readonly [string, Partial<CheckGiven>, string]> = [
    ['no app', { username: 'integration@acme.example' }, 'app-not-named'],
    ['an empty flag', { app: '' }, 'flag-empty'],
    ['waiting without the question', { app: key, 'no-probe': true, wait: 5 }, 'flags-clash'],
    ['an attempt with a password', { app: key, attempt: true, flow: 'password', login: 'ci' }, 'attempt-with-password'],
    ['an unknown login', { login: 'gone' }, 'login-unlike'],
  ];
  for (const [name, flags, expected] of wrong) {
    it(`${name}: ${expected}`, async () => {
      const error: unknown = await read(flags).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(Trouble);
      expect((error as Trouble).key).to.equal(expected);
      expect(loadWords().text('trouble', expected, (error as Trouble).values)).to.match(/\S/u);
    });
  }

  it('all without an org: all-without-org', () => {
    expect(() => readAllRequest(given({ all: true }), undefined)).to.throw(Trouble, 'all-without-org');
  });
});
