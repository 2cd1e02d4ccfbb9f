import { setProfilePermission } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'api-disabled-for-user-or-edition',
  title: 'The profile lost "API Enabled": the login is granted, the first call is refused',
  flow: 'jwt',
  breaks: ({ act, profile }) => setProfilePermission(act(), profile, 'ApiEnabled', 'API Enabled', false),
  prints: body,
  leaves: { told: 'API_DISABLED_FOR_ORG', row: 'Success', change: 'profilePermChangedCustom' },
});
