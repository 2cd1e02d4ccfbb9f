import { changeQuietly } from '../state/admin.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'app-handler-refuses',
  title: 'The app was given an Apex handler, and that does not approve the user',
  flow: 'jwt',
  breaks: ({ act, app, user }) =>
    changeQuietly(act(), app, { handler: { apexClass: 'QuotaGuard', refuses: [user.id] } }),
  prints: codeAndText,
  leaves: { told: "user hasn't approved this consumer", row: 'Failed: Not approved for access' },
});
