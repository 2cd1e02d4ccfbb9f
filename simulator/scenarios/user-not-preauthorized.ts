import { removeAssignment } from '../state/admin.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'user-not-preauthorized',
  title: 'The permission set that pre-authorised the user for the app was taken away',
  flow: 'jwt',
  breaks: ({ act, user, access }) => removeAssignment(act(), user, access),
  prints: codeAndText,
  leaves: {
    told: "user hasn't approved this consumer",
    row: 'Failed: Not approved for access',
    change: 'PermSetUnassign',
  },
});
