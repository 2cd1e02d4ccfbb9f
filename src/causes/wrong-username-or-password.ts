import { onlyIn, passwordFlows, sendsPassword } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { passwordChanged } from '../clues/password-changed.ts';
import { cause, clue, proves, suggests } from '../model/index.ts';

export default cause({
  id: 'wrong-username-or-password',
  gate: 'user',
  blocks: true,
  explains: ['user-locked-out'],
  clues: [
    said('wrong-username-or-password'),
    inHistory('wrong-username-or-password'),
    onlyIn('wrong-username-or-password', ...passwordFlows, 'web', 'device'),
    clue('no-such-user', ['user', 'integration'], ({ user, integration: { username, flow } }) => {
      if (user !== undefined || username === undefined) return undefined;
      if (sendsPassword(flow)) return proves({ username });
      return flow === undefined ? suggests({ username }) : undefined;
    }),
    passwordChanged('wrong-username-or-password'),
  ],
  actions: ['changedpassword', 'resetpassword', 'changedusername'],
  remedies: [
    { id: 'correct-credential', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'reset-password',
      who: 'org-admin',
      effect: 'changes-credential',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
  ],
});
