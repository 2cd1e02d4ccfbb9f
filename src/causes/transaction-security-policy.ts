import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, rulesOut } from '../model/index.ts';

const id = 'transaction-security-policy';

/** The event that a login is. */
const login = 'LoginEvent';

export default cause({
  id,
  gate: 'mfa',
  blocks: true,
  sources: ['transaction-policy-object', 'login-event-statuses'],
  clues: [
    // That a policy watches logins does not say which it refuses: only a login that was refused so does.
    clue('policy', ['transactionPolicies', 'refusals'], ({ transactionPolicies, refusals }) => {
      const policy = transactionPolicies.find(({ event }) => event === login);
      if (policy !== undefined) return isNamed(refusals, id) ? proves({ policy: policy.name }) : undefined;
      return transactionPolicies.length === 0 ? rulesOut() : undefined;
    }),
  ],
  actions: ['transactionSecurityPolicyCreatedEnabled', 'transactionSecurityPolicyEnabledDisabled'],
  remedies: [
    {
      id: 'ask-owner',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/TransactionSecurityNew/home',
    },
    { id: 'log-in-otherwise', who: 'developer', effect: 'changes-client' },
  ],
});
