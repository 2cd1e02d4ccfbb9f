import { deactivateUser } from '../state/admin.ts';
import { cliRefresh } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'user-inactive',
  title: 'The integration user was deactivated',
  flow: 'refresh-token',
  breaks: ({ act, user }) => deactivateUser(act(), user),
  prints: cliRefresh,
  leaves: { told: 'inactive user', row: 'User is Inactive', change: 'deactivateduser' },
});
