import { hasCome } from '../clues/ahead.ts';
import { workedLately } from '../clues/doubts.ts';
import { onlyIn } from '../clues/flows.ts';
import { inHistory, said } from '../clues/index.ts';
import {
  endOf,
  hiddenIdleLimit,
  hiddenIdleLimitMs,
  isRefreshRow,
  lastUseOf,
  refreshes,
  warningMs,
  wasRefused,
} from '../clues/refresh.ts';
import { addPeriod, newest, oldest, span } from '../clues/times.ts';
import { cause, clue, foreshadows, foretells, proves, rulesOut, suggests } from '../model/index.ts';
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
  return span(at, first) <= warningMs(policy, at)
    ? foretells(first, { ...values, on: first })
    : rulesOut({ ...values, on: first });
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
      const { app } = facts;
      if (app?.refreshTokenPolicy?.kind !== 'infinite') return undefined;
      const lastUse = lastUseOf(app.name, facts);
      const at = facts.failedAt ?? facts.now;
      const idle = lastUse !== undefined && span(lastUse, at) > hiddenIdleLimitMs;
      if (!wasRefused(facts)) return idle ? undefined : rulesOut({ app: app.name });
      if (lastUse === undefined) return undefined;
      return idle ? suggests({ app: app.name, lastUse }) : rulesOut({ app: app.name });
    }),
    // Which apps have the hidden limit, no metadata tells.
    clue('hidden-limit', ['integration', 'refusals', 'app', 'grants', 'loginRows', 'now'], (facts) => {
      const { app, now } = facts;
      if (app?.refreshTokenPolicy?.kind !== 'infinite' || !refreshes(facts) || wasRefused(facts)) return undefined;
      const lastUse = lastUseOf(app.name, facts);
      if (lastUse === undefined || !hasCome('vendor-app-controls', now)) return undefined;
      const idle = span(lastUse, now);
      if (idle < hiddenIdleLimitMs / 2 || idle >= hiddenIdleLimitMs) return undefined;
      const on = addPeriod(lastUse, hiddenIdleLimit);
      return foreshadows({ on }, { app: app.name, lastUse, on });
    }),
    workedLately(isRefreshRow),
  ],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    { id: 'change-policy', who: 'org-admin', effect: 'relaxes-policy', setup: '/lightning/setup/{appPolicies}/home' },
    { id: 'leave-refresh-tokens', who: 'developer', effect: 'changes-client' },
  ],
});
