import { expect } from 'chai';
import { askOrg } from '../../../src/evidence/org/index.ts';
import type { AssignmentEnd, Fact, FactName } from '../../../src/model/index.ts';
import type { OrgRefusal } from '../../../src/evidence/org-wire.ts';
import { acme, asked, rightsBut } from './acme.ts';
import { fakePort, invalidField, type Book } from './fake-port.ts';

const expiring = {
  ExpirationDate: '2026-12-01T08:00:00.000+0000',
  PermissionSet: { Name: 'Sync_Access', Label: 'Sync Access', PermissionsApiEnabled: true },
  PermissionSetGroup: null,
};

/** `ending`: what the org answers about assignments with an end. */
const endsIn = async (
  ending: readonly object[] | OrgRefusal,
  book: Book = {},
): Promise<Fact<readonly AssignmentEnd[]>> => {
  const port = fakePort({ ...acme, ...book, PermissionSetAssignment: () => ending });
  const { facts } = await askOrg(port, { ...asked, wanted: new Set<FactName>(['assignmentEnds']) });
  return facts.assignmentEnds;
};

describe('assignments that end', () => {
  it('are those of permission sets and of groups, with their ends', async () => {
    const group = { DeveloperName: 'Marketing', MasterLabel: 'Marketing' };
    const ofGroup = {
      ...expiring,
      PermissionSet: { ...expiring.PermissionSet, PermissionsApiEnabled: false },
      PermissionSetGroup: group,
    };
    const endsAt = '2026-12-01T08:00:00.000Z';
    expect(await endsIn([expiring, ofGroup]))
      .to.have.property('value')
      .deep.equal([
        { path: { via: 'permission-set', name: 'Sync_Access' }, endsAt, apiEnabled: true },
        { path: { via: 'permission-set-group', name: 'Marketing' }, endsAt, apiEnabled: false },
      ]);
  });

  it('are none where the org has none, and not known to a session that does not see them', async () => {
    expect(await endsIn([])).to.deep.include({ state: 'known', value: [] });
    const UserPermissionAccess = rightsBut('ViewSetup', 'AssignPermissionSets', 'ManageUsers');
    expect(await endsIn([], { UserPermissionAccess })).to.have.property('state', 'denied');
  });

  it('are not known where the org does not know the column', async () => {
    expect(await endsIn(invalidField)).to.have.property('state', 'unknown');
  });
});
