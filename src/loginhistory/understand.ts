import { defined } from '../model/index.ts';
import type {
  Chart,
  Completeness,
  FailureFilters,
  FailureGroup,
  Grouping,
  LoginFailures,
  PasswordPolicy,
} from '../model/index.ts';
import { canCompare, findSpikes, type Keyed, type Spiking } from './alarms/spikes.ts';
import { checkThreshold, type Threshold } from './alarms/threshold.ts';
import { chartOf, gridFor } from './chart/chart.ts';
import { statusesOf } from './groups/causes.ts';
import { describe, titleFor, type GroupContext, type Naming } from './groups/describe.ts';
import { foldBy, type Folded } from './groups/fold.ts';
import { keyFor } from './groups/key.ts';
import { countIn, type Counter } from './groups/shares.ts';
import { attemptsOf } from './incidents.ts';
import { outcomeOf } from './outcome.ts';
import { findRates } from './patterns/login-rate.ts';
import { findSilences, type Activity } from './patterns/silence.ts';
import { findStorms } from './patterns/storms.ts';
import { rowsOf, type Piece } from './piece.ts';
import { refined } from './refine.ts';
import { period } from './times.ts';

/** What is asked of the rows. Times: epoch ms, UTC. */
export type RowsRequest = {
  readonly since: number;
  readonly until: number;
  readonly by: Grouping;
  readonly filters: FailureFilters;
  readonly threshold?: Threshold;
  readonly spike?: { readonly factor: number; readonly windowMs: number };
};

/** The rows that meet the filters, counted. */
export type RowCounts = {
  readonly failures: readonly Piece[];
  readonly successes: number;
  /** For the chart: as finely as they are known. */
  readonly successSpans: Iterable<{ readonly first: number; readonly last: number; readonly count: number }>;
  /** Failures before the window, for baselines. */
  readonly pastFailures: readonly Piece[];
  /** From when on rows were counted: `since`, or before. */
  readonly countedFrom: number;
  /** Logins of the window and before it; undefined: users cannot be told apart, so nobody's silence can be seen. */
  readonly activity: Iterable<Activity> | undefined;
  readonly anyRow: boolean;
  /** Statuses that were asked for, that nobody knows and no row shows. */
  readonly statusesUnmet: readonly string[];
  readonly exactTimes: boolean;
  /** Whether the failures tell their user, app and address. */
  readonly loginTold: boolean;
  /** The spans in which rows are counted: ms. */
  readonly spanMs: number;
};

/** What was read beside the counts. */
export type Around = {
  /** By key of the group. */
  readonly contexts: ReadonlyMap<string, GroupContext>;
  /** Rows of the groups shown, one by one. */
  readonly rows: readonly Piece[];
  readonly policy: PasswordPolicy | undefined;
  /** Failures counted in finer spans, for a threshold that hours leave open. */
  readonly finer?: readonly Piece[];
};

export const nothingAround: Around = { contexts: new Map(), rows: [], policy: undefined };

/** So many groups are looked into; the others are counted. */
export const mostShown = 10;

/** So many causes have a series of their own in the chart. */
const mostSeries = 6;

/** Hours follow one another; anything else stands by how much of it there is. */
export const groupsOf = (
  failures: readonly Piece[],
  by: Grouping,
  naming: Pick<Naming, 'nameOf'>,
): readonly Folded[] => {
  const folded = foldBy(failures, keyFor(by, naming.nameOf));
  return by === 'hour' ? folded.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : folded;
};

const describedGroups = (
  asked: RowsRequest,
  counted: RowCounts,
  around: Around,
  naming: Naming,
): readonly FailureGroup[] => {
  const { by } = asked;
  const finest = refined(counted.failures, around.rows);
  const pieces = Map.groupBy(finest, keyFor(by, naming.nameOf));
  return groupsOf(counted.failures, by, naming).map((folded) =>
    describe(
      by,
      {
        folded,
        pieces: pieces.get(folded.key) ?? [],
        context: around.contexts.get(folded.key) ?? { changes: [] },
        exactTimes: counted.exactTimes,
        userTold: counted.loginTold,
      },
      naming,
    ),
  );
};

const titled = (failures: readonly Piece[], by: Grouping, naming: Naming): readonly Keyed[] => {
  const pieces = Map.groupBy(failures, keyFor(by, naming.nameOf));
  return groupsOf(failures, by, naming).map((folded) => ({
    key: folded.key,
    title: titleFor(by, folded, naming),
    pieces: pieces.get(folded.key) ?? [],
  }));
};

/** Always by cause, whatever the groups are. What has no series of its own is `other`. */
const chart = ({ since, until }: RowsRequest, counted: RowCounts, naming: Naming): Chart => {
  const series = titled(counted.failures, 'cause', naming);
  const others = series.slice(mostSeries);
  const shown = others.length > 1 ? series.slice(0, mostSeries) : series;
  const other = others.length > 1 ? [{ key: 'other', title: '', pieces: others.flatMap(({ pieces }) => pieces) }] : [];
  return chartOf([...shown, ...other], counted.successSpans, gridFor(since, until, counted.spanMs));
};

const spikingOf = ({ spike, since, until }: RowsRequest, { countedFrom }: RowCounts): Spiking | undefined =>
  spike === undefined ? undefined : { ...spike, since, until, countedFrom };

const spikesOf = (asked: RowsRequest, counted: RowCounts, naming: Naming): LoginFailures['spikes'] => {
  const spiking = spikingOf(asked, counted);
  if (spiking === undefined || !canCompare(spiking)) return [];
  const by = asked.by === 'hour' ? 'cause' : asked.by;
  return findSpikes(titled([...counted.pastFailures, ...counted.failures], by, naming), spiking);
};

const statusesIn = (failures: readonly Piece[]): LoginFailures['statuses'] => {
  const statuses: Counter = new Map();
  for (const { status, count } of failures) countIn(statuses, status.trim(), count);
  return statusesOf(statuses);
};

/** The counted rows, understood. Pure: the same rows in any order give the same result. */
export const understand = (
  asked: RowsRequest,
  counted: RowCounts,
  around: Around,
  naming: Naming,
  completeness: Completeness,
): Omit<LoginFailures, 'from' | 'cost'> => {
  const { failures, successes } = counted;
  const rows = rowsOf(failures);
  const { atLeast, exact } = attemptsOf(refined(failures, around.rows));
  const { until } = asked;
  const threshold =
    asked.threshold === undefined ? undefined : checkThreshold(around.finer ?? failures, { ...asked.threshold, until });
  const spiking = spikingOf(asked, counted);
  const complete: Completeness = {
    ...completeness,
    ...(spiking === undefined || canCompare(spiking) ? {} : { pastUnseen: true }),
  };
  const alarms = {
    ...defined({ threshold }),
    ...(asked.spike === undefined ? {} : { spiking: asked.spike }),
    spikes: spikesOf(asked, counted, naming),
    silences: counted.activity === undefined ? [] : findSilences(counted.activity, asked.until, naming.nameOf),
  };
  return {
    schemaVersion: 1,
    outcome: outcomeOf({
      ...alarms,
      completeness: complete,
      anyRow: counted.anyRow && counted.statusesUnmet.length === 0,
    }),
    window: period(asked.since, asked.until),
    filters: asked.filters,
    ...(counted.statusesUnmet.length === 0 ? {} : { statusesUnmet: counted.statusesUnmet }),
    totals: {
      rows: rows + successes,
      failures: rows,
      successes,
      incidents: { atLeast, exact: exact && counted.loginTold },
    },
    statuses: statusesIn(failures),
    groupedBy: asked.by,
    groups: describedGroups(asked, counted, around, naming),
    chart: chart(asked, counted, naming),
    ...alarms,
    rates: counted.activity === undefined ? [] : findRates(counted.activity, asked.since, naming.nameOf),
    storms: findStorms(refined(failures, around.rows), { policy: around.policy, nameOf: naming.nameOf }),
    completeness: complete,
  };
};
