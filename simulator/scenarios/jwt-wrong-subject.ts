import { changeUsername } from '../state/admin.ts';
import { cliJwt } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'jwt-wrong-subject',
  title: 'The integration user got a new username, the integration signs for the old one',
  flow: 'jwt',
  breaks: ({ act, user }) => changeUsername(act(), user, 'integration.sync@acme.com'),
  prints: cliJwt,
  leaves: { told: "user hasn't approved this consumer", change: 'changedusername' },
});
