import { revokeGrant } from '../state/admin.ts';
import { cliRefresh } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'refresh-token-revoked-or-expired',
  title: 'The refresh token of the integration was revoked',
  flow: 'refresh-token',
  breaks: ({ grant }) => revokeGrant(grant!),
  prints: cliRefresh,
  leaves: { told: 'expired access/refresh token' },
});
