import { dimensions, type Dimension, type LoginGroup, type LoginTally, type SuccessSpan } from '../tally/group.ts';
import type { LoginFileFormat } from './columns.ts';
import { hourIn, isWholeDay, spanInHour } from './day-of-hour.ts';
import { keyAt, type GroupTable } from './group-table.ts';
import { loginTypeLabel } from './login-types.ts';
import type { RowReader } from './row-reader.ts';

/** UTC ms at which each hour of the file starts; NaN where it was not understood. */
export type HourStarts = Float64Array;

const hourMs = 3_600_000;

type Writable = { -readonly [K in keyof LoginGroup]: LoginGroup[K] };

const dayMs = 86_400_000;

type Span = { readonly hour: number; readonly span: number };

/** When a group's span starts, and how long it is. A day starts with the first of its rows. */
const spanOfGroup = (table: GroupTable, group: number, start: number, span: number): Span => {
  const time = table.keyOf(group, 'hour');
  if (isWholeDay(time)) return { hour: start + Math.floor(table.firstOf(group) / hourMs) * hourMs, span: dayMs };
  return { hour: start + spanInHour(time) * span, span };
};

type StartOf = (table: GroupTable, group: number) => number;

/** Makes groups of what the table counts: one object each, since there are many. Texts are decoded once. */
const groupsOf = (
  reader: RowReader,
  format: LoginFileFormat,
  startOf: StartOf,
  span: number,
): ((group: number) => LoginGroup | undefined) => {
  const { table, values } = reader;
  const texts = dimensions.map((): string[] => []);
  const text = (dimension: Dimension, id: number): string => {
    const known = texts[keyAt[dimension]] ?? [];
    return (known[id] ??= values[dimension].text(id));
  };
  const label = format === 'event-log-file' ? loginTypeLabel : (type: string): string => type;
  return (group) => {
    const start = startOf(table, group);
    if (Number.isNaN(start)) return undefined;
    const status = table.keyOf(group, 'status');
    const { hour, span: length } = spanOfGroup(table, group, start, span);
    const made: Writable = {
      status: text('status', status),
      success: reader.isSuccess(status),
      hour,
      span: length,
      count: table.countOf(group),
      first: start + table.firstOf(group),
      last: start + table.lastOf(group),
    };
    const of = (dimension: Dimension): string | undefined => {
      const id = table.keyOf(group, dimension);
      return id === 0 ? undefined : text(dimension, id);
    };
    const [application, loginType, loginSubType] = [of('application'), of('loginType'), of('loginSubType')];
    const [user, sourceIp, countryIso] = [of('user'), of('sourceIp'), of('countryIso')];
    if (application !== undefined) made.application = application;
    if (loginType !== undefined) made.loginType = label(loginType);
    if (loginSubType !== undefined) made.loginSubType = loginSubType;
    if (user !== undefined) made.user = user;
    if (sourceIp !== undefined) made.sourceIp = sourceIp;
    if (countryIso !== undefined) made.countryIso = countryIso;
    return made;
  };
};

const usernamesOf = ({ values, names, nameOfUser }: RowReader): Record<string, string> =>
  Object.fromEntries(
    nameOfUser.flatMap((name, user) => (name === 0 ? [] : [[values.user.text(user), names.text(name)] as const])),
  );

/** What is not told, and of how many rows: there were too many groups, or too many values. */
const untoldOf = ({ table, values }: RowReader, totals: LoginTally['totals']): LoginTally['untold'] => [
  ...table.left.flatMap((step) => step.dimensions.map((dimension) => ({ dimension, rows: totals[step.of] }))),
  ...dimensions.flatMap((dimension) => {
    const rows = values[dimension].refused;
    return rows === 0 ? [] : [{ dimension, rows }];
  }),
];

type Sums = { since: number; until: number; rows: number; failures: number };

const sumsOf = (reader: RowReader, startOf: (group: number) => number): Sums => {
  const sums: Sums = { since: Infinity, until: -Infinity, rows: 0, failures: 0 };
  const { table } = reader;
  for (let group = 0; group < table.size; group += 1) {
    const start = startOf(group);
    if (Number.isNaN(start)) continue;
    sums.since = Math.min(sums.since, start + table.firstOf(group));
    sums.until = Math.max(sums.until, start + table.lastOf(group) + 1);
    sums.rows += table.countOf(group);
    if (!reader.isSuccess(table.keyOf(group, 'status'))) sums.failures += table.countOf(group);
  }
  return sums;
};

/** The rows of a file as groups. They are made when they are asked for: a million groups are never in memory at once. */
export const fileTally = (reader: RowReader, format: LoginFileFormat, starts: HourStarts, span: number): LoginTally => {
  const { table, values } = reader;
  const successes = reader.successes();
  const startOf: StartOf = (of, group) => starts[hourIn(of.keyOf(group, 'hour'))] ?? Number.NaN;

  const groups: Iterable<LoginGroup> = {
    *[Symbol.iterator]() {
      const groupAt = groupsOf(reader, format, startOf, span);
      for (let at = 0; at < table.size; at += 1) {
        const group = groupAt(at);
        if (group !== undefined) yield group;
      }
    },
  };

  const successSpans: Iterable<SuccessSpan> = {
    *[Symbol.iterator]() {
      for (let group = 0; group < successes.size; group += 1) {
        const start = startOf(successes, group);
        if (Number.isNaN(start)) continue;
        const application = successes.keyOf(group, 'application');
        yield {
          ...spanOfGroup(successes, group, start, span),
          ...(application === 0 ? {} : { application: values.application.text(application) }),
          count: successes.countOf(group),
        };
      }
    },
  };

  const { since, until, rows, failures } = sumsOf(reader, (group) => startOf(table, group));
  const totals = { rows, failures, successes: rows - failures };
  return {
    since: rows === 0 ? 0 : since,
    until: rows === 0 ? 0 : until,
    groups,
    successSpans,
    totals,
    exactTimes: true,
    ownRowsOnly: false,
    sight: 'whole',
    usernames: usernamesOf(reader),
    untold: untoldOf(reader, totals),
    gaps: [],
  };
};
