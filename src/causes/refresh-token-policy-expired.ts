import { cause } from '../clues/cause.ts';
import { hasCome } from '../clues/ahead.ts';
import { enforcedBy } from '../clues/enforced.ts';
import {
  allowsLongIdle,
  endOf,
  idleLimit,
  idleLimitEntry,
  idleLimitMs,
  idleLimitSince,
  isRefreshRow,
  lastUseOf,
  refreshes,
  rowsOf,
  warningMs,
  wasRefused,
} from '../clues/refresh.ts';
import { addPeriod, dayMs, newest, oldest, span } from '../clues/times.ts';
import { clue, clueWith, foreshadows, foretells, notes, proves, rulesOut, suggests, untold } from '../model/index.ts';
import type { Clue, Facts, Grant, RefreshTokenPolicy, Sign } from '../model/index.ts';

const id = 'refresh-token-policy-expired';

/** Whether none of them was used within the idle limit that Salesforce sets whatever the policy says. */
const isLongIdle = (grants: readonly Grant[], at: string): boolean => {
  const used = newest(grants.map(({ createdAt, lastUsedAt }) => lastUsedAt ?? createdAt));
  return used !== undefined && span(used, at) > idleLimitMs;
};

/** Whether a new token would end before the nightly job comes again: logging in again is no cure then. */
const endsWithinADay = ({ period, unit }: RefreshTokenPolicy, at: string): boolean =>
  period !== undefined && unit !== undefined && span(at, addPeriod(at, { period, unit })) <= dayMs;

/** The last use of a grant that by the policy of today had ended before. */
const usedBeyond = (grants: readonly Grant[], policy: RefreshTokenPolicy): string | undefined =>
  newest(
    grants.map((grant) => {
      const [end, used] = [endOf(grant, policy), grant.lastUsedAt];
      return end !== undefined && used !== undefined && span(end, used) > 0 ? used : undefined;
    }),
  );

type PolicyFacts = Pick<Facts, 'integration' | 'refusals' | 'app' | 'grants' | 'failedAt' | 'now'> &
  Partial<Pick<Facts, 'loginRows'>>;

/** The last refresh of the app that went well before a moment. */
const workedBefore = ({ app, loginRows = [] }: PolicyFacts, at: string): string | undefined =>
  rowsOf(loginRows, app?.name ?? '').find((row) => row.success && isRefreshRow(row) && span(row.at, at) >= 0)?.at;

/** How a policy that sets a time bears on the grants; undefined: another clue speaks, or there is none. */
const readEnds = (facts: PolicyFacts, policy: RefreshTokenPolicy): Sign | undefined => {
  const { grants, failedAt, now } = facts;
  const at = failedAt ?? now;
  const refused = wasRefused(facts);
  const ends = grants.flatMap((grant) => endOf(grant, policy) ?? []);
  const [first, last] = [oldest(ends), newest(ends)];
  if (first === undefined || last === undefined) return undefined;
  const values = { kind: policy.kind, period: policy.period ?? 0, unit: policy.unit ?? '', grants: ends.length };
  if (span(last, at) >= 0) {
    const used = usedBeyond(grants, policy);
    if (used !== undefined) return proves({ ...values, on: last, used }, used);
    // What worked after all of these had ended was another token, which is not there any more.
    const worked = workedBefore(facts, at);
    return worked !== undefined && span(last, worked) > 0
      ? suggests({ ...values, on: first })
      : proves({ ...values, on: last }, last);
  }
  if (span(first, at) >= 0) return suggests({ ...values, on: first });
  if (refused) return undefined;
  if (span(at, first) <= warningMs(policy, at)) return foretells(first, { ...values, on: first });
  return isLongIdle(grants, at) ? undefined : rulesOut({ ...values, on: first });
};

/** One face of that: each has its own words and its own remedies. */
type Face = 'ends' | 'ends-within-a-day' | 'shortened';

const faceOf = (sign: Sign, policy: RefreshTokenPolicy, at: string): Face => {
  if (sign.kind !== 'proves') return 'ends';
  if ('used' in sign.values) return 'shortened';
  return endsWithinADay(policy, at) ? 'ends-within-a-day' : 'ends';
};

const endsAs = (face: Face): Clue =>
  clueWith(
    face,
    { needs: ['integration', 'refusals', 'app', 'grants', 'failedAt', 'now'], also: ['loginRows'] },
    (facts) => {
      const policy = facts.app?.refreshTokenPolicy;
      if (policy === undefined || !refreshes(facts)) return undefined;
      const sign = readEnds(facts, policy);
      return sign !== undefined && faceOf(sign, policy, facts.failedAt ?? facts.now) === face ? sign : undefined;
    },
  );

export default cause({
  id,
  gate: 'refresh-token',
  blocks: true,
  flows: ['refresh-token', 'web', 'device'],
  sources: ['refresh-token-flow', 'idle-limit-external-client-apps', 'idle-limit-connected-apps'],
  explains: ['refresh-token-revoked-or-expired'],
  clues: [
    clue('ends-at-once', ['integration', 'refusals', 'app'], (facts) => {
      if (facts.app?.refreshTokenPolicy?.kind !== 'zero') return undefined;
      return (refreshes(facts) ? proves : notes)({ app: facts.app.name });
    }),
    endsAs('ends'),
    endsAs('ends-within-a-day'),
    endsAs('shortened'),
    clue('never-ends', ['refusals', 'app', 'grants', 'loginRows', 'failedAt', 'now'], (facts) => {
      const { app } = facts;
      if (app?.refreshTokenPolicy?.kind !== 'infinite') return undefined;
      const lastUse = lastUseOf(app.name, facts);
      const idle = lastUse !== undefined && span(lastUse, facts.failedAt ?? facts.now) > idleLimitMs;
      if (wasRefused(facts) && lastUse === undefined) return undefined;
      return idle ? undefined : rulesOut({ app: app.name });
    }),
    clue(
      'idle-limit',
      ['integration', 'refusals', 'organization', 'app', 'grants', 'loginRows', 'failedAt', 'now'],
      (facts) => {
        const { app, organization, now, failedAt = now } = facts;
        const policy = app?.refreshTokenPolicy;
        if (app === undefined || policy === undefined || !refreshes(facts)) return undefined;
        const lastUse = lastUseOf(app.name, facts);
        if (lastUse === undefined || !allowsLongIdle(policy, lastUse)) return undefined;
        const values = {
          app: app.name,
          lastUse,
          on: addPeriod(lastUse, idleLimit),
          from: idleLimitSince(organization),
        };
        const ended = span(values.on, values.from) > 0 ? values.from : values.on;
        if (span(ended, failedAt) >= 0) return enforcedBy(idleLimitEntry(organization), suggests(values, ended));
        return wasRefused(facts) || span(now, values.on) > idleLimitMs / 2
          ? undefined
          : foreshadows({ on: ended }, values);
      },
    ),
    // Before it held for every app, some apps of vendors had the limit: which ones, no metadata tells.
    clue(
      'vendor-idle-limit',
      ['refusals', 'organization', 'app', 'grants', 'loginRows', 'failedAt', 'now'],
      (facts) => {
        const { app, organization, now, failedAt = now } = facts;
        if (app?.refreshTokenPolicy?.kind !== 'infinite' || !wasRefused(facts)) return undefined;
        const lastUse = lastUseOf(app.name, facts);
        if (lastUse === undefined || span(failedAt, idleLimitSince(organization)) <= 0) return undefined;
        const idle = hasCome('vendor-app-controls', failedAt) && span(lastUse, failedAt) > idleLimitMs;
        return idle ? suggests({ app: app.name, lastUse }) : undefined;
      },
    ),
    clue('policy', ['app'], ({ app }) =>
      app !== undefined && app.refreshTokenPolicy === undefined ? untold({ app: app.name }) : undefined,
    ),
  ],
  remedies: [
    { id: 'log-in-again', who: 'integration-owner', effect: 'changes-credential' },
    {
      id: 'change-policy',
      who: 'org-admin',
      effect: 'relaxes-policy',
      setup: '/lightning/setup/{appPolicies}/home',
      provedBy: ['ends-at-once', 'ends-within-a-day', 'shortened'],
    },
    { id: 'leave-refresh-tokens', who: 'developer', effect: 'changes-client' },
  ],
});
