import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { FactName, Flow } from '../../../src/model/index.ts';
import { acme, asked, rightsBut } from './acme.ts';
import { fakePort, invalidType, soqlOf, type Book } from './fake-port.ts';

const row = {
  IsDefault: true,
  OauthTokenExchangeHandler: { DeveloperName: 'IdpTokens', IsEnabled: false },
  ApexExecutionUser: { Username: 'robot@acme.com', IsActive: true },
};

const askedBy = async (flow: Flow, book: Book) => {
  const port = fakePort({ ...acme, ...book });
  const integration = { ...asked.integration, flow };
  const { facts } = await askOrg(port, { ...asked, integration, wanted: new Set<FactName>(['exchangeHandlers']) });
  const objects = port.waves.flat().map((request) => soqlOf(request).object);
  return { fact: facts.exchangeHandlers, wasAsked: objects.includes('OauthTokenExchHandlerApp') };
};

describe('the token exchange handlers of an app', () => {
  it('are read with what they run as', async () => {
    const { fact } = await askedBy('token-exchange', { OauthTokenExchHandlerApp: [row] });
    expect(fact)
      .to.have.property('value')
      .deep.equal([
        {
          ...{ name: 'IdpTokens', isEnabled: false, isDefault: true },
          runsAs: { username: 'robot@acme.com', isActive: true },
        },
      ]);
  });

  it('are none where the org has none, and not known to a session that may not see them, or in an org without the object', async () => {
    const seen = async (book: Book) => (await askedBy('token-exchange', book)).fact;
    expect(await seen({ OauthTokenExchHandlerApp: [] })).to.deep.include({ state: 'known', value: [] });
    const blind = { OauthTokenExchHandlerApp: [], UserPermissionAccess: rightsBut('ViewSetup') };
    expect(await seen(blind)).to.have.property('state', 'denied');
    expect(await seen({ OauthTokenExchHandlerApp: invalidType })).to.have.property('state', 'unknown');
  });

  it('are not asked for where the login goes by another flow', async () => {
    expect((await askedBy('jwt', { OauthTokenExchHandlerApp: [row] })).wasAsked).to.equal(false);
    expect((await askedBy('token-exchange', { OauthTokenExchHandlerApp: [row] })).wasAsked).to.equal(true);
  });
});
