import { records, text, time } from '../../../evidence/org/rows.ts';
import { query, quoted } from '../../../evidence/org/soql.ts';
import { askOne, type Asking } from '../../../evidence/waves.ts';
import { defined } from '../../../model/index.ts';
import { readStatus } from '../../../recognition/index.ts';
import { usernamesOf } from './users.ts';

/** One login, as Login History records it. */
export type LoginEvent = {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly success: boolean;
  /** Absent: the session does not see the user. */
  readonly username?: string;
  /** The label of the app; absent: the row names none. */
  readonly app?: string;
};

/** What stands where no app does. */
const noApp: ReadonlySet<string> = new Set(['N/A', '-', 'Browser', '']);

/** The row of that id, in two requests; undefined where the org has none, or does not show it. */
export const loginEvent = function* (id: string): Asking<LoginEvent | undefined> {
  const soql = `SELECT LoginTime, UserId, Status, Application FROM LoginHistory WHERE Id = ${quoted(id)}`;
  const [row] = records(yield* askOne(query(soql)));
  const at = time(row?.LoginTime);
  if (row === undefined || at === undefined) return undefined;
  const userId = text(row.UserId) ?? '';
  const app = text(row.Application) ?? '';
  return {
    at,
    success: readStatus(text(row.Status) ?? '').success,
    ...defined({ username: (yield* usernamesOf([userId]))[userId], app: noApp.has(app) ? undefined : app }),
  };
};
