import type { Dialect, RowKind } from '../../model/index.ts';
import { speeches } from './dialects.ts';
import type { Source } from './sources.ts';

export type TallyAsked = Source & {
  readonly dialect: Dialect;
  readonly rows: RowKind;
  /** A condition on the table's own columns, as the warehouse takes it. */
  readonly where?: string;
  /** ms, UTC: since included, until not. */
  readonly since?: number;
  readonly until?: number;
  readonly spanMs: number;
};

/** What logins are told apart by, beside their user. */
const keys = ['status', 'source_ip', 'login_type', 'login_sub_type', 'application', 'country_iso'] as const;

/** Empty is absent, as in a file. */
const filled = (expression: string): string => `NULLIF(TRIM(${expression}), '')`;

const named = (name: string, expression: string | undefined): readonly string[] =>
  expression === undefined ? [] : [`${expression} AS ${name}`];

const listed = (items: readonly string[], indent: string): string => items.join(`,\n${indent}`);

/** A user stands by the id, and by the name only where there is none. */
const users = ({ columns: { user_id: id, username: name } }: Source) => {
  if (id === undefined || name === undefined) {
    const key = id === undefined ? 'username' : 'user_id';
    const expression = id ?? name;
    const read = named(key, expression === undefined ? undefined : filled(expression));
    return { read, shown: read.length === 0 ? [] : [key], keys: read.length === 0 ? [] : [key] };
  }
  return {
    read: [
      ...named('user_id', filled(id)),
      `CASE WHEN ${filled(id)} IS NULL THEN ${filled(name)} END AS nameless_id`,
      ...named('any_name', filled(name)),
    ],
    shown: ['user_id', 'COALESCE(nameless_id, MIN(any_name)) AS username'],
    keys: ['user_id', 'nameless_id'],
  };
};

/** Rows without a time belong to no window: they come back, so that nobody takes the tally for whole. */
const windowOf = ({ since, until }: TallyAsked): string => {
  const bounds = [
    ...(since === undefined ? [] : [`at_ms >= ${since}`]),
    ...(until === undefined ? [] : [`at_ms < ${until}`]),
  ];
  return bounds.length === 0 ? '' : `\nWHERE at_ms IS NULL OR (${bounds.join(' AND ')})`;
};

const conditionsOf = ({ columns: { event_type: event }, where }: TallyAsked): string => {
  const conditions = [
    ...(event === undefined ? [] : [`COALESCE(${filled(event)}, 'Login') = 'Login'`]),
    ...(where === undefined ? [] : [`(${where})`]),
  ];
  return conditions.length === 0 ? '' : `\n  WHERE ${conditions.join('\n    AND ')}`;
};

/** The query that counts logins as `readLoginFile` does: rows that are alike, in spans of UTC, with the first and the last of each. */
export const tallyQuery = (asked: TallyAsked): { readonly setUp: string; readonly query: string } => {
  const { columns, dialect, rows, spanMs, table } = asked;
  const { msOf, setUp } = speeches[dialect];
  const user = users(asked);
  const told = keys.filter((key) => columns[key] !== undefined);
  const read = [
    ...user.read,
    ...told.flatMap((key) => named(key, filled(columns[key] ?? ''))),
    `${msOf(columns.time)} AS at_ms`,
  ];
  const shown = [
    ...(rows === 'event-log-file' ? ["'Login' AS event_type"] : []),
    ...user.shown,
    ...told,
    'MIN(at_ms) AS first_ms',
    'MAX(at_ms) AS last_ms',
    `${spanMs} AS span_ms`,
    'COUNT(*) AS logins',
  ];
  const query = `SELECT
  ${listed(shown, '  ')}
FROM (
  SELECT
    ${listed(read, '    ')}
  FROM ${table}${conditionsOf(asked)}
) AS login_rows${windowOf(asked)}
GROUP BY
  ${listed([...user.keys, ...told, `at_ms - MOD(at_ms, ${spanMs})`], '  ')}`;
  return { setUp, query };
};
