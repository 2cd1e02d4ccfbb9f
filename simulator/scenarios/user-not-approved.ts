import { changePermittedUsers } from '../state/admin.ts';
import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'user-not-approved',
  title: 'The app now wants each user to approve it, and the integration user never did',
  flow: 'jwt',
  breaks: ({ act, app }) => changePermittedUsers(act(), app, 'self-authorized'),
  prints: codeAndText,
  leaves: { told: "user hasn't approved this consumer", change: 'changeUserRuntimeAccessPolicy' },
});
