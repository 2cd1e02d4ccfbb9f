import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'org-maintenance-or-read-only',
  title: 'The login host is down for maintenance',
  flow: 'jwt',
  prepare: ({ client }) => {
    client.loginHost = 'login';
  },
  breaks: ({ sim }) => sim.faults.add({ kind: 'html-maintenance', role: 'login' }),
  prints: body,
  leaves: { told: 'We are down for maintenance.' },
});
