import { said } from '../clues/index.ts';
import { isOurTrouble, isTlsTrouble, reachedLately } from '../clues/network.ts';
import { cause, clue, proves, suggests } from '../model/index.ts';

const id = 'tls-or-certificate';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    // The proxies and trust store of this machine are those of the integration only where the refusal says so too.
    clue('refused', ['loginHost', 'refusals'], ({ loginHost: { reachable, trouble, url }, refusals }) => {
      if (reachable || trouble === undefined || !isTlsTrouble(trouble)) return undefined;
      return isOurTrouble(refusals) ? proves({ url, trouble }) : suggests({ url, trouble });
    }),
    reachedLately(id),
  ],
  remedies: [
    { id: 'trust-the-proxy', who: 'integration-owner', effect: 'changes-client' },
    { id: 'use-newer-tls', who: 'developer', effect: 'changes-client' },
  ],
});
