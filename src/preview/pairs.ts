import { judge, judgeAgain, type Judgement } from '../diagnosis/index.ts';
import { valueOf } from '../model/index.ts';
import type { Cause, Evidence } from '../model/index.ts';
import { areEverShut, mayShut, minuteOfWeek, momentsIn, weekFrom, type LoginTime } from './login-times.ts';
import { changedNow, loggingInAt, onTheDay } from './moved.ts';

/** How one cause stands at one moment today, and how with the change laid over it. */
export type Pair = {
  readonly cause: Cause;
  /** As the doctor judges it: a login that went well speaks against what is seen. */
  readonly today: Judgement;
  /** As if all had been set a moment ago, so that it can be compared with `after`. */
  readonly base: Judgement;
  readonly after: { readonly judgement: Judgement; readonly evidence: Evidence };
  /** What it hangs on, and nobody can say: the time zone of login hours, the key of a client whose app was changed since. */
  readonly unsure?: 'zone' | 'key' | undefined;
};

/** One cause over a stretch of time in which logins were made. */
export type Stretch = {
  /** Every moment at which it may stand otherwise. */
  readonly pairs: readonly Pair[];
  /** Those at which a login was made, or is asked about. */
  readonly surely: readonly Pair[];
};

export type Moments = {
  /** When it logged in. Login hours are judged at these. */
  readonly times: readonly LoginTime[];
  /** By the calendar of this day: UTC, ISO 8601. */
  readonly at?: string | undefined;
};

/** Only here does the hour of a login count. */
const byTheHour = 'login-hours';

/** What would only be untidy is left out. */
const blocking = (causes: readonly Cause[]): readonly Cause[] => causes.filter(({ blocks }) => blocks);

/** A login as it stands: what every change to it is compared with. */
export type Today = {
  readonly evidence: Evidence;
  /** As if all had been set a moment ago. */
  readonly settled: Evidence;
  readonly standings: ReadonlyArray<Pick<Pair, 'cause' | 'today' | 'base'>>;
};

/** Judges it once, however many changes are compared with it. */
export const todayOf = (evidence: Evidence, causes: readonly Cause[]): Today => {
  const settled = changedNow(evidence);
  const standings = blocking(causes).map((cause) => {
    const today = judge(cause, evidence);
    return { cause, today, base: judgeAgain(today, { from: evidence, to: settled }) };
  });
  return { evidence, settled, standings };
};

const alone = (pair: Pair): Stretch => ({ pairs: [pair], surely: [pair] });

/** One judgement for each minute of the week. */
const remembered = (judged: (at: string) => Pair): ((at: string) => Pair) => {
  const pairs = new Map<number, Pair>();
  return (at) => {
    const minute = minuteOfWeek(at);
    const pair = pairs.get(minute) ?? judged(at);
    pairs.set(minute, pair);
    return pair;
  };
};

/** Of whom no login was seen: some time in a week. */
const orAnyTime = (times: readonly LoginTime[], { now }: Evidence): readonly LoginTime[] => {
  const at = valueOf(now);
  return times.length > 0 || at === undefined ? times : [weekFrom(at)];
};

/** All three at the hours at which it logs in: those at which nobody logs in refuse nobody. */
const byHours = (
  cause: Cause,
  { evidence: before, settled }: Today,
  changed: Evidence,
  times: readonly LoginTime[],
): readonly Stretch[] => {
  const pairAt = remembered((at) => {
    const evidence = loggingInAt(changed, at);
    const [today, base] = [judge(cause, loggingInAt(before, at)), judge(cause, loggingInAt(settled, at))];
    return {
      cause,
      today,
      base,
      after: { evidence, judgement: judge(cause, evidence) },
      unsure: mayShut(before, changed, at) ? 'zone' : undefined,
    };
  });
  const hours = [before, changed].map(({ loginHours }) => valueOf(loginHours)).filter(areEverShut);
  // What is never shut, and what was not seen, is alike at all times.
  if (hours.length === 0) return times.slice(0, 1).map(({ from }) => alone(pairAt(from)));
  return times.map((time) => ({
    pairs: momentsIn(time, hours).map(pairAt),
    surely: time.vague === true ? [] : [time.from, time.to].map(pairAt),
  }));
};

/**
 * A login that went well vouches for a key that was not seen, but not where its app was changed since: an assertion that no longer fits
 * leaves no row.
 */
const isKeyUnsure = ({ unread }: Judgement, { app, loginRows }: Evidence): boolean => {
  const changedAt = valueOf(app)?.changedAt;
  const wells = (valueOf(loginRows) ?? []).filter(({ success }) => success);
  return (
    changedAt !== undefined &&
    wells.every(({ at }) => at <= changedAt) &&
    unread.some(({ facts }) => facts.includes('keyFile'))
  );
};

/** Every blocking cause under both. */
export const stretchesOf = (today: Today, after: Evidence, { times, at }: Moments): readonly Stretch[] => {
  const { evidence: before, settled, standings } = today;
  const changed: Evidence = { ...after, changes: settled.changes };
  const days = at === undefined ? [changed] : [changed, onTheDay(changed, at)];
  return standings.flatMap(({ cause, ...standing }): readonly Stretch[] => {
    if (cause.id === byTheHour) return byHours(cause, today, changed, orAnyTime(times, before));
    return days.map((evidence) => {
      const judgement = judgeAgain(standing.base, { from: settled, to: evidence });
      const unsure = isKeyUnsure(judgement, before) ? 'key' : undefined;
      return alone({ cause, ...standing, after: { evidence, judgement }, unsure });
    });
  });
};
