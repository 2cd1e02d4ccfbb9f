import { expect } from 'chai';
import { readChange } from '../../../src/evidence/org/changes.ts';

const nobody = { user: undefined, app: undefined, profileName: undefined, permissionSets: undefined };
const entry = (Display: unknown) => ({
  CreatedDate: '2026-11-23T02:13:00.000+0000',
  Action: 'adminApprovedAppsOnlyOffOn',
  Display,
});

describe('an entry of the Setup Audit Trail', () => {
  it('is told by its text, or by its action where it has none', () => {
    const told = (display: unknown) => readChange(entry(display), nobody).map((change) => change.display);
    expect(told('API Access Control was switched on')).to.deep.equal(['API Access Control was switched on']);
    for (const none of ['', null]) expect(told(none)).to.deep.equal(['adminApprovedAppsOnlyOffOn']);
  });
});
