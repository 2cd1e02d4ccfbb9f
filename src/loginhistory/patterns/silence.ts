import type { Silence } from '../../model/index.ts';
import { loginOf } from '../piece.ts';
import { dayMs, hourMs, iso, minuteMs } from '../times.ts';

/** Logins of one user by one app in a span of time, that went well or not. Epoch ms, UTC. */
export type Activity = {
  readonly user?: string;
  readonly application?: string;
  readonly loginType?: string;
  readonly success: boolean;
  readonly first: number;
  readonly last: number;
  readonly count: number;
};

/** What Login History calls a login on the login page. People come and go; integrations do not. */
const byPeople: ReadonlySet<string> = new Set(['Application']);

/** Spans with a login in which a pattern can be seen. */
const fewestSpans = 5;

/** So much longer than the longest pause before must a silence be, and so long at least. */
const factor = 2;
const shortestMs = 30 * minuteMs;

/** A pattern must have been seen so much longer than the silence; one night and day; and a weekend, before a weekend's silence counts. */
const seenFactor = 3;
const seenAtLeastMs = 2 * dayMs;
const weekMs = 8 * dayMs;
const overWeekendMs = 20 * hourMs;

type Pattern = { readonly first: number; readonly last: number; readonly longestGap: number };

/** When it logged in, as far as the spans tell: within a span the logins are taken to be evenly apart. */
const patternOf = (spans: readonly Activity[]): Pattern => {
  let last = -Infinity;
  let longestGap = 0;
  for (const span of spans) {
    if (last !== -Infinity) longestGap = Math.max(longestGap, span.first - last);
    if (span.count > 1) longestGap = Math.max(longestGap, (span.last - span.first) / (span.count - 1));
    last = Math.max(last, span.last);
  }
  return { first: spans[0]?.first ?? 0, last, longestGap };
};

const isSilent = ({ first, last, longestGap }: Pattern, until: number): boolean => {
  const silent = until - last;
  const seen = last - first;
  return (
    silent > Math.max(factor * longestGap, shortestMs) &&
    seen >= Math.max(seenFactor * silent, seenAtLeastMs) &&
    (silent < overWeekendMs || seen >= weekMs)
  );
};

const keyOf = ({ user = '', app = '' }: Silence): string => JSON.stringify([user, app]);

/** Integrations that logged in regularly and then stopped altogether, before `until` (epoch ms). Longest silent first. */
export const findSilences = (
  activity: Iterable<Activity>,
  until: number,
  nameOf: (user: string) => string,
): readonly Silence[] =>
  [...Map.groupBy(activity, loginOf)]
    .flatMap(([, all]): Silence[] => {
      if (all.some(({ loginType = '' }) => byPeople.has(loginType))) return [];
      const successes = all.filter(({ success }) => success).toSorted((a, b) => a.first - b.first);
      const [one] = successes;
      if (one === undefined || successes.length < fewestSpans) return [];
      const pattern = patternOf(successes);
      const failsNow = all.some(({ success, last }) => !success && last > pattern.last);
      if (failsNow || !isSilent(pattern, until)) return [];
      return [
        {
          ...(one.user === undefined ? {} : { user: nameOf(one.user) }),
          ...(one.application === undefined ? {} : { app: one.application }),
          lastSuccess: iso(pattern.last),
          successes: successes.reduce((sum, { count }) => sum + count, 0),
          since: iso(pattern.first),
          longestGapMs: Math.round(pattern.longestGap),
          silentMs: until - pattern.last,
        },
      ];
    })
    .toSorted((a, b) => b.silentMs - a.silentMs || (keyOf(a) < keyOf(b) ? -1 : 1));
