import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { readStoredLogin, storedLoginNames } from '../../../src/evidence/local/index.ts';
import { enterHome, storeCi, username, type Home } from './home.ts';

describe('readStoredLogin', () => {
  let home: Home;
  beforeEach(() => {
    home = enterHome();
  });
  afterEach(() => home.leave());

  const shape = {
    username,
    alias: 'ci',
    orgId: '00D000000000001AAA',
    instanceUrl: 'https://acme.my.salesforce.com',
    loginUrl: 'https://login.salesforce.com',
  };

  it('reads a refresh-token login by alias and by username, without its secrets', async () => {
    storeCi(home, { refreshToken: '5Aep861CANARY', clientId: '3MVG9key', clientSecret: 'CANARY-SECRET' });
    const expected = { ...shape, clientId: '3MVG9key', kind: 'refresh-token', secret: true, decrypts: true };
    expect(await readStoredLogin('ci')).to.deep.equal(expected);
    expect(await readStoredLogin(username)).to.deep.equal(expected);
    expect(await readStoredLogin(username.toUpperCase())).to.deep.equal(expected);
    expect(JSON.stringify(await readStoredLogin('ci'))).not.to.contain('CANARY');
  });

  it('names the app of the CLI where a web login names none', async () => {
    storeCi(home, { refreshToken: '5Aep861CANARY' });
    expect(await readStoredLogin('ci')).to.deep.equal({
      ...shape,
      clientId: 'PlatformCLI',
      kind: 'refresh-token',
      secret: false,
      decrypts: true,
    });
  });

  it('reads a JWT login', async () => {
    storeCi(home, { privateKey: '/keys/server.key', clientId: '3MVG9key' });
    expect(await readStoredLogin('ci')).to.deep.equal({
      ...shape,
      clientId: '3MVG9key',
      keyFile: '/keys/server.key',
      kind: 'jwt',
      decrypts: true,
    });
  });

  it('takes the refresh token, as core does, where a key was left behind', async () => {
    storeCi(home, { privateKey: '/keys/server.key', refreshToken: '5Aep861CANARY', clientId: '3MVG9key' });
    expect(await readStoredLogin('ci'))
      .to.deep.include({ kind: 'refresh-token' })
      .and.not.to.have.property('keyFile');
  });

  it('reads a login that holds an access token only', async () => {
    storeCi(home);
    expect(await readStoredLogin('ci')).to.deep.equal({ ...shape, kind: 'access-token', decrypts: true });
  });

  it('knows no login of another name, nor the files beside the logins', async () => {
    storeCi(home);
    for (const name of ['nobody', 'nobody@acme.example', 'alias', 'key', '', `../.sfdx/${username}`, '__proto__'])
      expect(await readStoredLogin(name), name).to.equal(undefined);
  });

  it('knows none, and writes nothing, in an empty home', async () => {
    expect(await readStoredLogin('ci')).to.equal(undefined);
    expect(await storedLoginNames()).to.deep.equal([]);
    expect(readdirSync(home.folder)).to.deep.equal([]);
  });

  it('says that it does not decrypt with another key', async () => {
    storeCi(home, { refreshToken: '5Aep861CANARY' });
    const key = path.join(home.state, 'key.json');
    writeFileSync(key, readFileSync(key, 'utf8').replace(/[0-9a-f]{32}/u, 'f'.repeat(32)));
    expect(await readStoredLogin('ci')).to.deep.include({ kind: 'refresh-token', decrypts: false });
  });

  it('says that it does not decrypt without a key, and makes none', async () => {
    storeCi(home, { refreshToken: '5Aep861CANARY' });
    const key = path.join(home.state, 'key.json');
    rmSync(key);
    expect(await readStoredLogin('ci')).to.deep.include({ kind: 'refresh-token', decrypts: false });
    expect(existsSync(key)).to.equal(false);
  });

  it('says that it does not decrypt with a key that others may read, which the CLI refuses', async () => {
    if (process.platform === 'win32') return;
    storeCi(home, { refreshToken: '5Aep861CANARY' });
    chmodSync(path.join(home.state, 'key.json'), 0o644);
    expect(await readStoredLogin('ci')).to.deep.include({ decrypts: false });
  });

  it('says that a damaged file does not decrypt', async () => {
    storeCi(home);
    writeFileSync(path.join(home.state, `${username}.json`), '{"username":');
    expect(await readStoredLogin('ci')).to.deep.equal({ username, alias: 'ci', kind: 'unknown', decrypts: false });
  });

  it('takes an alias that is no text for none', async () => {
    storeCi(home);
    writeFileSync(path.join(home.state, 'alias.json'), '{"orgs":{"five":5,"list":["a"]}}');
    expect(await readStoredLogin('five')).to.equal(undefined);
    expect(await readStoredLogin('list')).to.equal(undefined);
    expect(await readStoredLogin(username)).to.include({ username });
  });

  it('lists aliases and usernames', async () => {
    storeCi(home);
    expect(await storedLoginNames()).to.deep.equal(['ci', username]);
  });
});
