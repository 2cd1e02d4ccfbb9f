import { dimensions, type Dimension, type Gap, type LoginGroup, type Untold } from '../tally/group.ts';
import { countFromRows } from './from-rows.ts';
import { countWindows } from './count-windows.ts';
import { fieldOf } from './fields.ts';
import type { LoginHistory } from './history.ts';
import { groupsWithin, type Span } from './hours.ts';
import { sumOf, type Sides } from './sides.ts';
import { hourMs, type Window } from './window.ts';

export type FailureCount = {
  readonly groups: readonly LoginGroup[];
  readonly untold: readonly Untold[];
  readonly gaps: readonly Gap[];
};

/** Queries that the first try may take; requests for each try: to begin with, without addresses, without users. */
const firstParts = 38;
const requests = [2, 1, 1];

/** A quiet time as long as this need not be read. */
const quietMs = 48 * hourMs;

/**
 * Windows that hold about as many failing groups as a query can give. A group has at least one row, so with few rows it always
 * fits; with many the number of groups is not known, and `most` is assumed of each span.
 */
const windowsWith = (spans: readonly Span[], most: number, room: number): readonly Window[] => {
  const windows: Array<{ from: number; to: number; groups: number }> = [];
  for (const { from, to, rows } of spans) {
    const groups = Math.min(rows, most);
    const last = windows.at(-1);
    if (last === undefined || last.groups + groups > room || from - last.to > quietMs)
      windows.push({ from, to, groups });
    else {
      last.to = to;
      last.groups += groups;
    }
  }
  return windows.map(({ from, to }) => ({ from, to }));
};

const windowsFor = (spans: readonly Span[], mostGroups: number): readonly Window[] => {
  const room = Math.floor(mostGroups * 0.9);
  for (const most of [Infinity, 500, 150, 50, 15, 5]) {
    const windows = windowsWith(spans, most, room);
    if (windows.length <= firstParts) return windows;
  }
  return windowsWith(spans, 1, room);
};

/** Rows that may have come since they were counted. */
const spare = 10;

/** Failing rows of a window: there are no more groups than that. */
const rowsOf =
  (spans: readonly Span[]) =>
  (window: Window): number =>
    spans.reduce((sum, { from, to, rows }) => (from < window.to && to > window.from ? sum + rows : sum), spare);

/** What is left out, step by step, where there are too many groups. */
const steps: ReadonlyArray<readonly Dimension[]> = [[], ['sourceIp', 'countryIso'], ['user', 'loginSubType']];

const apartFromHours = dimensions.filter((one) => one !== 'status' && one !== 'application');

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
  /** What is left where there are too many groups, however coarse. */
  readonly coarse: readonly LoginGroup[];
};

/** Failures by all dimensions, in the spans that have some. */
export const countFailures = async (history: LoginHistory, request: Request): Promise<FailureCount> => {
  const { spans, condition, rowsIn, sides, bucket, coarse } = request;
  const missing = dimensions.filter(
    (dimension) => !history.fields.groupable.has(dimension) && history.fields.present.has(fieldOf[dimension]),
  );
  let windows: readonly Window[] = bucket === 'window' ? spans : windowsFor(spans, history.mostGroups);
  const groups: LoginGroup[] = [];
  const gaps: Gap[] = [];
  const untold: Untold[] = [];
  if (missing.length > 0) {
    const fromRows = await countFromRows(history, windows, condition, rowsIn);
    return { groups: onlyFailing(fromRows.groups), gaps: fromRows.gaps, untold };
  }
  const left: Dimension[] = [];
  for (const [at, step] of steps.entries()) {
    left.push(...step);
    const counted = await countWindows(history, {
      cube: {
        dimensions: dimensions.filter((one) => history.fields.groupable.has(one) && !left.includes(one)),
        bucket,
      },
      orders: sides,
      windows,
      condition,
      rowsIn,
      limitFor: rowsOf(spans),
      mostRequests: bucket === 'window' ? Infinity : (requests[at] ?? 1),
    });
    const failing = onlyFailing(counted.groups);
    groups.push(...failing);
    gaps.push(...counted.gaps);
    untold.push(...untoldOf(failing, left));
    windows = counted.tooMany;
    if (windows.length === 0) break;
  }
  const rest = onlyFailing(groupsWithin(coarse, windows));
  groups.push(...rest);
  untold.push(...untoldOf(rest, apartFromHours));
  return { groups, gaps, untold };
};
