import { cause } from '../clues/cause.ts';
import { otherRunAs } from '../clues/run-as.ts';
import { span } from '../clues/times.ts';
import { clue, clueWith, dayMs, notes, proves, readIn, rulesOut } from '../model/index.ts';

/** A quarter without a login is worth a look. */
const staleDays = 90;

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
    clueWith('never-logged-in', { needs: ['integration'], also: ['user'] }, ({ user }) =>
      user?.isActive === true && user.lastLogin !== undefined && user.lastLogin.at === undefined
        ? notes({ name: user.name })
        : undefined,
    ),
    clueWith('stale', { needs: ['now'], also: ['user'] }, ({ now, user }) => {
      const at = user?.lastLogin?.at;
      if (at === undefined || user?.isActive !== true) return undefined;
      const days = Math.floor(span(at, now) / dayMs);
      return days < staleDays ? undefined : notes({ name: user.name, at, days });
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
