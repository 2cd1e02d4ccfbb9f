import type { OrgPort } from '../../evidence/org-wire.ts';
import type { GroupContext } from '../groups/describe.ts';
import type { Folded } from '../groups/fold.ts';
import { mainLogin, type MainLogin } from '../groups/main-login.ts';
import { inOrder } from '../groups/shares.ts';
import type { Piece } from '../piece.ts';
import { type LoginHistory, rowsFor, type HistoryRow, successesAround, type AroundWanted } from '../reading/index.ts';
import { dayMs } from '../times.ts';
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
  readonly rows: readonly Piece[];
  readonly names: Readonly<Record<string, string>>;
  readonly changesUnseen?: Trail['unseen'];
};

export const pieceOfRow = (row: HistoryRow): Piece => {
  const at = Date.parse(row.at);
  const { status, success, application, loginType, loginSubType, user, sourceIp, forwardedForIp } = row;
  return {
    status,
    success,
    ...(application === undefined ? {} : { application }),
    ...(loginType === undefined ? {} : { loginType }),
    ...(loginSubType === undefined ? {} : { loginSubType }),
    ...(user === undefined ? {} : { user }),
    ...(sourceIp === undefined ? {} : { sourceIp }),
    ...(forwardedForIp === undefined ? {} : { forwardedForIp }),
    hour: at,
    span: 1,
    count: 1,
    first: at,
    last: at,
  };
};

const wantedFor = ({ user, application, first, last }: MainLogin): AroundWanted => ({
  users: user === undefined ? [] : [user],
  ...(application === undefined ? {} : { application }),
  firstFailure: first,
  lastFailure: last,
});

const topOf = (counter: Folded['users'], most: number): readonly string[] =>
  inOrder(counter)
    .slice(0, most)
    .map(({ value }) => value);

/** What surrounds the groups that are shown: their rows, successes before and after, and what was changed. Three requests or so. */
export const readAround = async (
  port: OrgPort,
  history: LoginHistory,
  shown: readonly Shown[],
  silent: readonly string[],
): Promise<Context> => {
  const logins = shown.flatMap(({ folded, pieces }) => {
    const login = mainLogin(folded, pieces);
    return login === undefined || (login.user === undefined && login.application === undefined)
      ? []
      : [{ key: folded.key, login }];
  });
  const around = await successesAround(
    history,
    logins.map(({ login }) => wantedFor(login)),
  );
  const rows = await rowsFor(
    history,
    shown.map(({ pieces }) => ({ groups: pieces, limit: mostRows })),
  );
  const users = [...new Set([...shown.flatMap(({ folded }) => topOf(folded.users, mostUsers)), ...silent])];
  const firsts = shown.map(({ folded }) => folded.first);
  const trail =
    shown.length === 0 && users.length === 0
      ? undefined
      : await readTrail(port, users, {
          from: Math.min(Date.now(), ...firsts) - reachMs,
          to: Math.max(0, ...firsts) + 60_000,
        });
  const contexts = new Map(
    shown.map(({ folded }): [string, GroupContext] => {
      const at = logins.findIndex(({ key }) => key === folded.key);
      const changes = trail?.changesFor(topOf(folded.users, mostUsers), topOf(folded.apps, mostApps)) ?? [];
      return [folded.key, { ...around[at], changes }];
    }),
  );
  return {
    contexts,
    rows: rows.flat().map(pieceOfRow),
    names: Object.fromEntries([...(trail?.people ?? [])].map(([id, { username }]) => [id, username])),
    ...(trail?.unseen === undefined || shown.length === 0 ? {} : { changesUnseen: trail.unseen }),
  };
};
