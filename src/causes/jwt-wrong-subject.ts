import { neitherKnown, otherOrg } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isDecided } from '../clues/named.ts';
import { notAUsername } from '../clues/swapped.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'jwt-wrong-subject';

export default cause({
  id,
  gate: 'user',
  blocks: true,
  explains: ['user-not-approved'],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'jwt', 'token-exchange'),
    notAUsername(id),
    clue('subject', ['user', 'integration', 'refusals'], ({ user, integration: { username, flow }, refusals }) => {
      if (username === undefined) return undefined;
      if (user !== undefined) return isDecided(refusals, id) ? undefined : rulesOut({ username });
      if (flow === 'jwt') return proves({ username });
      return flow === undefined ? suggests({ username }) : undefined;
    }),
    otherOrg(id),
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
