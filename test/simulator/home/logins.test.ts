import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { homeEnvironment } from '../../../simulator/home/env.ts';
import { storeLogin } from '../../../simulator/home/logins.ts';
import type { StoredLogin } from '../../../simulator/home/logins.ts';
import { parsed, run } from '../../support/cli.ts';

/** What core itself reads from a home: decrypted fields by alias. */
const asCoreReads = `
import { AuthInfo, StateAggregator } from '@salesforce/core';
const { aliases } = await StateAggregator.getInstance();
const read = async (alias) => {
  const info = await AuthInfo.create({ username: aliases.getUsername(alias) });
  const { accessToken, refreshToken, privateKey, clientId, instanceUrl, loginUrl } = info.getFields(true);
  return { jwt: info.isJwt(), accessTokenOnly: info.isAccessTokenFlow(), accessToken, refreshToken, privateKey, clientId, instanceUrl, loginUrl };
};
console.log(JSON.stringify({ admin: await read('admin'), ci: await read('ci') }));
`;

const login = (given: Partial<StoredLogin> & { alias: string; username: string }): StoredLogin => ({
  orgId: '00DHn0000000001MAA',
  instanceUrl: 'http://127.0.0.1:1',
  loginUrl: 'http://127.0.0.1:2',
  accessToken: `00DHn0000000001!AQ.${given.alias}`,
  isSandbox: false,
  orgName: 'Acme',
  instanceName: 'USA654',
  organizationType: 'Enterprise Edition',
  apiVersion: '67.0',
  ...given,
});

describe('storeLogin', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(path.join(os.tmpdir(), 'home-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const read = async (): Promise<Record<'admin' | 'ci', Record<string, unknown>>> =>
    parsed(
      await run(process.execPath, ['--input-type=module', '--eval', asCoreReads], { env: homeEnvironment(home) }),
    ) as Record<'admin' | 'ci', Record<string, unknown>>;

  it('stores logins that @salesforce/core decrypts, under their aliases', async () => {
    storeLogin(home, login({ alias: 'admin', username: 'admin@acme.com' }));
    storeLogin(
      home,
      login({ alias: 'ci', username: 'ci@acme.com', clientId: '3MVG9abc', privateKey: '/keys/server.key' }),
    );

    const { admin, ci } = await read();

    expect(admin).to.include({ accessTokenOnly: true, jwt: false, accessToken: '00DHn0000000001!AQ.admin' });
    expect(ci).to.include({
      jwt: true,
      clientId: '3MVG9abc',
      privateKey: '/keys/server.key',
      loginUrl: 'http://127.0.0.1:2',
    });
  });

  it('stores a refresh token as a login that is neither JWT nor a bare access token', async () => {
    storeLogin(home, login({ alias: 'admin', username: 'admin@acme.com' }));
    storeLogin(home, login({ alias: 'ci', username: 'ci@acme.com', refreshToken: '5Aep861xyz' }));

    expect((await read()).ci).to.include({ jwt: false, accessTokenOnly: false, refreshToken: '5Aep861xyz' });
  });

  it('keeps secrets out of the file, and the key to itself', () => {
    storeLogin(
      home,
      login({ alias: 'ci', username: 'ci@acme.com', refreshToken: '5Aep861xyz', clientSecret: 'C0FFEE' }),
    );

    const file = readFileSync(path.join(home, '.sfdx', 'ci@acme.com.json'), 'utf8');
    expect(file).not.to.match(/5Aep861xyz|C0FFEE|00DHn0000000001!/u);
    expect(statSync(path.join(home, '.sfdx', 'key.json')).mode & 0o777).to.equal(0o600);
  });
});

/** A machine on which every name resolves. */
const everyNameResolves = `require('node:dns').lookup = (_name, ...rest) => rest.at(-1)(null, '192.0.2.1', 4);`;

describe('homeEnvironment', () => {
  const before = process.env.NODE_OPTIONS;
  afterEach(() => {
    if (before === undefined) delete process.env.NODE_OPTIONS;
    else process.env.NODE_OPTIONS = before;
  });

  it('keeps the real login hosts from resolving, other names and other options alone', async () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'home with blank '));
    const stub = path.join(home, 'stub.cjs');
    writeFileSync(stub, everyNameResolves);
    process.env.NODE_OPTIONS = `--require "${stub}"`;
    const script = `
      const dns = require('node:dns');
      const look = (name) => new Promise((done) => dns.lookup(name, (error, address) => done(error?.code ?? address)));
      Promise.all(['login.salesforce.com', 'acme.my.salesforce.com', 'example.com'].map(look)).then((all) => console.log(JSON.stringify(all)));`;

    const ran = await run(process.execPath, ['--eval', script], { env: homeEnvironment(home) });

    rmSync(home, { recursive: true, force: true });
    expect(parsed(ran)).to.deep.equal(['ENOTFOUND', 'ENOTFOUND', '192.0.2.1']);
  });
});
