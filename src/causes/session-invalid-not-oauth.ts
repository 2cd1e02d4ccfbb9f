import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { span } from '../clues/times.ts';
import { clue, proves, suggests } from '../model/index.ts';

const id = 'session-invalid-not-oauth';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  recorded: false,
  sources: ['soap-core-faults'],
  clues: [
    // Whatever token the integration sends: a user without a live session has none that works. Where the wording has likelier
    // causes that is no proof: sessions end by themselves, and the text may be of yesterday.
    clue('no-session', ['sessions', 'refusals', 'now'], ({ sessions, refusals, now }) => {
      if (!isNamed(refusals, id) || sessions.some(({ endsAt }) => span(endsAt, now) < 0)) return undefined;
      return refusals.some(({ decides, suspects }) => (decides ?? suspects[0]) === id) ? proves() : suggests();
    }),
  ],
  remedies: [
    { id: 'get-a-new-token', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'refresh-in-time',
      who: 'developer',
      effect: 'changes-client',
      setup: '/lightning/setup/SecuritySession/home',
    },
  ],
});
