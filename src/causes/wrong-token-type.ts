import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { clue, proves, suggests } from '../model/index.ts';
import type { AccessToken, Clue } from '../model/index.ts';

const id = 'wrong-token-type';

/** What was given in the place of an access token may be mistaken for us alone, so it proves only where a wording points there. */
const instead = (form: AccessToken['form']): Clue =>
  clue(`is-${form}`, ['accessToken', 'refusals'], ({ accessToken, refusals }) => {
    if (accessToken?.form !== form) return undefined;
    return isNamed(refusals, id) ? proves() : suggests();
  });

export default cause({
  id,
  gate: 'scopes',
  blocks: true,
  recorded: false,
  sources: ['oauth-errors'],
  clues: [instead('refresh-token'), instead('id-token'), instead('assertion')],
  remedies: [
    {
      id: 'ask-for-the-other-kind',
      who: 'developer',
      effect: 'changes-client',
      setup: '/lightning/setup/{appSettings}/home',
    },
  ],
});
