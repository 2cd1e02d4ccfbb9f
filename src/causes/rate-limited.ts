import { cause } from '../clues/cause.ts';
import { hourMs, minuteMs, span } from '../clues/times.ts';
import { clue, suggests } from '../model/index.ts';

const id = 'rate-limited';

/** Logins of one user in an hour, after which Salesforce blocks the next ones for an hour. */
const limit = 3600;

/** How Salesforce calls the limit of all calls of an org in 24 hours. */
const ofTheDay = /\bTotalRequests\b/u;

/** Fewer rows show no pace. */
const enough = 300;

export default cause({
  id,
  gate: 'api-access',
  blocks: true,
  transient: true,
  sources: ['soap-login', 'api-total-usage'],
  clues: [
    // One page of rows never holds so many: what can be seen is the pace.
    clue('pace', ['loginRows', 'failedAt', 'now'], ({ loginRows, failedAt, now }) => {
      const until = failedAt ?? now;
      const rows = loginRows.filter(({ at }) => span(at, until) >= 0 && span(at, until) <= hourMs);
      const eldest = rows.at(-1)?.at;
      if (eldest === undefined || rows.length < enough) return undefined;
      const minutes = Math.max(1, Math.ceil(span(eldest, until) / minuteMs));
      return rows.length / minutes >= limit / 60 ? suggests({ count: rows.length, minutes, until }) : undefined;
    }),
    // Another limit than that of logins: it ends otherwise, and others than this user use it up.
    clue('calls-of-the-day', ['refusals'], ({ refusals }) =>
      refusals.some(({ description, text }) => ofTheDay.test(description ?? text)) ? suggests() : undefined,
    ),
  ],
  remedies: [
    { id: 'keep-the-token', who: 'developer', effect: 'changes-client', notBy: ['calls-of-the-day'] },
    { id: 'wait', who: 'nobody', effect: 'waits', notBy: ['calls-of-the-day'] },
    {
      id: 'find-who-calls',
      who: 'org-admin',
      effect: 'changes-client',
      onlyBy: ['calls-of-the-day'],
      setup: '/lightning/setup/CompanyProfileInfo/home',
    },
  ],
});
