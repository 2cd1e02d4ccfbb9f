import { readRow } from '../evidence/org/login-history.ts';
import { needed, records, text } from '../evidence/org/rows.ts';
import { query } from '../evidence/org/soql.ts';
import { askOne, type Asking } from '../evidence/waves.ts';
import { usernamesOf } from '../loginhistory/reading/index.ts';
import type { OwnedRow } from './courses.ts';

/** Newest rows by which the integrations are chosen of which everything is asked. */
const mostRows = 200;

const newest = query(
  `SELECT Id, LoginTime, UserId, Status, LoginType, LoginSubType, Application, SourceIp, LoginUrl FROM LoginHistory ORDER BY LoginTime DESC LIMIT ${mostRows}`,
);

export type History = {
  readonly rows: readonly OwnedRow[];
  readonly usernames: Readonly<Record<string, string>>;
};

/** The newest rows of the org, and what their users are called; none where the session sees none. */
export const newestLogins = function* (): Asking<History> {
  const rows = records(yield* askOne(newest)).map((row) => ({ ...readRow(row), userId: needed(text(row.UserId)) }));
  return { rows, usernames: yield* usernamesOf(rows.map(({ userId }) => userId)) };
};
