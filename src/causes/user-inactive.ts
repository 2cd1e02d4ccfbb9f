import { cause } from '../clues/cause.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { clue, proves, readIn, rulesOut } from '../model/index.ts';

export default cause({
  id: 'user-inactive',
  gate: 'user-state',
  blocks: true,
  recorded: 'by-password',
  sources: ['login-event-statuses', 'oauth-errors'],
  clues: [
    clue('active', ['user'], ({ user }) => {
      if (user === undefined) return undefined;
      return user.isActive ? rulesOut({ name: user.name }) : readIn(user, proves({ name: user.name }));
    }),
    clue('run-as', ['integration', 'runAs'], (facts) => {
      const runAs = otherRunAs(facts);
      if (runAs === undefined) return undefined;
      return runAs.isActive ? rulesOut({ name: runAs.username }) : proves({ name: runAs.username });
    }),
  ],
  actions: ['deactivateduser', 'CSPUserDisabled', 'PRMUserDisabled'],
  undoneBy: ['activateduser'],
  remedies: [
    {
      id: 'activate',
      who: 'org-admin',
      effect: 'restores-user',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
    { id: 'use-another-user', who: 'integration-owner', effect: 'changes-credential' },
  ],
});
