import { chunks } from '../../../evidence/chunks.ts';
import { records, text } from '../../../evidence/org/rows.ts';
import { query, quoted } from '../../../evidence/org/soql.ts';
import type { OrgAnswer } from '../../../evidence/org-wire.ts';
import { askOne, type Asking } from '../../../evidence/waves.ts';
import type { LoginGroup } from '../tally/group.ts';
import { isTooMuch } from './count-windows.ts';
import { cubeSoql, groupsIn, timeCondition, type Cube } from './cube.ts';
import type { LoginHistory } from './history.ts';
import { send } from './send.ts';
import { sumOf } from './sides.ts';
import type { Window } from './window.ts';

/** A URI may have 16,384 bytes. */
const usersInBlock = 200;

/** Queries for the names of users, each after the one before it, and for their logins, twenty-five in a request. */
const mostPages = 6;
const mostBlocks = 100;

export type ByUserRequest = {
  readonly window: Window;
  readonly condition: string;
  readonly dimensions: Cube['dimensions'];
  /** Rows of the window, and those of them that went well. */
  readonly rows: number;
  readonly successes: number;
};

/** Whoever logged in during a window; undefined where there are too many of them, or the org does not tell. */
const usersOf = function* (
  { mostGroups }: LoginHistory,
  { window, condition }: ByUserRequest,
): Asking<readonly string[] | undefined> {
  const found: string[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const last = found.at(-1);
    const after = last === undefined ? '' : ` AND UserId > ${quoted(last)}`;
    const answer: OrgAnswer = yield* askOne(
      query(
        `SELECT UserId, COUNT(Id) logins FROM LoginHistory WHERE ${timeCondition(window)}${condition}${after} GROUP BY UserId ORDER BY UserId LIMIT ${mostGroups}`,
      ),
    );
    if (!answer.ok) return undefined;
    const ids = records(answer).flatMap((row) => text(row.UserId) ?? []);
    found.push(...ids);
    if (ids.length < mostGroups) return found;
  }
  return undefined;
};

const halves = (users: readonly string[]): ReadonlyArray<readonly string[]> =>
  chunks(users, Math.ceil(users.length / 2));

const countBlocks = function* (
  { fields }: LoginHistory,
  { window, condition, dimensions, rows }: ByUserRequest,
  users: readonly string[],
): Asking<readonly LoginGroup[] | undefined> {
  const cube: Cube = { dimensions, bucket: 'window' };
  const groups: LoginGroup[] = [];
  let blocks = chunks(users, usersInBlock);
  let left = mostBlocks;
  while (blocks.length > 0) {
    if (blocks.length > left) return undefined;
    left -= blocks.length;
    const answered = yield* send(
      blocks.map((of) => {
        const own = `${condition} AND UserId IN (${of.map(quoted).join(', ')})`;
        const share = Math.ceil((rows * of.length) / users.length);
        return { request: query(cubeSoql(cube, window, own, fields)), rows: share, of };
      }),
    );
    const refused = answered.flatMap(({ of, answer }) => (answer.ok ? [] : [{ of, answer }]));
    if (refused.some(({ of, answer }) => of.length < 2 || !isTooMuch(answer))) return undefined;
    groups.push(...answered.flatMap(({ answer }) => groupsIn(answer, cube, window)));
    blocks = refused.flatMap(({ of }) => halves(of));
  }
  return groups;
};

/**
 * Logins of a window that has too many groups for its hours or days: those of some users at a time, over all of it. Undefined where that
 * is too much too, or where it is not all: an org that sorts users otherwise than it compares them would leave some out.
 */
export const countByUser = function* (
  history: LoginHistory,
  request: ByUserRequest,
): Asking<readonly LoginGroup[] | undefined> {
  const users = yield* usersOf(history, request);
  const groups = users === undefined ? undefined : yield* countBlocks(history, request, users);
  if (groups === undefined) return undefined;
  return sumOf(groups.filter(({ success }) => success)) < request.successes ? undefined : groups;
};
