import { letPasswordExpire } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

export default scenario({
  id: 'password-expired',
  title: 'The password grew too old: the login is granted, the first call is refused',
  flow: 'password',
  prepare: ({ user, profile, clock }) => {
    profile.permissions.delete('PasswordNeverExpires');
    user.passwordChangedAt = clock.now() + 3 * 3600 * 1000 - 90 * day;
    letPasswordExpire(user, user.passwordChangedAt + 90 * day);
  },
  prints: body,
  leaves: { told: 'INVALID_OPERATION_WITH_EXPIRED_PASSWORD', row: 'Success' },
});
