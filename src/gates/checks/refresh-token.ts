import { endOf } from '../../clues/refresh.ts';
import { dayMs, newest, oldest, soonMs, span, wholeDays } from '../../clues/times.ts';
import type { Grant, RefreshTokenPolicy } from '../../model/index.ts';
import { check, closed, notSeen, open, type Reading } from '../check.ts';
import type { GateRule } from '../gate.ts';

const over = 'refresh-token-policy-expired';

/** Approvals of one app by one user that live at the same time. Pages differ on whether the fifth or the sixth pushes one out. */
const limit = 5;

/** For some apps the org ends a token that was idle this long, while the policy still reads "valid until revoked". */
const hiddenIdleLimitMs = 30 * dayMs;

const policy = check('policy', { needs: ['app'] }, ({ app, integration: { flow } }) => {
  const rule = app?.refreshTokenPolicy;
  if (app === undefined) return undefined;
  if (rule === undefined) return notSeen('not-told');
  if (rule.kind !== 'zero')
    return open(rule.kind, rule.kind === 'infinite' ? {} : { period: rule.period ?? '?', unit: rule.unit ?? '?' });
  return flow === 'refresh-token'
    ? closed(over, 'zero', { app: app.name })
    : open('zero', { app: app.name }, { note: true });
});

const lastUse = (grants: readonly Grant[]): string | undefined =>
  newest(grants.map(({ createdAt, lastUsedAt }) => lastUsedAt ?? createdAt));

const grants = check('grants', { needs: ['grants'] }, ({ grants: all, integration: { flow } }) => {
  const at = lastUse(all);
  if (at === undefined)
    return flow === 'refresh-token' ? closed('refresh-token-revoked-or-expired', 'none') : open('none-yet');
  const values = { count: all.length, limit, at };
  return all.length >= limit
    ? open('at-limit', values, { note: true, cause: 'refresh-token-limit-exceeded' })
    : open('some', values);
});

const never = (all: readonly Grant[], now: string): Reading | undefined => {
  const at = lastUse(all);
  if (at === undefined) return undefined;
  return span(at, now) > hiddenIdleLimitMs
    ? open('idle', { at, days: wholeDays(at, now) }, { note: true, cause: over })
    : open('never');
};

const dies = (all: readonly Grant[], rule: RefreshTokenPolicy, now: string): Reading | undefined => {
  const ends = all.flatMap((grant) => endOf(grant, rule) ?? []);
  const [first, last] = [oldest(ends), newest(ends)];
  if (first === undefined || last === undefined) return undefined;
  if (span(now, last) <= 0) return closed(over, 'over', { on: last });
  if (span(now, first) <= 0) return notSeen('some-over', { on: first, last });
  const values = { on: first, days: wholeDays(now, first) };
  const say = rule.kind === 'inactivity' ? 'unless-used' : 'on';
  return span(now, first) <= soonMs ? open(`${say}-soon`, values, { on: first, cause: over }) : open(say, values);
};

/** The day on which the token dies if nothing changes. Which of several grants the client holds nobody can see: the first one to die counts. */
const forecast = check('forecast', { needs: ['app', 'grants'], flows: ['refresh-token'] }, (facts) => {
  const rule = facts.app?.refreshTokenPolicy;
  if (rule === undefined || rule.kind === 'zero') return undefined;
  return rule.kind === 'infinite' ? never(facts.grants, facts.now) : dies(facts.grants, rule, facts.now);
});

const rotation = check('rotation', { also: ['appOauth'] }, ({ appOauth }) => {
  if (appOauth?.refreshTokenRotation === undefined) return undefined;
  return appOauth.refreshTokenRotation ? open('on', {}, { note: true }) : open('off');
});

/** Does the token live, how long, and how many are there? */
export const refreshToken: GateRule = {
  id: 'refresh-token',
  flows: ['refresh-token', 'web', 'device'],
  checks: [policy, grants, forecast, rotation],
};
