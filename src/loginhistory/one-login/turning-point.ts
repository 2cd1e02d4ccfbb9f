import { defined } from '../../model/index.ts';
import type { LoginRow } from '../../model/index.ts';

export type TurningPoint = {
  /** Last success before the failure: UTC, ISO 8601. */
  readonly lastSuccess?: string;
  /** First failure after that success. */
  readonly firstFailure?: string;
};

/** When logins stopped working. Rows are newest first. */
export const turnIn = (rows: readonly LoginRow[]): TurningPoint => {
  const success = rows.findIndex((row) => row.success);
  const failures = success === -1 ? rows : rows.slice(0, success);
  return defined({ lastSuccess: rows[success]?.at, firstFailure: failures.at(-1)?.at });
};

/** The same of one user; `until` is the failing moment (UTC, ISO 8601): rows after it do not count. */
export const turningPoint = (rows: readonly LoginRow[], until: string): TurningPoint =>
  turnIn(rows.filter(({ at }) => Date.parse(at) <= Date.parse(until)));
