/** Login rows, counted: by the org, or from a file; and the new ones as they come. */
export { nobodysLogins, type NobodysLogins } from './org/nobodys-logins.ts';
export { openLoginFile } from './file/open-login-file.ts';
export { readLoginFile, type LoginFile, type LoginFileOptions } from './file/read-login-file.ts';
export { spanOf } from './file/span.ts';
export * from './tally/group.ts';
export { countLogins, type CountRequest } from './org/count-logins.ts';
export { loginEvent } from './org/event.ts';
export { failingRows } from './org/failing-rows.ts';
export { countFailuresIn } from './org/failures-in.ts';
export { documents, openLoginHistory, type LoginHistory, type OpenHistory } from './org/history.ts';
export { hostsOf, type HostUse } from './org/hosts.ts';
export { rowsFor, type HistoryRow } from './org/rows-for.ts';
export { successesAround, type AroundWanted } from './org/successes-around.ts';
export { userIdsOf, usernamesOf } from './org/users.ts';
export type { Window } from './org/window.ts';
export { follow, type FollowOptions, type FollowStep } from './follow/follow.ts';
export type { FollowCursor } from './follow/place.ts';
