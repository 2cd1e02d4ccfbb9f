import { expect } from 'chai';
import { readAssignments } from '../../../src/evidence/org/assignments.ts';

const profile = {
  PermissionSetId: '0PS1',
  PermissionSet: { Name: 'X', IsOwnedByProfile: true, Profile: { Name: 'P' } },
};
const set = (HasActivationRequired: boolean) => ({
  PermissionSetId: '0PS2',
  PermissionSet: { Name: 'Api', IsOwnedByProfile: false, HasActivationRequired, PermissionsApiEnabled: true },
});

describe('readAssignments', () => {
  it('leaves out what a session has to activate first', () => {
    const names = (rows: readonly object[]) => readAssignments(rows as never)?.map(({ path }) => path.name);
    expect(names([profile, set(false)])).to.deep.equal(['P', 'Api']);
    expect(names([profile, set(true)])).to.deep.equal(['P']);
  });

  it('leaves out, for whoever sees every permission set, one that is not there any more; for others it may be hidden', () => {
    const rows: readonly object[] = [profile, set(false), { PermissionSetId: '0PS3', PermissionSet: null }];
    const names = (sight: 'whole' | 'partial' | 'unsure', given = rows) =>
      readAssignments(given as never, { sight })?.map(({ path }) => path.name);
    expect(names('whole')).to.deep.equal(['P', 'Api']);
    expect(names('partial')).to.equal(undefined);
    expect(names('unsure')).to.equal(undefined);
    expect(names('whole', [set(false)])).to.equal(undefined);
  });
});
