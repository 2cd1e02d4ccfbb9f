import { addAssignmentUntil, letAssignmentExpire } from '../state/admin.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

const hour = 3600 * 1000;
const month = 30 * 24 * hour;

export default scenario({
  id: 'user-not-preauthorized.expired',
  cause: 'user-not-preauthorized',
  title: 'The permission set that pre-authorised the user for the app was assigned for a time, and that is over',
  flow: 'jwt',
  prepare: ({ org, user, access, admin, clock }) => {
    org.assignments = org.assignments.filter(({ userId }) => userId !== user.id);
    const act = { org, byUserId: admin.id, at: clock.now() - month };
    addAssignmentUntil(act, user, access, clock.now() + 2.5 * hour);
  },
  breaks: ({ org, user, access }) => letAssignmentExpire(org, user, access),
  prints: codeAndText,
  leaves: { told: "user hasn't approved this consumer", row: 'Failed: Not approved for access' },
});
