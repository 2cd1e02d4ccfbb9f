import { defined } from '../../model/index.ts';
import type { LoginRow } from '../../model/index.ts';

export type TurningPoint = {
  /** Last success before the failure: UTC, ISO 8601. */
  readonly lastSuccess?: string;
  /** First failure after that success. */
  readonly firstFailure?: string;
};

/**
 * When the login stopped working. Rows are newest first and of one user; `until` is the failing moment
 * (UTC, ISO 8601): rows after it do not count.
 */
export const turningPoint = (rows: readonly LoginRow[], until: string): TurningPoint => {
  const limit = Date.parse(until);
  const before = rows.filter((row) => Date.parse(row.at) <= limit);
  const success = before.findIndex((row) => row.success);
  const failures = success === -1 ? before : before.slice(0, success);
  const lastSuccess = before[success]?.at;
  const firstFailure = failures.at(-1)?.at;
  return {
    ...defined({ lastSuccess, firstFailure }),
  };
};
