import { addTransactionPolicy } from '../state/admin.ts';
import { itself } from './prints.ts';
import { scenario } from './scenario.ts';

export default scenario({
  id: 'transaction-security-policy',
  title: 'A transaction security policy on logins was switched on, and the integration meets its condition',
  flow: 'soap-login',
  breaks: ({ act }) =>
    addTransactionPolicy(act(), {
      developerName: 'Logins_From_Servers',
      label: 'Logins from servers',
      eventName: 'LoginEvent',
    }),
  prints: itself,
  leaves: { told: 'TXN_SECURITY_NO_ACCESS', change: 'transactionSecurityPolicyCreatedEnabled' },
});
