import type { FailureFilters } from '../model/index.ts';
import { isSameStatus } from '../recognition/status-book/index.ts';
import { filterBy, filteredBy } from './filter.ts';
import type { Activity } from './patterns/silence.ts';
import { readingOf, rowsOf, type Piece } from './piece.ts';
import type { Dimension, LoginTally, SuccessSpan } from './reading/index.ts';
import type { RowCounts } from './understand.ts';

export type Tallies = {
  /** Window and past; a tally of a file holds both. */
  readonly tallies: readonly LoginTally[];
  readonly since: number;
  readonly until: number;
  /** What is filtered here; what the org has filtered already is left out. */
  readonly filters: FailureFilters;
  readonly nameOf: (user: string) => string;
  /** What the groups of successes are told apart by, and what their spans are. */
  readonly successGroupsTell: ReadonlySet<Dimension>;
  readonly successSpansTell: ReadonlySet<Dimension>;
  /** In how long spans rows are counted: ms. */
  readonly spanMs: number;
};

type Keep = ReturnType<typeof filterBy>;

const kept = function* (tallies: readonly LoginTally[], keep: Keep): Generator<Piece> {
  for (const { groups } of tallies) for (const group of groups) if (keep(group)) yield group;
};

const isIn = (at: number, { since, until }: Tallies): boolean => at >= since && at < until;

const spansIn = function* (asked: Tallies, keep: Keep): Generator<SuccessSpan & { first: number; last: number }> {
  for (const { successSpans } of asked.tallies) {
    for (const span of successSpans) {
      if (!isIn(span.hour, asked) && !isIn(span.hour + span.span - 1, asked)) continue;
      if (keep({ ...span, success: true })) {
        yield {
          ...span,
          first: Math.max(span.hour, asked.since),
          last: Math.min(span.hour + span.span, asked.until) - 1,
        };
      }
    }
  }
};

const successesIn = function* (asked: Tallies, keep: Keep): Generator<Piece> {
  for (const piece of kept(asked.tallies, keep)) if (piece.success && isIn(piece.first, asked)) yield piece;
};

/** Can be run through again and again. */
const again = <T>(make: () => Iterable<T>): Iterable<T> => ({ [Symbol.iterator]: () => make()[Symbol.iterator]() });

const tells = (told: ReadonlySet<Dimension>, filters: FailureFilters): boolean =>
  filteredBy(filters).every((dimension) => dimension === 'status' || told.has(dimension));

const isUntold = (tallies: readonly LoginTally[], dimension: Dimension): boolean =>
  tallies.some(({ untold }) => untold.some((one) => one.dimension === dimension && one.rows > 0));

const lacking = (pieces: readonly Piece[], dimension: Exclude<Dimension, 'countryIso'>): number =>
  rowsOf(pieces.filter((piece) => piece[dimension] === undefined));

/** Failing rows that were counted without a value that matters here, since there were too many different ones. */
export const untoldFailures = (
  tallies: readonly LoginTally[],
): ReadonlyArray<{ dimension: Dimension; rows: number }> => {
  const open = (['status', 'application', 'loginType', 'user', 'sourceIp'] as const).filter((dimension) =>
    isUntold(tallies, dimension),
  );
  if (open.length === 0) return [];
  const failures = [...kept(tallies, ({ success = false }) => !success)];
  return open.flatMap((dimension) => {
    const rows = lacking(failures, dimension);
    return rows === 0 ? [] : [{ dimension, rows }];
  });
};

/** A status that the status book knows need not be there; of another one it may be a slip of the pen. */
const isMet = (status: string, failures: readonly Piece[]): boolean =>
  readingOf(status).recognised || failures.some((piece) => isSameStatus(status, piece.status));

/** The rows of one or two tallies that meet the filters, for `understand`. */
export const countedIn = (asked: Tallies): RowCounts => {
  const { tallies, filters, nameOf, since, spanMs } = asked;
  const keep = filterBy(filters, nameOf);
  const keepAnyStatus = filterBy({ ...filters, statuses: [] }, nameOf);
  const failures: Piece[] = [];
  const pastFailures: Piece[] = [];
  let anyRow = false;
  let successes = 0;
  for (const piece of kept(tallies, keep)) {
    anyRow = true;
    const inWindow = isIn(piece.first, asked);
    if (piece.success) successes += inWindow ? piece.count : 0;
    else if (inWindow) failures.push(piece);
    else if (piece.first < since) pastFailures.push(piece);
  }
  const groups = again(() => successesIn(asked, keep));
  const spans = again(() => spansIn(asked, keep));
  const untold = new Set(untoldFailures(tallies).map(({ dimension }) => dimension));
  const usersTold = !isUntold(tallies, 'user');
  return {
    failures,
    pastFailures,
    successes: tells(asked.successGroupsTell, filters) ? successes : rowsOf(spans),
    successSpans: tells(asked.successSpansTell, filters) ? spans : groups,
    countedFrom: Math.min(since, ...tallies.map((tally) => tally.since)),
    activity: usersTold ? again((): Iterable<Activity> => kept(tallies, keepAnyStatus)) : undefined,
    anyRow,
    statusesUnmet: filters.statuses.filter((status) => !isMet(status, failures) && !isMet(status, pastFailures)),
    exactTimes: tallies.every(({ exactTimes }) => exactTimes),
    loginTold: !untold.has('user') && !untold.has('sourceIp') && !untold.has('application'),
    spanMs,
  };
};
