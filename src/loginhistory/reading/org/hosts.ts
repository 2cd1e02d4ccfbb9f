import { query } from '../../../evidence/org/soql.ts';
import { records, text } from '../../../evidence/org/rows.ts';
import { askOne, type Asking } from '../../../evidence/waves.ts';
import { readStatus } from '../../../recognition/status-book/index.ts';
import { timeCondition } from './cube.ts';
import type { Window } from './window.ts';

/** By which login host logins of a kind went well. Ids and names as Login History has them. */
export type HostUse = {
  readonly user: string;
  readonly host: string;
  readonly application?: string | undefined;
  readonly loginType?: string | undefined;
};

/** Statuses cannot be filtered: they are told apart, and those that failed are left out here. */
const columns = 'Status, UserId, Application, LoginType, LoginUrl';

/** One query, beside those that count. Where there are more groups than one may give it is refused, and no host is told. */
export const hostsOf = function* (window: Window): Asking<readonly HostUse[]> {
  const soql = `SELECT ${columns}, COUNT(Id) logins FROM LoginHistory WHERE ${timeCondition(window)} GROUP BY ${columns}`;
  return records(yield* askOne(query(soql))).flatMap((row) => {
    const [user, host] = [text(row.UserId), text(row.LoginUrl)];
    if (user === undefined || host === undefined || !readStatus(text(row.Status) ?? '').success) return [];
    return [{ user, host, application: text(row.Application), loginType: text(row.LoginType) }];
  });
};
