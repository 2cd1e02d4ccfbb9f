import { addAssignment } from '../state/admin.ts';
import { createPermissionSet } from '../state/people.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'mfa-required',
  title: 'The user was given multi-factor authentication for API logins',
  flow: 'password',
  prepare: ({ org }) => {
    const permissions = new Set(['TwoFactorApi']);
    createPermissionSet(org, { name: 'MFA_for_API', label: 'MFA for API', permissions });
  },
  breaks: ({ act, org, user }) =>
    addAssignment(
      act(),
      user,
      org.permissionSets.find(({ name }) => name === 'MFA_for_API')!,
    ),
  prints: codeAndText,
  leaves: { told: 'authentication failure', row: 'Multi-factor required', change: 'PermSetAssign' },
});
