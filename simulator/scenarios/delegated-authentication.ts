import { addAssignment, setPermissionSetPermission } from '../state/admin.ts';
import { createPermissionSet } from '../state/people.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'delegated-authentication',
  title:
    'A permission set for people brought "Is Single Sign-On Enabled": the Salesforce password is not asked any more',
  flow: 'soap-login',
  breaks: ({ act, org, user, clock }) => {
    const set = createPermissionSet(org, { name: 'SSO_Users', label: 'SSO Users' });
    addAssignment(act(), user, set);
    clock.advance(60_000);
    setPermissionSetPermission(act(), set, 'IsSsoEnabled', 'Is Single Sign-On Enabled', true);
  },
  prints: itself,
  leaves: { told: 'INVALID_LOGIN', row: 'Invalid Password', change: 'PermSetEnableUserPerm' },
});
