import { inHistory, said } from '../clues/index.ts';
import { hourMs, span } from '../clues/times.ts';
import { cause, clue, proves } from '../model/index.ts';

const id = 'rate-limited';

/** Logins of one user in an hour, after which Salesforce blocks the next ones for an hour. */
const limit = 3600;

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  transient: true,
  explains: [],
  clues: [
    said(id),
    inHistory(id),
    clue('logins-in-an-hour', ['loginRows', 'failedAt', 'now'], ({ loginRows, failedAt, now }) => {
      const until = failedAt ?? now;
      const count = loginRows.filter(({ at }) => span(at, until) >= 0 && span(at, until) <= hourMs).length;
      return count >= limit ? proves({ count, until }) : undefined;
    }),
  ],
  remedies: [
    { id: 'keep-the-token', who: 'developer', effect: 'changes-client' },
    { id: 'wait', who: 'nobody', effect: 'waits' },
  ],
});
