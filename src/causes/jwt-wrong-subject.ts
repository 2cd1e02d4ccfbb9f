import { cause } from '../clues/cause.ts';
import { neitherKnown, otherName, otherOrg } from '../clues/doubts.ts';
import { isDecided } from '../clues/named.ts';
import { notAUsername } from '../clues/swapped.ts';
import { clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'jwt-wrong-subject';

export default cause({
  id,
  gate: 'user',
  blocks: true,
  flows: ['jwt', 'token-exchange'],
  sources: ['jwt-bearer-flow'],
  explains: ['user-not-approved'],
  clues: [
    notAUsername(id),
    clue('subject', ['user', 'integration', 'refusals'], ({ user, integration: { username, flow }, refusals }) => {
      if (username === undefined) return undefined;
      if (user !== undefined) return isDecided(refusals, id) ? undefined : rulesOut({ username });
      return flow === 'token-exchange' ? undefined : proves({ username });
    }),
    // Both may be there: it logs in, and as another user than was meant.
    clue('other-subject', ['assertion', 'integration'], ({ assertion, integration: { username } }) => {
      const subject = assertion?.state === 'decoded' ? assertion.subject : undefined;
      if (subject === undefined || username === undefined || subject.toLowerCase() === username.toLowerCase())
        return undefined;
      return suggests({ subject, username });
    }),
    otherOrg(id),
    otherName(id),
    neitherKnown(id),
  ],
  actions: ['changedusername'],
  remedies: [
    {
      id: 'correct-subject',
      who: 'integration-owner',
      effect: 'changes-client',
      setup: '/lightning/setup/ManageUsers/home',
    },
  ],
});
