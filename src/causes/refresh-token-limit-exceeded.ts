import { cause } from '../clues/cause.ts';
import { idleLimitMs, isRefreshRow, refreshes, rowsOf, wasRefused } from '../clues/refresh.ts';
import { newest, oldest, span } from '../clues/times.ts';
import { clue, notes, proves, rulesOut, suggests, tells } from '../model/index.ts';

const id = 'refresh-token-limit-exceeded';

/** Approvals of one app by one user that live at the same time. Pages differ on whether the fifth or the sixth pushes one out. */
const limit = 5;

export default cause({
  id,
  gate: 'refresh-token',
  blocks: true,
  flows: ['refresh-token', 'web', 'device'],
  sources: ['approving-apps', 'managing-oauth-access'],
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    // Grants are found by the name of the app: while the app itself was not found, they may stand under another.
    clue('few-grants', ['grants', 'app'], ({ grants, app }) =>
      app !== undefined && grants.length < limit - 1 ? rulesOut({ count: grants.length }) : undefined,
    ),
    clue('all-slots-taken', ['integration', 'refusals', 'grants', 'app', 'loginRows', 'failedAt', 'now'], (facts) => {
      const { app, grants, loginRows, failedAt, now } = facts;
      const eldest = oldest(grants.map(({ createdAt }) => createdAt));
      if (grants.length < limit || eldest === undefined || !refreshes(facts) || !wasRefused(facts)) return undefined;
      const values = { count: grants.length, eldest };
      const until = failedAt ?? now;
      const worked = rowsOf(loginRows, app?.name ?? '').find(
        (row) => row.success && isRefreshRow(row) && span(row.at, eldest) > 0 && span(row.at, until) <= idleLimitMs,
      );
      // A grant that worked before the eldest of today's was there and is gone: where no policy ends grants, these pushed it out.
      return worked !== undefined && app?.refreshTokenPolicy?.kind === 'infinite'
        ? proves({ ...values, worked: worked.at }, eldest)
        : suggests(values);
    }),
    clue('live-grants', ['grants'], ({ grants }) => {
      const at = newest(grants.map(({ createdAt, lastUsedAt }) => lastUsedAt ?? createdAt));
      if (at === undefined) return undefined;
      return (grants.length >= limit ? notes : tells)({ count: grants.length, limit, at });
    }),
  ],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'one-user-per-client',
      who: 'integration-owner',
      effect: 'changes-client',
      provedBy: ['all-slots-taken'],
    },
    {
      id: 'revoke-unused',
      who: 'org-admin',
      effect: 'grants-access',
      setup: '/lightning/setup/ConnectedAppsUsage/home',
    },
  ],
});
