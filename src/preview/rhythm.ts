import { allowsLongIdle } from '../clues/refresh.ts';
import { addPeriod, span } from '../clues/times.ts';
import type { RefreshTokenPolicy } from '../model/index.ts';
import type { LoginTime } from './login-times.ts';

/** The longest time without a login, in ms: of times that leave some out it is never told too short. One login tells none. */
const longestPause = (times: readonly LoginTime[], now: string): number => {
  const logins = new Set(times.flatMap(({ from, to, vague }) => (vague === true ? [] : [from, to])));
  const all = [...logins, now].toSorted();
  return logins.size < 2 ? Infinity : Math.max(...all.slice(1).map((at, before) => span(all[before] ?? at, at)));
};

const lengthOf = ({ period, unit }: RefreshTokenPolicy, from: string): number | undefined =>
  period === undefined || unit === undefined ? undefined : span(from, addPeriod(from, { period, unit }));

/** Whether a token lasts under one policy as long as under another. */
const isNoShorter = (policy: RefreshTokenPolicy, before: RefreshTokenPolicy | undefined, from: string): boolean => {
  const [now, then] = [lengthOf(policy, from), before === undefined ? undefined : lengthOf(before, from)];
  return before?.kind === policy.kind && now !== undefined && then !== undefined && now >= then;
};

/** How a login lives on refresh tokens: by what policy, and when it was seen. */
export type Rhythm = { readonly before: RefreshTokenPolicy | undefined; readonly times: readonly LoginTime[] };

/**
 * What of a new policy keeps anybody from saying that the tokens of a login live on. `token-ends`: they end some day whatever it does;
 * `token-idle`: they end if it is not used often enough, and that it is, was not seen.
 */
export const endOfTokens = (
  policy: RefreshTokenPolicy,
  { before, times }: Rhythm,
  now: string,
): 'token-ends' | 'token-idle' | undefined => {
  if (policy.kind === 'infinite' || policy.kind === 'zero' || isNoShorter(policy, before, now)) return undefined;
  if (policy.kind === 'lifetime') return 'token-ends';
  // Salesforce itself lets none be idle for longer.
  if (allowsLongIdle(policy, now)) return undefined;
  return longestPause(times, now) < (lengthOf(policy, now) ?? 0) ? undefined : 'token-idle';
};
