import { deactivateUser } from '../state/admin.ts';
import { cliRefresh } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'user-inactive.site',
  cause: 'user-inactive',
  title: 'The integration is a partner of an Experience Cloud site, and the partner user was disabled',
  flow: 'refresh-token',
  prepare: ({ user, profile, org }) => {
    user.userType = 'PowerPartner';
    profile.userLicense = 'Partner Community';
    for (const row of org.loginRows) if (row.userId === user.id) row.loginUrl = 'acme.my.site.com/partners';
  },
  breaks: ({ act, user }) => deactivateUser(act(), user),
  prints: cliRefresh,
  leaves: { told: 'inactive user', row: 'User is Inactive', change: 'deactivateduser' },
});
