import { removeTrustedIpRange } from '../state/admin.ts';
import { body } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'missing-security-token',
  title: 'The trusted range of the integration was removed, and it sends no security token',
  flow: 'password',
  prepare: ({ org, client }) => {
    org.settings.trustedIpRanges.push({ start: '203.0.113.0', end: '203.0.113.255' });
    client.securityToken = '';
  },
  breaks: ({ act }) => removeTrustedIpRange(act(), '203.0.113.0'),
  prints: body,
  leaves: { told: 'authentication failure', row: 'Failed: API security token required', change: 'deleteIpWhiteList' },
});
