import { otherUser } from '../clues/doubts.ts';
import { inHistory, said } from '../clues/index.ts';
import { cause, clue, proves, readIn, rulesOut } from '../model/index.ts';

export default cause({
  id: 'user-inactive',
  gate: 'user-state',
  blocks: true,
  explains: [],
  clues: [
    said('user-inactive'),
    inHistory('user-inactive'),
    clue('active', ['user'], ({ user }) => {
      if (user === undefined) return undefined;
      return user.isActive ? rulesOut({ name: user.name }) : readIn(user, proves({ name: user.name }));
    }),
    otherUser('user-inactive'),
  ],
  actions: ['deactivateduser', 'CSPUserDisabled', 'PRMUserDisabled'],
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
