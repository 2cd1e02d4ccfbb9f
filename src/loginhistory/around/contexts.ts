import { beside, type Asking } from '../../evidence/waves.ts';
import { defined } from '../../model/index.ts';
import type { GroupContext } from '../groups/describe.ts';
import type { Folded } from '../groups/fold.ts';
import { mainLogin, type MainLogin } from '../groups/main-login.ts';
import { foundOf, successesIn, successesOf, type Found } from '../groups/successes.ts';
import type { Activity } from '../patterns/silence.ts';
import { inOrder } from '../groups/shares.ts';
import type { Piece } from '../piece.ts';
import { type LoginHistory, rowsFor, type HistoryRow, successesAround, type AroundWanted } from '../reading/index.ts';
import { dayMs, minuteMs } from '../times.ts';
import { readTrail, type Trail } from './trail.ts';

/** Rows that are read one by one for a group, users and apps of it that changes are looked up for, and how far back. */
const mostRows = 50;
const mostUsers = 5;
const mostApps = 3;
const reachMs = 30 * dayMs;

/** A group that is shown, with its pieces. */
export type Shown = { readonly folded: Folded; readonly pieces: readonly Piece[] };

export type Context = {
  readonly contexts: ReadonlyMap<string, GroupContext>;
  readonly names: Readonly<Record<string, string>>;
  /** The org did not answer all of what was asked about the successes. */
  readonly successesUnseen: boolean;
  readonly changesUnseen?: Trail['unseen'];
  /** The oldest change that was read, where there are more than are read: UTC, ISO 8601. */
  readonly changesFrom?: string;
};

export const pieceOfRow = (row: HistoryRow): Piece => {
  const at = Date.parse(row.at);
  const { status, success, application, loginType, loginSubType, user, sourceIp, forwardedForIp } = row;
  return {
    status,
    success,
    ...defined({ application, loginType, loginSubType, user, sourceIp, forwardedForIp }),
    hour: at,
    span: 1,
    count: 1,
    first: at,
    last: at,
  };
};

/** What the counts have told already. */
export type Counts = {
  /** Logins of the window and before it; undefined: users cannot be told apart. */
  readonly activity: Iterable<Activity> | undefined;
  /** Whether their ends are times of rows. */
  readonly exactTimes: boolean;
  /** The window goes up to now: what is not there has not come. */
  readonly untilNow: boolean;
  /** ms, UTC. */
  readonly now: number;
};

/** What the counts leave open: a success before all that was counted, or one in the very span of the failure. */
const sidesOpen = ({ exactTimes, untilNow }: Counts, found: Found): ReadonlyArray<'before' | 'after'> => {
  const isOpenBefore = !exactTimes || found.unsure.before || found.lastSuccessBefore === undefined;
  const isOpenAfter = !exactTimes || found.unsure.after || (found.firstSuccessAfter === undefined && !untilNow);
  return [...(isOpenBefore ? (['before'] as const) : []), ...(isOpenAfter ? (['after'] as const) : [])];
};

const wantedFor = ({ user, application, first, last }: MainLogin, sides: AroundWanted['sides']): AroundWanted => ({
  users: user === undefined ? [] : [user],
  ...defined({ application }),
  firstFailure: first,
  lastFailure: last,
  ...defined({ sides }),
});

type Nearest = {
  readonly successes: ReadonlyArray<Pick<GroupContext, 'lastSuccessBefore' | 'firstSuccessAfter'>>;
  readonly refused: boolean;
};

/** The successes around each login, in their order: from the counts, and from the org where those leave it open. */
const successesFor = function* (logins: readonly MainLogin[], told: Counts): Asking<Nearest> {
  const found = successesIn(told.activity ?? [], logins);
  const { found: asked, refused } = yield* successesAround(
    logins.map((login) =>
      wantedFor(login, told.activity === undefined ? ['before', 'after'] : sidesOpen(told, foundOf(found, login))),
    ),
  );
  return { successes: logins.map((login, at) => ({ ...successesOf(found, login), ...asked[at] })), refused };
};

const topOf = (counter: Folded['users'], most: number): readonly string[] =>
  inOrder(counter)
    .slice(0, most)
    .map(({ value }) => value);

/** The newest rows of the groups that are shown. */
export const rowsOfGroups = function* (
  history: LoginHistory,
  shown: readonly Shown[],
): Asking<{ readonly rows: readonly HistoryRow[]; readonly refused: boolean }> {
  const { rows, refused } = yield* rowsFor(
    history,
    shown.map(({ pieces }) => ({ groups: pieces, limit: mostRows })),
  );
  return { rows: rows.flat(), refused };
};

/** What surrounds the groups that are shown: successes before and after, and what was changed. */
export const readAround = function* (
  shown: readonly Shown[],
  silent: readonly string[],
  told: Counts,
): Asking<Context> {
  const logins = shown.flatMap(({ folded, pieces }) => {
    const login = mainLogin(folded, pieces);
    return login === undefined || (login.user === undefined && login.application === undefined)
      ? []
      : [{ of: folded.key, login }];
  });
  const users = [...new Set([...shown.flatMap(({ folded }) => topOf(folded.users, mostUsers)), ...silent])];
  const firsts = shown.map(({ folded }) => folded.first);
  const isNothing = shown.length === 0 && users.length === 0;
  const [{ successes, refused }, trail] = yield* beside([
    successesFor(
      logins.map(({ login }) => login),
      told,
    ),
    isNothing
      ? undefined
      : readTrail(users, {
          from: Math.min(told.now, ...firsts) - reachMs,
          to: Math.max(0, ...firsts) + minuteMs,
        }),
  ]);
  const contexts = new Map(
    shown.map(({ folded }): [string, GroupContext] => {
      const at = logins.findIndex(({ of }) => of === folded.key);
      const changes = trail?.changesFor(topOf(folded.users, mostUsers), topOf(folded.apps, mostApps)) ?? [];
      const { login } = logins[at] ?? {};
      return [folded.key, { ...successes[at], ...defined({ login }), changes }];
    }),
  );
  return {
    contexts,
    successesUnseen: refused,
    names: Object.fromEntries([...(trail?.people ?? [])].map(([id, { username }]) => [id, username])),
    ...(trail?.unseen === undefined || shown.length === 0 ? {} : { changesUnseen: trail.unseen }),
    ...(trail?.cutAt === undefined || shown.length === 0 ? {} : { changesFrom: trail.cutAt }),
  };
};
