import type { Asking } from '../../../evidence/waves.ts';
import { dimensions, type Dimension, type Gap, type LoginGroup, type Untold } from '../tally/group.ts';
import { countFromRows } from './from-rows.ts';
import { countWindows } from './count-windows.ts';
import { fieldOf } from './fields.ts';
import type { LoginHistory } from './history.ts';
import { sumOf, type Sides } from './sides.ts';
import { sized, type Span } from './spans.ts';
import type { Window } from './window.ts';

export type FailureCount = {
  readonly groups: readonly LoginGroup[];
  readonly untold: readonly Untold[];
  readonly gaps: readonly Gap[];
};

/** Queries for each try: to begin with, without addresses, without users, and by status alone. */
const parts = [50, 25, 25, 25];

/** Windows of the first try: each may be asked from two sides. */
const firstWindows = 38;

const windowsFor = (spans: readonly Span[], mostGroups: number): readonly Window[] => {
  const room = Math.floor(mostGroups * 0.9);
  for (const most of [Infinity, 500, 150, 50, 15, 5]) {
    const windows = sized(spans, most, room);
    if (windows.length <= firstWindows) return windows;
  }
  return sized(spans, 1, room);
};

/** Rows that may have come since they were counted. */
const spare = 10;

/** Failing rows of a window: there are no more groups than that. */
const rowsOf =
  (spans: readonly Span[]) =>
  (window: Window): number =>
    spans.reduce((sum, { from, to, rows }) => (from < window.to && to > window.from ? sum + rows : sum), spare);

/** What is left out, step by step, where there are too many groups. */
const steps: ReadonlyArray<readonly Dimension[]> = [
  [],
  ['sourceIp', 'countryIso'],
  ['user', 'loginSubType'],
  ['application', 'loginType'],
];

const untoldOf = (groups: readonly LoginGroup[], left: readonly Dimension[]): readonly Untold[] => {
  const rows = sumOf(groups);
  return rows === 0 ? [] : left.map((dimension) => ({ dimension, rows }));
};

const onlyFailing = (groups: readonly LoginGroup[]): readonly LoginGroup[] => groups.filter(({ success }) => !success);

type Request = {
  /** Oldest first, none of them twice. */
  readonly spans: readonly Span[];
  readonly condition: string;
  readonly rowsIn: (window: Window) => number;
  /** None: the org does not sort, and all groups are asked for. */
  readonly sides: Sides;
  readonly bucket: 'hour' | 'window';
};

/** Failures by all dimensions, in the spans that have some. */
export const countFailures = function* (history: LoginHistory, request: Request): Asking<FailureCount> {
  const { spans, condition, rowsIn, sides, bucket } = request;
  const missing = dimensions.filter(
    (dimension) => !history.fields.groupable.has(dimension) && history.fields.present.has(fieldOf[dimension]),
  );
  let windows: readonly Window[] = bucket === 'window' ? spans : windowsFor(spans, history.mostGroups);
  const groups: LoginGroup[] = [];
  const gaps: Gap[] = [];
  const untold: Untold[] = [];
  if (missing.length > 0) {
    const fromRows = yield* countFromRows(history, windows, condition, rowsIn);
    return { groups: onlyFailing(fromRows.groups), gaps: fromRows.gaps, untold };
  }
  const left: Dimension[] = [];
  for (const [at, step] of steps.entries()) {
    left.push(...step);
    const counted = yield* countWindows(history, {
      cube: {
        dimensions: dimensions.filter((one) => history.fields.groupable.has(one) && !left.includes(one)),
        bucket,
      },
      orders: sides,
      windows,
      condition,
      rowsIn,
      limitFor: rowsOf(spans),
      mostParts: bucket === 'window' ? Infinity : (parts[at] ?? 25),
    });
    const failing = onlyFailing(counted.groups);
    groups.push(...failing);
    gaps.push(...counted.gaps);
    untold.push(...untoldOf(failing, left));
    windows = counted.tooMany;
    if (windows.length === 0) break;
  }
  gaps.push(...windows.map((one): Gap => ({ ...one, why: 'too-many-rows' })));
  return { groups, gaps, untold };
};
