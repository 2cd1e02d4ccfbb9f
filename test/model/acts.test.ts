import { expect } from 'chai';
import { bringsAbout, undoes } from '../../src/model/index.ts';
import type { Acts, Change } from '../../src/model/index.ts';

const acts: Acts = {
  actions: ['PermSetDisableUserPerm', 'PermSetUnassign'],
  undoneBy: ['PermSetEnableUserPerm'],
  permission: { label: 'API Enabled', stops: 'disabled' },
};
const entry = (action: string, display: string, about: Change['about'] = 'permission-set'): Change => ({
  ...{ at: '2026-11-23T01:00:00Z', action, display, about },
});
const turned = (label: string, from: string, to: string): string =>
  `Changed permission set A: ${label} permission was changed from ${from} to ${to}`;

describe('an entry of the trail and a cause', () => {
  const off = turned('API Enabled', 'enabled', 'disabled');
  const on = turned('API Enabled', 'disabled', 'enabled');

  it('belong together where it changes the permission that stops the login, in the direction that does', () => {
    expect(bringsAbout(acts, entry('permsetdisableuserperm', off))).to.equal(true);
    expect(bringsAbout(acts, entry('PermSetDisableUserPerm', on))).to.equal(false);
    expect(undoes(acts, entry('PermSetEnableUserPerm', on))).to.equal(true);
    expect(undoes(acts, entry('PermSetEnableUserPerm', off))).to.equal(false);
    const other = turned('Run Reports', 'enabled', 'disabled');
    expect(bringsAbout(acts, entry('PermSetDisableUserPerm', other))).to.equal(false);
  });

  it('belong together where the entry does not tell which permission it is', () => {
    expect(bringsAbout(acts, entry('PermSetUnassign', 'Permission set A: unassigned'))).to.equal(true);
    expect(bringsAbout(acts, entry('PermSetDisableUserPerm', 'Berechtigungssatz A geändert'))).to.equal(true);
  });

  it('do not where it is about somebody else, or of a kind that the cause does not name', () => {
    expect(bringsAbout(acts, entry('PermSetUnassign', '', 'other'))).to.equal(false);
    expect(bringsAbout(acts, entry('frozeuser', ''))).to.equal(false);
    expect(bringsAbout({}, entry('frozeuser', ''))).to.equal(false);
    expect(undoes(acts, entry('PermSetUnassign', ''))).to.equal(true);
    expect(undoes(acts, entry('PermSetUnassign', '', 'other'))).to.equal(false);
  });
});
