import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { Fact, FactName, Session } from '../../../src/model/index.ts';
import { acme, asked, rightsBut } from './acme.ts';
import { fakePort, type Book } from './fake-port.ts';

const live = {
  CreatedDate: '2026-11-23T01:00:00.000+0000',
  LastModifiedDate: '2026-11-23T02:00:00.000+0000',
  NumSecondsValid: 7200,
  SessionType: 'Oauth2',
};

const sessionsOf = async (book: Book): Promise<Fact<readonly Session[]>> => {
  const { facts } = await askOrg(fakePort(book), { ...asked, wanted: new Set<FactName>(['sessions']) });
  return facts.sessions;
};

describe('the live sessions of the user', () => {
  it('end so long after they were last touched', async () => {
    const fact = await sessionsOf({ ...acme, AuthSession: [live] });
    expect(fact)
      .to.have.property('value')
      .deep.equal([{ createdAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T04:00:00.000Z', type: 'Oauth2' }]);
  });

  it('are none where there is no row, for whoever sees those of others', async () => {
    expect(await sessionsOf({ ...acme, AuthSession: [] })).to.deep.include({ state: 'known', value: [] });
    const blind = { ...acme, AuthSession: [], UserPermissionAccess: rightsBut('ManageUsers') };
    expect(await sessionsOf(blind)).to.deep.include({ state: 'denied', permission: 'Manage Users' });
  });
});
