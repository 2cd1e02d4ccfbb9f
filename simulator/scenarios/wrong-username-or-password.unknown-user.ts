import { serviceLog } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'wrong-username-or-password.unknown-user',
  cause: 'wrong-username-or-password',
  title: 'The username of the integration was mistyped: the org has no such user',
  flow: 'password',
  breaks: ({ client }) => {
    client.username = client.username.replace(/(?=ing@)|(?=@)/u, 't');
  },
  prints: serviceLog,
  leaves: { told: 'authentication failure' },
});
