import { letPasswordExpire } from '../state/admin.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

export default scenario({
  id: 'password-can-expire',
  title: 'The login works, with a password that ends in two months',
  flow: 'soap-login',
  prepare: ({ user, profile, clock }) => {
    profile.permissions.delete('PasswordNeverExpires');
    user.passwordChangedAt = clock.now() - 30 * day;
    letPasswordExpire(user, user.passwordChangedAt + 90 * day);
  },
  prints: itself,
});
