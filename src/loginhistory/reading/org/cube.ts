import { isoOf } from '../../../model/index.ts';
import { records, text, whole, type Row } from '../../../evidence/org/rows.ts';
import type { OrgAnswer } from '../../../evidence/org-wire.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import type { Dimension, LoginGroup } from '../tally/group.ts';
import { fieldOf, type Fields } from './fields.ts';
import { dayMs, hourMs, type Window } from './window.ts';

/** How rows are grouped. `bucket`: by which piece of time; `window`: by the window that the query asks for. */
export type Cube = {
  readonly dimensions: readonly Dimension[];
  readonly bucket: 'hour' | 'day' | 'window';
  /** Groups sorted by status, all of them. */
  readonly sorted?: boolean;
  /** Groups sorted by status, the first `limit` of them: the failures of one side without the successes. */
  readonly order?: 'ASC' | 'DESC';
  readonly limit?: number;
};

/** Over so many groups a query is refused, unless it has a LIMIT. Source: limits sheet, section 2. */
export const mostGroups = 2000;

const bucketFields = {
  hour: ['DAY_ONLY(LoginTime)', 'HOUR_IN_DAY(LoginTime)'],
  day: ['DAY_ONLY(LoginTime)'],
  window: [],
} as const;

const bucketNames = ['loginDay', 'loginHour'];

export const timeCondition = ({ from, to }: Window): string =>
  `LoginTime >= ${isoOf(from)} AND LoginTime < ${isoOf(to)}`;

const orderOf = ({ sorted, order, limit = mostGroups }: Cube): string => {
  if (order !== undefined) return ` ORDER BY Status ${order} LIMIT ${limit}`;
  return sorted === true ? ' ORDER BY Status' : '';
};

/** The query of a cube over a window. `condition`: what else the rows must meet. */
export const cubeSoql = (cube: Cube, window: Window, condition: string, fields: Fields): string => {
  const columns = cube.dimensions.map((dimension) => fieldOf[dimension]);
  const buckets = bucketFields[cube.bucket];
  const ends = fields.timeAggregatable ? ['MIN(LoginTime) firstLogin', 'MAX(LoginTime) lastLogin'] : [];
  const named = buckets.map((bucket, at) => `${bucket} ${bucketNames[at] ?? ''}`);
  const selected = [...named, ...columns, 'COUNT(Id) logins', ...ends].join(', ');
  const order = orderOf(cube);
  return `SELECT ${selected} FROM LoginHistory WHERE ${timeCondition(window)}${condition} GROUP BY ${[...buckets, ...columns].join(', ')}${order}`;
};

const instant = (value: unknown): number => Date.parse(text(value) ?? '');

type Span = Pick<LoginGroup, 'hour' | 'span' | 'first' | 'last'>;

const spanMs = { hour: hourMs, day: dayMs } as const;

/** Date functions count in UTC. Where the org tells the first row of a group, that says where it stands. */
const spanOf = (row: Row, bucket: Cube['bucket'], window: Window): Span => {
  const [first, last] = [instant(row.firstLogin), instant(row.lastLogin)];
  const isTold = !Number.isNaN(first) && !Number.isNaN(last);
  if (bucket === 'window') {
    const span = { hour: window.from, span: window.to - window.from };
    return isTold ? { ...span, first, last } : { ...span, first: window.from, last: window.to - 1 };
  }
  const span = spanMs[bucket];
  if (isTold) return { hour: Math.floor(first / span) * span, span, first, last };
  const hour = instant(row.loginDay) + (whole(row.loginHour) ?? 0) * hourMs;
  return { hour, span, first: Math.max(hour, window.from), last: Math.min(hour + span, window.to) - 1 };
};

/** The groups of an answer. */
export const groupsIn = (answer: OrgAnswer, cube: Cube, window: Window): readonly LoginGroup[] =>
  records(answer).map((row) => {
    const named = cube.dimensions.flatMap((dimension) => {
      const value = text(row[fieldOf[dimension]]);
      return value === undefined ? [] : [[dimension, value] as const];
    });
    const status = text(row.Status) ?? '';
    return {
      ...Object.fromEntries(named),
      status,
      success: readStatus(status).success,
      ...spanOf(row, cube.bucket, window),
      count: whole(row.logins) ?? 0,
    };
  });

const keyOf = (group: LoginGroup): string =>
  JSON.stringify([
    group.hour,
    group.span,
    group.status,
    group.application,
    group.loginType,
    group.loginSubType,
    group.user,
    group.sourceIp,
    group.countryIso,
  ]);

/** Puts the same groups from different windows or rows together. */
export const merger = () => {
  const found = new Map<string, LoginGroup>();
  return {
    add: (group: LoginGroup): void => {
      const key = keyOf(group);
      const known = found.get(key);
      if (known === undefined) found.set(key, group);
      else {
        found.set(key, {
          ...known,
          count: known.count + group.count,
          first: Math.min(known.first, group.first),
          last: Math.max(known.last, group.last),
        });
      }
    },
    groups: (): readonly LoginGroup[] => [...found.values()],
  };
};

export const merged = (groups: Iterable<LoginGroup>): readonly LoginGroup[] => {
  const all = merger();
  for (const group of groups) all.add(group);
  return all.groups();
};
