import { setSoapLogin } from '../state/admin.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'soap-login-disabled',
  title: 'SOAP API login() was switched off in the org',
  flow: 'soap-login',
  breaks: ({ act }) => setSoapLogin(act(), false),
  prints: itself,
  leaves: { told: 'SOAP API login() is disabled' },
});
