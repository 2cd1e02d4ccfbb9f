import { refused } from '../../../evidence/denial.ts';
import { quoted } from '../../../evidence/org/soql.ts';
import type { OrgRefusal } from '../../../evidence/org-wire.ts';
import { beside, type Asking } from '../../../evidence/waves.ts';
import { known, type Fact } from '../../../model/index.ts';
import type { Dimension, LoginGroup, LoginTally, SuccessSpan } from '../tally/group.ts';
import { countFailures } from './failures.ts';
import { countFromRows } from './from-rows.ts';
import { sightOf, type LoginHistory } from './history.ts';
import { outlineOf } from './outline.ts';
import { rowDensity } from './row-density.ts';
import { sidesOf, sumOf } from './sides.ts';
import { spansOf } from './spans.ts';
import { countSuccesses, sampleSuccesses, successDimensions } from './successes.ts';
import { usernamesOf } from './users.ts';
import { lengthOf, type Window } from './window.ts';

export type CountRequest = {
  /** ms, UTC; `until` is not included. */
  readonly since: number;
  readonly until: number;
  /** Ids: only rows of these users. None: of all. */
  readonly users?: readonly string[];
  /** As rows show them, such as `Remote Access 2.0`: only rows of these types. None: of all. */
  readonly loginTypes?: readonly string[];
  /** What a filter of the caller needs to know of the successes, beside application, login type and user. */
  readonly successesBy?: readonly Dimension[];
};

const listed = (field: string, values: readonly string[] | undefined): string =>
  values === undefined || values.length === 0 ? '' : ` AND ${field} IN (${values.map(quoted).join(', ')})`;

/** What the org itself can filter by. Status and Application it cannot, of SourceIp its own page is unsure. */
export const conditionOf = ({ users, loginTypes }: Pick<CountRequest, 'users' | 'loginTypes'>): string =>
  `${listed('UserId', users)}${listed('LoginType', loginTypes)}`;

const successSpansOf = (groups: readonly LoginGroup[]): readonly SuccessSpan[] =>
  groups.filter(({ success }) => success).map(({ hour, span, count }) => ({ hour, span, count }));

type Parts = Pick<LoginTally, 'untold' | 'gaps' | 'sides'> & {
  readonly groups: readonly LoginGroup[];
  readonly successSpans: readonly SuccessSpan[];
};

/** Users with the most failures first. */
const failingUsersIn = (groups: readonly LoginGroup[]): readonly string[] => {
  const failures = new Map<string, number>();
  for (const { user, count } of groups) if (user !== undefined) failures.set(user, (failures.get(user) ?? 0) + count);
  return [...failures.entries()].toSorted(([, a], [, b]) => b - a).map(([user]) => user);
};

/** Names are asked for so many users with failures; others are shown by their id until they are asked for. */
const mostNames = 2000;

const tallyOf = function* (
  history: LoginHistory,
  { since, until }: CountRequest,
  { groups, successSpans, untold, gaps, sides = [] }: Parts,
): Asking<LoginTally> {
  const rows = sumOf(groups);
  const failures = groups.filter(({ success }) => !success);
  const users = failingUsersIn(failures).slice(0, mostNames);
  return {
    since,
    until,
    groups,
    successSpans,
    totals: { rows, failures: sumOf(failures), successes: rows - sumOf(failures) },
    exactTimes: history.fields.timeAggregatable,
    ...sightOf(history),
    usernames: yield* usernamesOf(users),
    untold,
    gaps,
    sides,
  };
};

type Refused = { readonly gaps: LoginTally['gaps']; readonly refusal?: OrgRefusal };

/** Whether all of the window was refused. */
const isNothing = <T extends Refused>(counted: T, window: Window): counted is T & { readonly refusal: OrgRefusal } =>
  counted.refusal !== undefined && lengthOf(counted.gaps) >= lengthOf([window]);

/** The org said in its describe that it groups, and then does not: no source has seen date functions on this object. */
const isNotGrouped = (counted: Parts | OrgRefusal): boolean => 'ok' in counted && counted.code === 'MALFORMED_QUERY';

/** Everything is downloaded and counted here: for an org that does not group by what every grouping needs. */
const fromRows = function* (history: LoginHistory, window: Window, condition: string): Asking<Parts | OrgRefusal> {
  const counted = yield* countFromRows(history, [window], condition, yield* rowDensity(window, condition));
  if (isNothing(counted, window)) return counted.refusal;
  const { groups, gaps } = counted;
  return { groups, gaps, successSpans: successSpansOf(groups), untold: [] };
};

/** The org counts; a refusal where it counts nothing. */
const fromGroups = function* (history: LoginHistory, request: CountRequest): Asking<Parts | OrgRefusal> {
  const window = { from: request.since, to: request.until };
  const condition = conditionOf(request);
  const by = request.successesBy ?? [];
  const [outline, sample] = yield* beside([
    outlineOf(history, window, condition),
    sampleSuccesses(history, window, condition, by),
  ]);
  if (isNothing(outline, window)) return outline.refusal;
  const sides = history.fields.statusSortable ? sidesOf(outline.groups) : [];
  const [failures, successes] = yield* beside([
    countFailures(history, {
      spans: spansOf(
        outline.groups.filter(({ success }) => !success),
        window,
      ),
      condition,
      rowsIn: outline.rowsIn,
      sides,
      bucket: 'hour',
    }),
    countSuccesses(history, { window, condition, outline, sample, by }),
  ]);
  return {
    groups: [...failures.groups, ...successes.groups],
    successSpans: successSpansOf(outline.groups),
    untold: [...failures.untold, ...successes.untold],
    gaps: [...outline.gaps, ...failures.gaps, ...successes.gaps],
    sides,
  };
};

/**
 * Login rows of a window, counted by the org: a million of them in a handful of requests. Failures are told apart by every
 * dimension and by hour, successes by application, login type and user, by hour (up to eight days) or by day.
 * Denied or unknown where the org refuses the question as such; single windows that it refuses are gaps.
 */
export const countLogins = function* (history: LoginHistory, request: CountRequest): Asking<Fact<LoginTally>> {
  const { fields, look } = history;
  const canGroup = successDimensions.every((dimension) => fields.groupable.has(dimension));
  const counted = canGroup ? yield* fromGroups(history, request) : undefined;
  const parts =
    counted === undefined || isNotGrouped(counted)
      ? yield* fromRows(history, { from: request.since, to: request.until }, conditionOf(request))
      : counted;
  return 'ok' in parts ? refused(parts, look) : known(yield* tallyOf(history, request, parts), look.source);
};
