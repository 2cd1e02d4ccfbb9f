import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { gatherEnvironment, gatherLocal, withStored } from '../../src/evidence/gather-local.ts';
import { enterHome, storeCi, type Home } from './local/home.ts';

const token = '5Aep861KbQabcdefghijklmnopqrstuvwxyz.0123456789';

describe('what is gathered on this machine', () => {
  let home: Home;
  beforeEach(() => {
    home = enterHome();
  });
  afterEach(() => home.leave());

  it('knows that nobody gave what nobody gave, and was not asked for the rest', async () => {
    const local = await gatherLocal({ integration: { sourceIps: [] } });
    expect(local.authUrl).to.include({ state: 'known', value: undefined });
    expect(local.swapped).to.have.property('value').that.deep.equals([]);
    expect([local.keyFile.state, local.storedLogin.state]).to.deep.equal(['unknown', 'unknown']);
    expect((await gatherEnvironment({ integration: { sourceIps: [] } }, { sourceIps: [] })).state).to.equal('unknown');
  });

  it('takes a token that stands in the place of the consumer key of a stored login for what it is, and keeps it nowhere', async () => {
    storeCi(home, { clientId: token, refreshToken: token });
    const local = await gatherLocal({ integration: { login: 'ci', sourceIps: [] } });
    expect(local.swapped).to.have.deep.property('value', [{ given: 'stored-login', shape: 'refresh-token' }]);
    const integration = withStored({ login: 'ci', sourceIps: [] }, local);
    expect(integration.consumerKey).to.equal(undefined);
    expect(JSON.stringify({ local, integration })).to.not.include(token);
  });

  it('fills what was not said: from the stored login first, then from the auth URL', async () => {
    const authUrlFile = path.join(home.folder, 'auth.txt');
    writeFileSync(authUrlFile, `force://PlatformCLI::${token}@other.my.salesforce.com`);
    const bare = await gatherLocal({ integration: { sourceIps: [] }, authUrlFile });
    expect(withStored({ sourceIps: [] }, bare)).to.deep.equal({
      sourceIps: [],
      loginUrl: 'https://other.my.salesforce.com',
      consumerKey: 'PlatformCLI',
    });
    storeCi(home, { clientId: '3MVG9key', refreshToken: token });
    const integration = { login: 'ci', loginUrl: 'https://said.my.salesforce.com', sourceIps: [] };
    const both = await gatherLocal({ integration, authUrlFile });
    expect(withStored(integration, both)).to.include({
      loginUrl: 'https://said.my.salesforce.com',
      consumerKey: '3MVG9key',
    });
    expect(JSON.stringify(both)).to.not.include(token);
  });
});
