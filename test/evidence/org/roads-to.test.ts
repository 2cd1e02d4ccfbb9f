import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { Fact, FactName, Path } from '../../../src/model/index.ts';
import { acme, asked } from './acme.ts';
import { fakePort, invalidField, invalidType, type Book } from './fake-port.ts';

const singleSignOnOf = async (book: Book): Promise<Fact<readonly Path[]>> => {
  const { facts } = await askOrg(fakePort({ ...acme, ...book }), {
    ...asked,
    wanted: new Set<FactName>(['singleSignOn']),
  });
  return facts.singleSignOn;
};

describe('the roads to a right whose column comes with a feature', () => {
  it('are none where the org knows the assignments, and not the column', async () => {
    const fact = await singleSignOnOf({
      PermissionSetAssignment: (soql) => (soql.includes('PermissionsIsSsoEnabled') ? invalidField : []),
    });
    expect(fact).to.deep.include({ state: 'known', value: [] });
  });

  it('are not known where the assignments themselves are refused', async () => {
    for (const refused of [invalidType, invalidField])
      expect(await singleSignOnOf({ PermissionSetAssignment: refused }))
        .to.have.property('state')
        .not.equal('known');
  });
});
