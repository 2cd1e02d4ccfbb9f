import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { Fact, FactName, TransactionPolicy } from '../../../src/model/index.ts';
import { acme, asked } from './acme.ts';
import { fakePort, invalidField, invalidType, type Book } from './fake-port.ts';

const policiesOf = async (TransactionSecurityPolicy: Book[string]): Promise<Fact<readonly TransactionPolicy[]>> => {
  const port = fakePort({ ...acme, TransactionSecurityPolicy });
  const { facts } = await askOrg(port, { ...asked, wanted: new Set<FactName>(['transactionPolicies']) });
  return facts.transactionPolicies;
};

describe('transaction security policies', () => {
  it('are those that are switched on', async () => {
    const row = { MasterLabel: 'Block bots', EventName: 'LoginEvent', State: 'Enabled' };
    expect(await policiesOf([row, { ...row, MasterLabel: 'Old', State: 'Disabled' }]))
      .to.have.property('value')
      .deep.equal([{ name: 'Block bots', event: 'LoginEvent' }]);
  });

  it('are none where the org has not the object, and not known where it lacks a column', async () => {
    expect(await policiesOf(invalidType)).to.deep.include({ state: 'known', value: [] });
    expect(await policiesOf(invalidField))
      .to.have.property('state')
      .not.equal('known');
  });
});
