import { cause } from '../clues/cause.ts';

export default cause({
  id: 'saml-assertion-refused',
  gate: 'user',
  blocks: true,
  sources: ['saml-login-errors', 'login-event-statuses'],
  // The row of the login says what was wrong; what the org was set up to expect of an assertion is for the validator in Setup to compare.
  clues: [],
  actions: ['samlssoconfig_create', 'samlssoconfig_delete', 'samlssoconfig_signcert', 'samlssoconfig_audience'],
  remedies: [
    { id: 'validate', who: 'org-admin', effect: 'changes-credential', setup: '/lightning/setup/SingleSignOn/home' },
    { id: 'use-oauth', who: 'developer', effect: 'changes-client' },
  ],
});
