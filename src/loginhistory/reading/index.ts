/** Login rows, counted: by the org, or from a file; and the new ones as they come. */
export { openLoginFile } from './file/open-login-file.ts';
export { readLoginFile, type LoginFile, type LoginFileOptions, type NoLoginFile } from './file/read-login-file.ts';
export { isZone } from './file/zone.ts';
export type { LoginFileFormat, Meaning } from './file/columns.ts';
export type { DateOrder, Dates, OrderFound } from './file/date-order.ts';
export type { Unread, UnreadReason, UnreadSample } from './file/unread.ts';
export * from './tally/group.ts';
export { countLogins, type CountRequest } from './org/count-logins.ts';
export { countFailuresIn } from './org/failures-in.ts';
export type { FailureCount } from './org/failures.ts';
export { openLoginHistory, type LoginHistory } from './org/history.ts';
export { rowsFor, type HistoryRow, type RowsWanted } from './org/rows-for.ts';
export { successesAround, type Around, type AroundWanted } from './org/successes-around.ts';
export { userIdsOf, usernamesOf } from './org/users.ts';
export type { Window } from './org/window.ts';
export { follow, type FollowOptions, type FollowStep } from './follow/follow.ts';
export type { FollowCursor } from './follow/place.ts';
