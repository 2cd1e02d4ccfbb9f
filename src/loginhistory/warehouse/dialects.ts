import type { Dialect } from '../../model/index.ts';

/** What differs from one SQL to another: everything else of the query is the same in all. */
type Speech = {
  /** Milliseconds since 1970 of a timestamp, or of a text that casts to one. */
  readonly msOf: (time: string) => string;
  /** Makes a time that names no zone UTC, in this session. */
  readonly setUp: string;
};

/**
 * Sources: https://duckdb.org/docs/stable/sql/functions/timestamptz, https://www.postgresql.org/docs/current/functions-datetime.html,
 * https://docs.snowflake.com/en/sql-reference/functions/date_part, https://cloud.google.com/bigquery/docs/reference/standard-sql/timestamp_functions,
 * https://spark.apache.org/docs/latest/api/sql/#unix_millis, https://trino.io/docs/current/functions/datetime.html
 */
export const speeches: Readonly<Record<Dialect, Speech>> = {
  duckdb: {
    msOf: (time) => `EPOCH_MS(CAST(${time} AS TIMESTAMPTZ))`,
    setUp: "SET TimeZone = 'UTC'",
  },
  postgres: {
    msOf: (time) => `CAST(FLOOR(EXTRACT(EPOCH FROM CAST(${time} AS TIMESTAMPTZ)) * 1000) AS BIGINT)`,
    setUp: "SET TIME ZONE 'UTC'",
  },
  snowflake: {
    msOf: (time) => `DATE_PART(EPOCH_MILLISECOND, CAST(${time} AS TIMESTAMP_TZ))`,
    setUp: "ALTER SESSION SET TIMEZONE = 'UTC'",
  },
  bigquery: {
    msOf: (time) => `UNIX_MILLIS(CAST(${time} AS TIMESTAMP))`,
    setUp: "SET @@time_zone = 'UTC'",
  },
  spark: {
    msOf: (time) => `UNIX_MILLIS(CAST(${time} AS TIMESTAMP))`,
    setUp: "SET TIME ZONE 'UTC'",
  },
  trino: {
    msOf: (time) =>
      `DATE_DIFF('millisecond', TIMESTAMP '1970-01-01 00:00:00 UTC', CAST(${time} AS TIMESTAMP(3) WITH TIME ZONE))`,
    setUp: "SET TIME ZONE 'UTC'",
  },
};
