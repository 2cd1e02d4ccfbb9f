import { defined } from '../../model/index.ts';
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

/** What one run through the rows tells of a login, without remembering them. */
type Outline = {
  readonly login: string;
  people: boolean;
  spans: number;
  successes: number;
  first: number;
  last: number;
  lastFailure: number;
};

type Pattern = { readonly first: number; readonly last: number; readonly longestGap: number };

const outlinesOf = (activity: Iterable<Activity>): ReadonlyMap<string, Outline> => {
  const found = new Map<string, Outline>();
  for (const one of activity) {
    const login = loginOf(one);
    const outline = found.get(login) ?? {
      ...{ login, people: false, spans: 0, successes: 0 },
      ...{ first: Infinity, last: -Infinity, lastFailure: -Infinity },
    };
    found.set(login, outline);
    outline.people ||= byPeople.has(one.loginType ?? '');
    if (one.success) {
      outline.spans += 1;
      outline.successes += one.count;
      outline.first = Math.min(outline.first, one.first);
      outline.last = Math.max(outline.last, one.last);
    } else outline.lastFailure = Math.max(outline.lastFailure, one.last);
  }
  return found;
};

/** Whether a login can have fallen silent, as far as that can be told without its longest pause. */
const mayBeSilent = ({ people, spans, first, last, lastFailure }: Outline, until: number): boolean => {
  if (people || spans < fewestSpans || lastFailure > last) return false;
  const silent = until - last;
  const seen = last - first;
  return (
    silent > shortestMs &&
    seen >= Math.max(seenFactor * silent, seenAtLeastMs) &&
    (silent < overWeekendMs || seen >= weekMs)
  );
};

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

const successesOf = function* (activity: Iterable<Activity>, logins: ReadonlySet<string>): Generator<Activity> {
  for (const one of activity) if (one.success && logins.has(loginOf(one))) yield one;
};

const keyOf = ({ user = '', app = '' }: Silence): string => JSON.stringify([user, app]);

/**
 * Integrations that logged in regularly and then stopped altogether, before `until` (epoch ms). Longest silent first.
 * Runs through the rows twice, and remembers only those of logins that may have stopped: there can be a million rows.
 */
export const findSilences = (
  activity: Iterable<Activity>,
  until: number,
  nameOf: (user: string) => string,
): readonly Silence[] => {
  const outlines = [...outlinesOf(activity).values()].filter((outline) => mayBeSilent(outline, until));
  if (outlines.length === 0) return [];
  const spans = Map.groupBy(successesOf(activity, new Set(outlines.map(({ login }) => login))), loginOf);
  return outlines
    .flatMap(({ login, successes }): Silence[] => {
      const sorted = (spans.get(login) ?? []).toSorted((a, b) => a.first - b.first);
      const pattern = patternOf(sorted);
      const silentMs = until - pattern.last;
      const [one] = sorted;
      if (one === undefined || silentMs <= factor * pattern.longestGap) return [];
      return [
        {
          ...(one.user === undefined ? {} : { user: nameOf(one.user) }),
          ...defined({ app: one.application }),
          lastSuccess: iso(pattern.last),
          successes,
          since: iso(pattern.first),
          longestGapMs: Math.round(pattern.longestGap),
          silentMs,
        },
      ];
    })
    .toSorted((a, b) => b.silentMs - a.silentMs || (keyOf(a) < keyOf(b) ? -1 : 1));
};
