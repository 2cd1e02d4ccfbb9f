import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import type { Given } from '../../src/input/doctor/given.ts';
import { readRequest } from '../../src/input/doctor/request.ts';
import type { LookRequest } from '../../src/look/look.ts';
import type { LoginStore } from '../../src/input/stored-login.ts';
import type { StoredLogin } from '../../src/model/index.ts';
import { keyOfLater } from './trouble-key.ts';

const logins: readonly StoredLogin[] = [
  {
    username: 'ci@acme.com',
    alias: 'ci',
    orgId: '00D5e000001AbCdEAK',
    instanceUrl: 'https://acme.my.salesforce.com',
    loginUrl: 'https://login.salesforce.com',
    clientId: 'stored-key',
    kind: 'jwt',
    keyFile: '/keys/server.key',
    decrypts: true,
  },
  { username: 'ada@acme.com', alias: 'prod', orgId: '00D5e000001AbCd', kind: 'refresh-token', decrypts: true },
  { username: 'bob@other.com', alias: 'other', orgId: '00D5e000009ZzZz', kind: 'refresh-token', decrypts: true },
];

const store: LoginStore = {
  read: (name) => Promise.resolve(logins.find(({ alias, username }) => alias === name || username === name)),
  names: () => Promise.resolve(logins.flatMap(({ alias = '', username }) => [alias, username])),
};

const ask = (given: Partial<Given>, around: { stdin?: string; configuredOrg?: string } = {}): Promise<LookRequest> =>
  readRequest(
    { offline: false, 'no-probe': false, attempt: false, ...given },
    {
      store,
      stdin: Readable.from([Buffer.from(around.stdin ?? '')]),
      now: Date.parse('2026-11-23T12:00:00Z'),
      configuredOrg: around.configuredOrg,
    },
  );

describe('from flags to a request', () => {
  it('takes what is given, tidied', async () => {
    const { orgAsked, ...request } = await ask({
      'target-org': 'prod',
      username: 'u@acme.com',
      app: 'Marketing Sync',
      flow: 'web',
      'login-url': 'acme.my.salesforce.com',
      'source-ip': ['203.0.113.7', '203.0.113.7', '10.0.0.0/8'],
      error: 'invalid_grant',
      at: '2026-11-23 02:14',
      'api-version': '64.0',
    });
    expect(request).to.deep.equal({
      integration: {
        username: 'u@acme.com',
        app: 'Marketing Sync',
        flow: 'web',
        loginUrl: 'https://acme.my.salesforce.com',
        sourceIps: ['203.0.113.7', '10.0.0.0/8'],
      },
      errorText: 'invalid_grant',
      failedAt: '2026-11-23T02:14:00.000Z',
      targetOrg: 'prod',
      apiVersion: '64.0',
      introspect: false,
      offline: false,
      probe: true,
      attempt: false,
    });
    expect(orgAsked).to.equal(true);
  });

  it('fills in what the stored login knows', async () => {
    const request = await ask({ login: 'ci' });
    expect(request.integration).to.deep.equal({
      username: 'ci@acme.com',
      consumerKey: 'stored-key',
      flow: 'jwt',
      loginUrl: 'https://login.salesforce.com',
      login: 'ci',
      sourceIps: [],
    });
    expect(request.keyFile).to.equal('/keys/server.key');
  });

  it('puts what is given before what is stored', async () => {
    const request = await ask({ login: 'ci', username: 'u@acme.com', flow: 'web', 'jwt-key-file': 'k.pem' });
    expect(request.integration).to.include({ username: 'u@acme.com', flow: 'web', login: 'ci' });
    expect(request.keyFile).to.equal('k.pem');
  });

  it('knows a consumer key, and what a private key is for', async () => {
    const key = '3MVG9AbCdEfGhIjKlMnOpQrStUvWxYz.0123456789';
    const request = await ask({ app: key, 'jwt-key-file': 'k.pem' });
    expect(request.integration).to.deep.equal({ app: key, consumerKey: key, flow: 'jwt', sourceIps: [] });
  });

  it('asks nobody where it is told so', async () => {
    expect((await ask({ app: 'x', 'no-probe': true })).probe).to.equal(false);
    expect(await ask({ app: 'x', offline: true })).to.include({ offline: true, probe: false });
  });

  describe('the default org', () => {
    const org = async (given: Partial<Given>, configuredOrg: string): Promise<string | undefined> =>
      (await ask(given, { configuredOrg })).targetOrg;

    it('is used where there is a user or an app to look for', async () => {
      expect(await org({ username: 'u@acme.com' }, 'prod')).to.equal('prod');
      expect(await org({ app: 'x' }, 'prod')).to.equal('prod');
      expect((await ask({ app: 'x' }, { configuredOrg: 'prod' })).orgAsked).to.equal(false);
    });
    it('is not used for a text alone, nor offline', async () => {
      expect(await org({ error: 'invalid_grant' }, 'prod')).to.equal(undefined);
      expect(await org({ app: 'x', offline: true }, 'prod')).to.equal(undefined);
    });
    it('is never the login that fails, nor a login of another org, nor one that is not there', async () => {
      expect(await org({ login: 'ci' }, 'ci@acme.com')).to.equal(undefined);
      expect(await org({ login: 'ci' }, 'other')).to.equal(undefined);
      expect(await org({ login: 'ci' }, 'gone')).to.equal(undefined);
      expect(await org({ login: 'ci' }, 'prod')).to.equal('prod');
    });
  });

  describe('wrong usage', () => {
    const cases: ReadonlyArray<readonly [string, Partial<Given>, string]> = [
      ['nothing', {}, 'nothing-given'],
      ['only where to look', { 'target-org': 'prod' }, 'nothing-given'],
      ['an empty value', { username: '' }, 'flag-empty'],
      ['an empty value among others', { app: 'x', 'source-ip': ['10.0.0.1', ' '] }, 'flag-empty'],
      ['an attempt with nothing', { username: 'u', attempt: true }, 'attempt-without-credential'],
      ['an attempt with a key and no user', { 'jwt-key-file': 'k', attempt: true }, 'attempt-without-user'],
      ['an attempt with a password', { login: 'ci', flow: 'password', attempt: true }, 'attempt-with-password'],
      ['an attempt by SOAP login()', { login: 'ci', flow: 'soap-login', attempt: true }, 'attempt-with-password'],
      ['no date', { app: 'x', at: 'noon' }, 'time-invalid'],
      ['no address', { app: 'x', 'source-ip': ['acme.com'] }, 'address-invalid'],
      ['no URL', { app: 'x', 'login-url': 'a b' }, 'login-url-invalid'],
      ['a login that is not stored', { login: 'c1' }, 'login-unknown'],
      ['a login whose name is like no other', { login: 'nope' }, 'login-unlike'],
      ['a target org whose name is like no other', { app: 'x', 'target-org': 'nope' }, 'target-org-unlike'],
      ['a target org that is not stored', { app: 'x', 'target-org': 'porod' }, 'target-org-unknown'],
      ['a file that is not there', { 'error-file': '/nowhere/at/all.log' }, 'error-file-unreadable'],
      ['a folder', { 'error-file': tmpdir() }, 'error-file-unreadable'],
      ['an empty standard input', { 'error-file': '-' }, 'error-text-empty'],
    ];
    for (const [name, given, key] of cases) {
      it(`${name}: ${key}`, async () => expect(await keyOfLater(ask(given))).to.equal(key));
    }

    it('offers the nearest names first', async () => {
      const trouble: unknown = await ask({ login: 'prd' }).catch((error: unknown) => error);
      expect(trouble)
        .to.have.nested.property('values.names')
        .that.matches(/^prod(?:, |$)/u);
    });
  });

  describe('the error text', () => {
    let folder = '';
    before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'error-text-'))));
    after(() => rm(folder, { recursive: true }));
    const fromFile = async (content: Uint8Array): Promise<string | undefined> => {
      const file = path.join(folder, 'error.log');
      await writeFile(file, content);
      return (await ask({ 'error-file': file })).errorText;
    };

    it('comes from standard input', async () => {
      expect((await ask({ 'error-file': '-' }, { stdin: 'invalid_grant\n' })).errorText).to.equal('invalid_grant\n');
    });
    it('is read as UTF-8 and, by its mark, as UTF-16', async () => {
      expect(await fromFile(Buffer.from('\uFEFFfalsch: ä'))).to.equal('falsch: ä');
      expect(await fromFile(Buffer.from('\uFEFFfalsch: ä', 'utf16le'))).to.equal('falsch: ä');
      expect(await fromFile(Buffer.from('\uFEFFfalsch: ä', 'utf16le').swap16())).to.equal('falsch: ä');
    });
    it('may not be empty, nor larger than what is worth reading', async () => {
      expect(await keyOfLater(fromFile(Buffer.from(' \n')))).to.equal('error-text-empty');
      expect(await keyOfLater(fromFile(Buffer.alloc(33 * 1024 * 1024, 'x')))).to.equal('error-text-too-large');
    });
  });
});
