import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AuthInfo, lockInit, StateAggregator } from '@salesforce/core';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { pickCredential, readStoredLogin, type Picked } from '../../../src/evidence/local/index.ts';
import type { Answer, Credential, Form, Spent } from '../../../src/oauth/index.ts';
import { rsaPem, rsaPublicPem } from '../../oauth/keys.ts';
import { enterHome, storeCi, username, type Home } from './home.ts';

const on = { audience: 'https://login.salesforce.com', now: Date.UTC(2026, 10, 23) };
const integration = { sourceIps: [] };

const granting =
  (more: object, sent: Form[] = []) =>
  (form: Form): Promise<Answer> => {
    sent.push(form);
    const body = JSON.stringify({ access_token: '00D000000000001!NEW', ...more });
    return Promise.resolve({ reached: true, status: 200, contentType: 'application/json', body });
  };

const need = ({ credential }: Picked): Credential => {
  if (credential === undefined) throw new Error('no credential');
  return credential;
};

describe('pickCredential', () => {
  let home: Home;
  beforeEach(() => {
    home = enterHome();
  });
  afterEach(() => home.leave());

  const stored = async (): Promise<Credential> => {
    const storedLogin = await readStoredLogin('ci');
    if (storedLogin === undefined) throw new Error('no login');
    return need(await pickCredential({ integration, storedLogin }));
  };
  const loginFile = (): string => path.join(home.state, `${username}.json`);
  /** As another process finds it: through core, with nothing cached. */
  const tokenOnDisk = async (): Promise<string | undefined> => {
    StateAggregator.clearInstance();
    return (await AuthInfo.create({ username })).getFields(true).refreshToken;
  };

  it('names the flag that is missing', async () => {
    const keyPath = path.join(home.folder, 'server.key');
    expect(await pickCredential({ integration })).to.deep.equal({ cure: '--jwt-key-file' });
    expect(await pickCredential({ integration: { ...integration, flow: 'refresh-token' } })).to.deep.equal({
      cure: '--login',
    });
    expect(await pickCredential({ integration: { ...integration, flow: 'client-credentials' } })).to.deep.equal({
      cure: '--client-secret-file',
    });
    expect(await pickCredential({ integration, keyPath })).to.deep.equal({ cure: '--username' });
    expect(await pickCredential({ integration: { ...integration, username }, keyPath })).to.deep.equal({
      cure: '--app',
    });
  });

  it('sends a client secret once, and shows it nowhere', async () => {
    const clientSecret = (): string => 'CANARY-SECRET';
    const given = { ...integration, consumerKey: '3MVG9key' };
    const credential = need(await pickCredential({ integration: given, clientSecret }));
    const sent: Form[] = [];
    expect(await credential.spend(on, granting({}, sent))).to.deep.include({ state: 'sent', rotation: 'none' });
    expect(sent).to.deep.equal([
      { grant_type: 'client_credentials', client_id: '3MVG9key', client_secret: 'CANARY-SECRET' },
    ]);
    expect(JSON.stringify(credential)).to.equal('{"how":"client-credentials"}');
    expect(await pickCredential({ integration, clientSecret })).to.deep.equal({ cure: '--app' });
  });

  it('has no credential, and no flag to name, where the key file or the login cannot be used', async () => {
    const given = { ...integration, username, consumerKey: '3MVG9key' };
    expect(await pickCredential({ integration: given, keyPath: path.join(home.folder, 'gone.key') })).to.deep.equal({});
    storeCi(home);
    const storedLogin = await readStoredLogin('ci');
    expect(await pickCredential({ integration, ...(storedLogin === undefined ? {} : { storedLogin }) })).to.deep.equal(
      {},
    );
  });

  it('signs with the key file of a stored login, and shows no secret', async () => {
    const keyPath = path.join(home.folder, 'server.key');
    writeFileSync(keyPath, rsaPem);
    storeCi(home, { privateKey: keyPath, clientId: '3MVG9key' });
    const credential = await stored();
    const sent: Form[] = [];
    const spent = await credential.spend(on, granting({}, sent));
    expect(spent).to.deep.include({ state: 'sent', rotation: 'none' });
    expect(sent).to.have.length(1);
    expect(sent[0]).to.have.all.keys('grant_type', 'assertion');
    const claims = jwt.verify(sent[0]?.assertion ?? '', rsaPublicPem, { clockTimestamp: on.now / 1000 });
    expect(claims).to.deep.include({ iss: '3MVG9key', sub: username, aud: on.audience });
    expect(JSON.stringify(credential)).to.equal('{"how":"jwt"}');
  });

  it('sends nothing with a key that cannot sign', async () => {
    const keyPath = path.join(home.folder, 'server.key');
    writeFileSync(keyPath, 'no key');
    const given = { ...integration, username, consumerKey: '3MVG9key' };
    const sent: Form[] = [];
    const credential = need(await pickCredential({ integration: given, keyPath }));
    expect(await credential.spend(on, granting({}, sent))).to.deep.equal({ state: 'not-sent', why: 'unreadable' });
    expect(sent).to.deep.equal([]);
  });

  it('sends the refresh token of a stored login, and leaves the file alone where none came back', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key', clientSecret: 'CANARY-SECRET' });
    const before = readFileSync(loginFile(), 'utf8');
    const credential = await stored();
    const sent: Form[] = [];
    expect(await credential.spend(on, granting({}, sent))).to.deep.include({ state: 'sent', rotation: 'none' });
    expect(sent).to.deep.equal([
      {
        grant_type: 'refresh_token',
        refresh_token: '5Aep861OLD',
        client_id: '3MVG9key',
        client_secret: 'CANARY-SECRET',
      },
    ]);
    expect(readFileSync(loginFile(), 'utf8')).to.equal(before);
    expect(JSON.stringify(credential)).to.equal('{"how":"refresh-token"}');
  });

  it('sends no empty secret', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD' });
    const sent: Form[] = [];
    await (await stored()).spend(on, granting({}, sent));
    expect(sent).to.deep.equal([
      { grant_type: 'refresh_token', refresh_token: '5Aep861OLD', client_id: 'PlatformCLI' },
    ]);
  });

  it('saves a rotated refresh token, encrypted, and touches nothing else', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    chmodSync(loginFile(), 0o600);
    const before = JSON.parse(readFileSync(loginFile(), 'utf8')) as Record<string, unknown>;
    const spent = await (await stored()).spend(on, granting({ refresh_token: '5Aep861NEW' }));
    expect(spent).to.deep.include({ state: 'sent', rotation: 'saved' });
    const text = readFileSync(loginFile(), 'utf8');
    const after = JSON.parse(text) as Record<string, unknown>;
    expect({ ...after, refreshToken: '' }).to.deep.equal({ ...before, refreshToken: '' });
    expect(text).not.to.contain('5Aep861NEW');
    expect(await tokenOnDisk()).to.equal('5Aep861NEW');
    expect(readdirSync(home.state).sort()).to.deep.equal(['alias.json', `${username}.json`, 'key.json'].sort());
    if (process.platform !== 'win32') expect(statSync(loginFile()).mode & 0o777).to.equal(0o600);
  });

  it('is not undone by a connection of core in this process that was opened before', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    const opened = await AuthInfo.create({ username });
    expect(opened.getFields(true).refreshToken).to.equal('5Aep861OLD');
    await (await stored()).spend(on, granting({ refresh_token: '5Aep861NEW' }));
    await opened.save({ accessToken: '00D000000000001!LATER' });
    expect(await tokenOnDisk()).to.equal('5Aep861NEW');
  });

  it('sends what another process has rotated meanwhile', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    const credential = await stored();
    storeCi(home, { refreshToken: '5Aep861NEWER', clientId: '3MVG9key' });
    const sent: Form[] = [];
    await credential.spend(on, granting({}, sent));
    expect(sent.map((form) => form.refresh_token)).to.deep.equal(['5Aep861NEWER']);
  });

  it('holds the lock of core while the request is under way, and gives it back', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    const lock = `${loginFile()}.token-rotation.lock`;
    let held = false;
    const spent: Spent = await (
      await stored()
    ).spend(on, (form) => {
      held = existsSync(lock);
      return granting({})(form);
    });
    expect(spent.state).to.equal('sent');
    expect(held).to.equal(true);
    expect(existsSync(lock)).to.equal(false);
  });

  it('saves a rotated token at once, whoever holds the file, and again where that one writes the old one back', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    const credential = await stored();
    const old = readFileSync(loginFile(), 'utf8');
    const { unlock } = await lockInit(loginFile());
    const spending = credential.spend(on, granting({ refresh_token: '5Aep861NEW' }));
    while (readFileSync(loginFile(), 'utf8') === old) await setTimeout(5);
    writeFileSync(loginFile(), old);
    await unlock();
    expect(await spending).to.deep.include({ state: 'sent', rotation: 'saved' });
    expect(await tokenOnDisk()).to.equal('5Aep861NEW');
  });

  it('says that a rotated token is lost where it could not be saved', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    const spent = await (
      await stored()
    ).spend(on, (form) => {
      writeFileSync(loginFile(), 'damaged meanwhile');
      return granting({ refresh_token: '5Aep861NEW' })(form);
    });
    expect(spent).to.deep.include({ state: 'sent', rotation: 'lost' });
  });

  it('sends nothing where a rotated token could not be saved', async () => {
    storeCi(home, { refreshToken: '5Aep861OLD', clientId: '3MVG9key' });
    const credential = await stored();
    // A file that is gone is one that root cannot write either.
    rmSync(loginFile());
    const sent: Form[] = [];
    expect(await credential.spend(on, granting({}, sent))).to.deep.equal({ state: 'not-sent', why: 'not-writable' });
    expect(sent).to.deep.equal([]);
  });
});
