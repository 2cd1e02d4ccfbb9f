import { cliJwt } from './prints.ts';
import { scenario } from './scenario.ts';

const hour = 3600 * 1000;

export default scenario({
  id: 'org-inactive-or-deleted',
  title: 'The trial of the org is over',
  flow: 'jwt',
  prepare: ({ org, clock }) => {
    org.trialExpiresAt = clock.now() + 4 * hour;
  },
  prints: cliJwt,
  leaves: { told: 'inactive organization' },
});
