import { said } from '../clues/index.ts';
import { isTlsTrouble } from '../clues/network.ts';
import { cause, clue, proves, suggests } from '../model/index.ts';

const id = 'network-or-proxy';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  transient: true,
  explains: [],
  clues: [
    said(id),
    clue('unreachable', ['loginHost'], ({ loginHost: { reachable, trouble, url } }) => {
      if (reachable || trouble === undefined || isTlsTrouble(trouble)) return undefined;
      // A name that nobody knows may be a typo, or the My Domain of an org that is gone.
      return trouble === 'ENOTFOUND' ? suggests({ url, trouble }) : proves({ url, trouble });
    }),
  ],
  remedies: [
    { id: 'open-the-way', who: 'integration-owner', effect: 'changes-client' },
    { id: 'retry', who: 'nobody', effect: 'waits' },
  ],
});
