import { requireMutualTls } from '../state/admin.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'mutual-tls-required',
  title: 'The user was given "Enforce SSL/TLS Mutual Authentication"; the client still calls port 443',
  flow: 'soap-login',
  breaks: ({ act, user }) => requireMutualTls(act(), user),
  prints: itself,
  leaves: { told: 'MUTUAL_AUTHENTICATION_FAILED', row: 'Mutual authentication failed' },
});
