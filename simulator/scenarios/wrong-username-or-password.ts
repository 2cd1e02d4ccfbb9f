import { changePassword } from '../state/admin.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'wrong-username-or-password',
  title: 'An administrator set a new password, the integration sends the old one',
  flow: 'password',
  breaks: ({ act, user }) => changePassword(act(), user, 'Fresh-Paint-2026', 'wQ8nZ4kLr0Vt6YbX2sMd9cPu'),
  prints: codeAndText,
  leaves: { told: 'authentication failure', row: 'Invalid Password', change: 'changedpassword' },
});
