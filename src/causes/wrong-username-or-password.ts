import { cause } from '../clues/cause.ts';
import { neitherKnown, otherName, otherOrg } from '../clues/doubts.ts';
import { passwordFlows } from '../clues/flows.ts';
import { momentNeeds, recordedFailure } from '../clues/moment.ts';
import { isNamed } from '../clues/named.ts';
import { newestOwn } from '../clues/own-rows.ts';
import { notAUsername } from '../clues/swapped.ts';
import { passwordChanged } from '../clues/password-changed.ts';
import { span } from '../clues/times.ts';
import { castsDoubt, clue, clueOfDoubt, clueWith, proves, rulesOut } from '../model/index.ts';

const id = 'wrong-username-or-password';

export default cause({
  id,
  gate: 'user',
  blocks: true,
  flows: [...passwordFlows, 'web', 'device'],
  sources: ['login-history-object', 'soap-login'],
  explains: ['user-locked-out'],
  clues: [
    notAUsername(id),
    clue('no-such-user', ['user', 'integration'], ({ user, integration: { username, flow } }) => {
      if (user !== undefined || username === undefined) return undefined;
      // In a browser it is typed anew.
      return flow === 'web' || flow === 'device' ? undefined : proves({ username });
    }),
    passwordChanged(id),
    // Nobody ever sees that a password is right: without one of these two it stays undecided.
    clue('granted', ['attempt', 'refusals'], ({ attempt, refusals }) =>
      attempt.granted && !isNamed(refusals, id) ? rulesOut({ host: attempt.host }) : undefined,
    ),
    clue('newest-row', ['loginRows', 'integration', 'failedAt', 'refusals'], (facts) => {
      const { failedAt, refusals } = facts;
      const newest = newestOwn(facts);
      if (newest?.success !== true || isNamed(refusals, id)) return undefined;
      return failedAt === undefined || span(failedAt, newest.at) > 0 ? rulesOut({ at: newest.at }) : undefined;
    }),
    // Then it is not Salesforce that checks the password.
    clueOfDoubt('delegated', ['singleSignOn'], ({ singleSignOn: [road] }) =>
      road === undefined ? undefined : castsDoubt({ via: road.name }),
    ),
    // Login History words a refusal of the single sign-on service alike.
    clueWith('delegated-unseen', { needs: momentNeeds, also: ['singleSignOn', 'user'] }, (facts) => {
      const isSeen = facts.singleSignOn !== undefined || facts.user === undefined;
      return isSeen || recordedFailure(facts)?.decides !== id ? undefined : castsDoubt();
    }),
    otherOrg(id),
    otherName(id),
    neitherKnown(id),
  ],
  actions: ['changedpassword', 'resetpassword', 'changedusername'],
  remedies: [
    // A row of the user shows that the username is right, and the host too.
    {
      id: 'correct-password',
      who: 'integration-owner',
      effect: 'changes-credential',
      provedBy: ['in-history'],
    },
    {
      id: 'correct-credential',
      who: 'integration-owner',
      effect: 'changes-credential',
      provedBy: ['said', 'not-a-username'],
    },
    { id: 'correct-username', who: 'integration-owner', effect: 'changes-client', provedBy: ['no-such-user'] },
    {
      id: 'reset-password',
      who: 'org-admin',
      effect: 'changes-credential',
      setup: '/lightning/setup/ManageUsers/page?address=%2F{userId}%3Fnoredirect%3D1%26isUserEntityOverride%3D1',
    },
  ],
});
