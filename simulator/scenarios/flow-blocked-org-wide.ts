import { blockPasswordFlow } from '../state/admin.ts';
import { python } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'flow-blocked-org-wide',
  title: 'The org no longer allows username-password flows',
  flow: 'password',
  breaks: ({ act }) => blockPasswordFlow(act()),
  prints: python,
  leaves: { told: 'authentication failure', row: 'Username-Password Flow Disabled' },
});
