import { notIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { isNamed } from '../clues/named.ts';
import { cause, clue, proves, rulesOut, suggests } from '../model/index.ts';

const id = 'app-wrong-consumer-key';

/** Enough of a key to tell two apart at a glance. A consumer key is no secret. */
const short = (key: string): string => (key.length <= 16 ? key : `${key.slice(0, 8)}…${key.slice(-6)}`);

export default cause({
  id,
  gate: 'client-id',
  blocks: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    notIn(id, 'soap-login'),
    clue('key', ['integration', 'appOauth'], ({ integration: { consumerKey: given }, appOauth }) => {
      const real = appOauth?.consumerKey;
      if (given === undefined || real === undefined) return undefined;
      return given === real ? rulesOut({ given: short(given) }) : proves({ given: short(given), real: short(real) });
    }),
    clue('key-unknown', ['keyProbe'], ({ keyProbe }) =>
      keyProbe.answer === 'unknown' ? suggests({ host: keyProbe.host }) : undefined,
    ),
    clue('key-known', ['keyProbe', 'refusals'], ({ keyProbe, refusals }) =>
      keyProbe.answer === 'known' && !isNamed(refusals, id) ? rulesOut({ host: keyProbe.host }) : undefined,
    ),
  ],
  actions: ['generateOauthStagedCredential', 'deleteApplication', 'insertApplication'],
  remedies: [
    {
      id: 'copy-key',
      who: 'integration-owner',
      effect: 'changes-credential',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
