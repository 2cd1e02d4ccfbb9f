import type { LoginGroup, LoginTally, SuccessSpan } from '../tally/group.ts';
import type { RowCounter } from './row-counter.ts';
import type { RowGroup } from './row-groups.ts';

type Starts = ReadonlyMap<string, number>;

const sumOf = (groups: readonly LoginGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

const placedIn =
  (starts: Starts, span: number) =>
  ({ hour, spanStart, first, last, values, ...group }: RowGroup): readonly LoginGroup[] => {
    const start = starts.get(hour);
    if (start === undefined) return [];
    return [{ ...values, ...group, hour: start + spanStart, span, first: start + first, last: start + last }];
  };

const successSpansOf = ({ successes }: RowCounter, starts: Starts, span: number): readonly SuccessSpan[] =>
  [...successes.values()].flatMap(({ hour, spanStart, ...counted }) => {
    const start = starts.get(hour);
    return start === undefined ? [] : [{ ...counted, hour: start + spanStart, span }];
  });

/** From the first row to behind the last; where there is none, no time at all, now. */
const windowOf = (groups: readonly LoginGroup[], now: number): { readonly since: number; readonly until: number } => {
  if (groups.length === 0) return { since: now, until: now };
  return {
    since: groups.reduce((least, { first }) => Math.min(least, first), Infinity),
    until: groups.reduce((most, { last }) => Math.max(most, last), -Infinity) + 1,
  };
};

/** What was counted, at the times at which its hours start. Hours without one are left out. */
export const fileTally = (counter: RowCounter, starts: Starts, now: number): LoginTally => {
  const { spanMs: span } = counter;
  const groups = [...counter.groups.all].flatMap(placedIn(starts, span));
  const rows = sumOf(groups);
  const failures = sumOf(groups.filter(({ success }) => !success));
  const successes = rows - failures;
  return {
    ...windowOf(groups, now),
    groups,
    successSpans: successSpansOf(counter, starts, span),
    totals: { rows, failures, successes },
    exactTimes: true,
    ownRowsOnly: false,
    sight: 'whole',
    usernames: Object.fromEntries(counter.usernames),
    untold: counter.groups.untold(successes, failures),
    gaps: [],
  };
};
