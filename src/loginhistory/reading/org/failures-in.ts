import type { Asking } from '../../../evidence/waves.ts';
import type { LoginGroup } from '../tally/group.ts';
import { conditionOf, type CountRequest } from './count-logins.ts';
import { merged } from './cube.ts';
import { countFailures, type FailureCount } from './failures.ts';
import type { LoginHistory } from './history.ts';
import { countWindows } from './count-windows.ts';
import { sidesOf } from './sides.ts';
import { spansOf } from './spans.ts';
import type { Window } from './window.ts';

/**
 * Failures of windows shorter than an hour, which no date function of SOQL knows: one query a window, 25 in a request. Ask
 * it for the hours alone in which the count by hour leaves a question open. Groups have the window as their span.
 */
export const countFailuresIn = function* (
  history: LoginHistory,
  windows: readonly Window[],
  request: Pick<CountRequest, 'users' | 'loginTypes'> = {},
): Asking<FailureCount> {
  const condition = conditionOf(request);
  const seen = yield* countWindows(history, {
    cube: { dimensions: ['status'], bucket: 'window', sorted: history.fields.statusSortable },
    orders: [],
    windows,
    condition,
    rowsIn: () => 0,
    mostParts: Infinity,
  });
  const spans = spansOf(
    seen.groups.filter(({ success }) => !success),
    { from: -Infinity, to: Infinity },
  );
  const within = (at: number): Window | undefined => windows.find(({ from, to }) => at >= from && at < to);
  const { groups, gaps, untold } = yield* countFailures(history, {
    spans,
    condition,
    rowsIn: () => 0,
    sides: history.fields.statusSortable ? sidesOf(seen.groups) : [],
    bucket: 'window',
  });
  const placed = groups.map((group): LoginGroup => {
    const window = within(group.first);
    return window === undefined ? group : { ...group, hour: window.from, span: window.to - window.from };
  });
  return { groups: merged(placed), gaps: [...seen.gaps, ...gaps], untold };
};
