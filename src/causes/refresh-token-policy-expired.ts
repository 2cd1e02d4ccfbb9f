import { workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import { endOf, hiddenIdleLimitMs, isRefreshRow, refreshes, rowsOf, wasRefused } from '../clues/refresh.ts';
import { newest, oldest, soonMs, span } from '../clues/times.ts';
import { cause, clue, foretells, proves, rulesOut, suggests } from '../model/index.ts';
import type { Grant, RefreshTokenPolicy, Sign } from '../model/index.ts';

const id = 'refresh-token-policy-expired';

const readEnds = (
  grants: readonly Grant[],
  policy: RefreshTokenPolicy,
  at: string,
  refused: boolean,
): Sign | undefined => {
  const ends = grants.flatMap((grant) => endOf(grant, policy) ?? []);
  const [first, last] = [oldest(ends), newest(ends)];
  if (first === undefined || last === undefined) return undefined;
  const values = { kind: policy.kind, period: policy.period ?? 0, unit: policy.unit ?? '', grants: ends.length };
  if (span(last, at) >= 0) return proves({ ...values, on: last }, last);
  if (span(first, at) >= 0) return suggests({ ...values, on: first });
  if (refused) return undefined;
  return span(at, first) <= soonMs ? foretells(first, { ...values, on: first }) : rulesOut({ ...values, on: first });
};

export default cause({
  id,
  gate: 'token',
  blocks: true,
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    said(id),
    inHistory(id),
    onlyIn(id, 'refresh-token', 'web', 'device'),
    clue('ends-at-once', ['integration', 'refusals', 'app'], (facts) =>
      refreshes(facts) && facts.app?.refreshTokenPolicy?.kind === 'zero' ? proves({ app: facts.app.name }) : undefined,
    ),
    clue('ends', ['integration', 'refusals', 'app', 'grants', 'failedAt', 'now'], (facts) => {
      const policy = facts.app?.refreshTokenPolicy;
      if (policy === undefined || !refreshes(facts)) return undefined;
      return readEnds(facts.grants, policy, facts.failedAt ?? facts.now, wasRefused(facts));
    }),
    clue('never-ends', ['refusals', 'app', 'grants', 'loginRows', 'failedAt', 'now'], (facts) => {
      const { app, grants, loginRows } = facts;
      if (app?.refreshTokenPolicy?.kind !== 'infinite') return undefined;
      const lastUse = newest([
        ...grants.map(({ createdAt, lastUsedAt }) => lastUsedAt ?? createdAt),
        ...rowsOf(loginRows, app.name).map(({ success, at }) => (success ? at : undefined)),
      ]);
      const at = facts.failedAt ?? facts.now;
      const idle = lastUse !== undefined && span(lastUse, at) > hiddenIdleLimitMs;
      if (!wasRefused(facts)) return idle ? undefined : rulesOut({ app: app.name });
      if (lastUse === undefined) return undefined;
      return idle ? suggests({ app: app.name, lastUse }) : rulesOut({ app: app.name });
    }),
    workedLately(isRefreshRow),
  ],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    { id: 'change-policy', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/{appPolicies}/home' },
    { id: 'leave-refresh-tokens', who: 'developer', effect: 'changes-client' },
  ],
});
