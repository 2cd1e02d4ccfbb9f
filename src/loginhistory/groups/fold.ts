import { loginOf, type Piece } from '../piece.ts';
import { countIn, type Counter } from './shares.ts';

/** A group while its rows are counted. Times: epoch ms, UTC. */
export type Folded = {
  readonly key: string;
  rows: number;
  first: number;
  last: number;
  readonly statuses: Counter;
  readonly users: Counter;
  readonly apps: Counter;
  readonly addresses: Counter;
  readonly loginTypes: Counter;
  /** By user and app. */
  readonly logins: Counter;
};

const empty = (key: string): Folded => ({
  key,
  rows: 0,
  first: Infinity,
  last: -Infinity,
  statuses: new Map(),
  users: new Map(),
  apps: new Map(),
  addresses: new Map(),
  loginTypes: new Map(),
  logins: new Map(),
});

const add = (group: Folded, piece: Piece): void => {
  const { count } = piece;
  group.rows += count;
  group.first = Math.min(group.first, piece.first);
  group.last = Math.max(group.last, piece.last);
  countIn(group.statuses, piece.status.trim(), count);
  countIn(group.users, piece.user, count);
  countIn(group.apps, piece.application, count);
  countIn(group.addresses, piece.sourceIp, count);
  countIn(group.loginTypes, piece.loginType, count);
  countIn(group.logins, loginOf(piece), count);
};

/** Failing rows as groups: most rows first, then the older, then by key. Every row is in one group. */
export const foldBy = (pieces: Iterable<Piece>, keyOf: (piece: Piece) => string): readonly Folded[] => {
  const groups = new Map<string, Folded>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    const group = groups.get(key) ?? empty(key);
    groups.set(key, group);
    add(group, piece);
  }
  return [...groups.values()].toSorted((a, b) => b.rows - a.rows || a.first - b.first || (a.key < b.key ? -1 : 1));
};
