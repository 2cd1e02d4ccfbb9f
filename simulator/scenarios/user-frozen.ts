import { freezeUser } from '../state/admin.ts';
import { python } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'user-frozen',
  title: 'The integration user was frozen',
  flow: 'password',
  breaks: ({ act, user }) => freezeUser(act(), user),
  prints: python,
  leaves: { told: 'authentication failure', row: 'User Is Frozen', change: 'frozeuser' },
});
