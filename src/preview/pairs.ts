import { judge, judgeAll, type Judgement } from '../diagnosis/index.ts';
import type { Cause, Evidence } from '../model/index.ts';
import { changedNow, loggingInAt, onTheDay } from './moved.ts';

/** How one cause stands today, and how with the change laid over it. */
export type Pair = {
  readonly cause: Cause;
  /** As the doctor judges it: a login that went well speaks against what is seen. */
  readonly today: Judgement;
  /** As if all had been set a moment ago, so that it can be compared with `after`. */
  readonly base: Judgement;
  /** At each moment that counts: the hours at which it logs in, the day that was asked for. */
  readonly after: ReadonlyArray<{ readonly judgement: Judgement; readonly evidence: Evidence }>;
};

export type Moments = {
  /** When it logged in: UTC, ISO 8601. Login hours are judged at these. */
  readonly times: readonly string[];
  /** By the calendar of this day: UTC, ISO 8601. */
  readonly at?: string | undefined;
};

/** Only here does the hour of a login count. */
const byTheHour = 'login-hours';

const byId = (judgements: readonly Judgement[]): ReadonlyMap<string, Judgement> =>
  new Map(judgements.map((judgement) => [judgement.cause.id, judgement]));

/** What would only be untidy is left out. */
const blocking = (causes: readonly Cause[]): readonly Cause[] => causes.filter(({ blocks }) => blocks);

const momentsOf = (cause: Cause, evidence: Evidence, { times, at }: Moments): readonly Evidence[] => {
  if (cause.id === byTheHour) return times.length === 0 ? [evidence] : times.map((time) => loggingInAt(evidence, time));
  return at === undefined ? [evidence] : [evidence, onTheDay(evidence, at)];
};

/** Every blocking cause under both. */
export const pairsOf = (
  before: Evidence,
  after: Evidence,
  { causes, ...moments }: Moments & { readonly causes: readonly Cause[] },
): readonly Pair[] => {
  const those = blocking(causes);
  const settled = changedNow(before);
  const [today, base] = [judgeAll({ evidence: before, causes: those }), judgeAll({ evidence: settled, causes: those })];
  const [todayOf, baseOf] = [byId(today), byId(base)];
  const changed = changedNow(after);
  return those.flatMap((cause): readonly Pair[] => {
    const [first, second] = [todayOf.get(cause.id), baseOf.get(cause.id)];
    if (first === undefined || second === undefined) return [];
    const then = momentsOf(cause, changed, moments).map((evidence) => ({
      evidence,
      judgement: judge(cause, evidence),
    }));
    return [{ cause, today: first, base: second, after: then }];
  });
};
