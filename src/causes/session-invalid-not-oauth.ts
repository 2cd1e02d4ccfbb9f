import { cause } from '../clues/cause.ts';
import { isNamed } from '../clues/named.ts';
import { span } from '../clues/times.ts';
import { clue, proves } from '../model/index.ts';

const id = 'session-invalid-not-oauth';

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  recorded: false,
  sources: ['soap-core-faults'],
  clues: [
    // Whatever token the integration sends: a user without a live session has none that works.
    clue('no-session', ['sessions', 'refusals', 'now'], ({ sessions, refusals, now }) =>
      isNamed(refusals, id) && sessions.every(({ endsAt }) => span(endsAt, now) >= 0) ? proves() : undefined,
    ),
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
