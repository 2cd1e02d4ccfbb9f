import { said } from '../clues/index.ts';
import { isTlsTrouble } from '../clues/network.ts';
import { cause, clue, proves } from '../model/index.ts';

const id = 'tls-or-certificate';

export default cause({
  id,
  gate: 'host',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    clue('refused', ['loginHost'], ({ loginHost: { reachable, trouble, url } }) =>
      !reachable && trouble !== undefined && isTlsTrouble(trouble) ? proves({ url, trouble }) : undefined,
    ),
  ],
  remedies: [
    { id: 'trust-the-proxy', who: 'integration-owner', effect: 'changes-client' },
    { id: 'use-newer-tls', who: 'developer', effect: 'changes-client' },
  ],
});
