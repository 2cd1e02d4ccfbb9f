import { codeAndText } from './prints.ts';
import { scenario } from './scenario.ts';

const day = 24 * 3600 * 1000;

export default scenario({
  id: 'refresh-token-policy-expired',
  title: 'The integration paused for longer than the refresh token policy allows',
  flow: 'refresh-token',
  span: 12 * day,
  prepare: ({ app }) => {
    app.refreshPolicy = { kind: 'inactivity', period: 7, unit: 'DAYS' };
  },
  prints: codeAndText,
  leaves: { told: 'expired access/refresh token' },
});
