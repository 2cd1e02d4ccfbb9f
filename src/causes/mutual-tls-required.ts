import { cause } from '../clues/cause.ts';

export default cause({
  id: 'mutual-tls-required',
  gate: 'user',
  blocks: true,
  sources: ['mutual-tls', 'login-event-statuses'],
  // No public description of an org has a column for the permission: only words and rows tell of it.
  clues: [],
  remedies: [
    { id: 'send-certificate', who: 'developer', effect: 'changes-client' },
    {
      id: 'take-permission-away',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
  ],
});
