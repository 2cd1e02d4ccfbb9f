import { cliJwt } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'jwt-expired-or-clock-skew',
  title: "The clock of the integration's machine fell twenty minutes behind",
  flow: 'jwt',
  breaks: ({ client }) => {
    client.clock = -20 * 60_000;
  },
  prints: cliJwt,
  leaves: { told: 'expired authorization code' },
});
