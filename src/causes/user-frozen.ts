import { cause } from '../clues/cause.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { clue, proves, readIn, rulesOut } from '../model/index.ts';

export default cause({
  id: 'user-frozen',
  gate: 'user-state',
  blocks: true,
  recorded: 'by-password',
  sources: ['user-login-object', 'login-event-statuses'],
  clues: [
    clue('frozen', ['userLogin'], ({ userLogin }) => {
      if (userLogin === undefined) return undefined;
      return userLogin.isFrozen ? readIn(userLogin, proves()) : rulesOut();
    }),
    clue('run-as', ['integration', 'runAs'], (facts) => {
      const runAs = otherRunAs(facts);
      if (runAs?.isFrozen === undefined) return undefined;
      return runAs.isFrozen ? proves({ name: runAs.username }) : rulesOut({ name: runAs.username });
    }),
  ],
  actions: ['frozeuser'],
  undoneBy: ['unfrozeuser'],
  remedies: [
    {
      id: 'unfreeze',
      who: 'org-admin',
      effect: 'restores-user',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
  ],
});
