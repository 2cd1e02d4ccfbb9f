import { addLoginIpRange } from '../state/admin.ts';
import { cliJwt } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'ip-restricted',
  title: 'The profile got a login IP range that leaves the integration out',
  flow: 'jwt',
  breaks: ({ act, profile }) => addLoginIpRange(act(), profile, '198.51.100.0', '198.51.100.255'),
  prints: cliJwt,
  leaves: { told: 'ip restricted', row: 'Restricted IP', change: 'loginIpRange' },
});
