import type { CauseId } from './cause-id.ts';
import type { Actor } from './remedy.ts';

/** The warehouses whose SQL is written. */
export const dialects = ['duckdb', 'postgres', 'snowflake', 'bigquery', 'spark', 'trino'] as const;

export type Dialect = (typeof dialects)[number];

/** What login rows are, by which their columns are called: the objects of Salesforce that hold them. */
export const rowKinds = ['login-history', 'login-event', 'event-log-file'] as const;

export type RowKind = (typeof rowKinds)[number];

/** What is read of a row. In the tally the columns have the same names, but for the time. */
export const readColumns = [
  'time',
  'status',
  'user_id',
  'username',
  'source_ip',
  'login_type',
  'login_sub_type',
  'application',
  'country_iso',
  'event_type',
] as const;

export type ReadColumn = (typeof readColumns)[number];

/** The expression that each is read from; what is absent the rows do not tell. */
export type ColumnsRead = Readonly<Record<'time' | 'status', string> & Partial<Record<ReadColumn, string>>>;

/** What `sf auth loginhistory sql --json` prints. */
export type WarehouseQuery = {
  readonly schemaVersion: 1;
  readonly dialect: Dialect;
  readonly rows: RowKind;
  readonly table: string;
  readonly columns: ColumnsRead;
  /** In how long spans logins are counted. */
  readonly spanMs: number;
  /** To be run in the same session, before the query: a time without a zone is UTC. */
  readonly setUp: string;
  readonly query: string;
};

/** A status of login rows, as it stands in them, and what it means. */
type LoginStatus = {
  readonly status: string;
  /** `login-history`: a text of LoginHistory and LoginEvent; `event-log`: a code of EventLogFile. */
  readonly of: 'login-history' | 'event-log';
  /** `prefix`: more words follow it. */
  readonly match: 'exact' | 'prefix';
  readonly success: boolean;
  /** The one cause that it means. */
  readonly cause?: CauseId;
  readonly title?: string;
  readonly who?: Actor;
  /** Causes that it leaves open. */
  readonly suspects: readonly CauseId[];
  readonly evidence: 'documented' | 'observed';
};

/** What `sf auth loginhistory statuses --json` prints. */
export type LoginStatuses = { readonly schemaVersion: 1; readonly statuses: readonly LoginStatus[] };
