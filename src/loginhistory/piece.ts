import { readStatus } from '../recognition/status-book/index.ts';
import type { LoginGroup } from './reading/index.ts';

/** Rows that are alike, counted in a span of time; or one row (`count` 1, `first` = `last`). Times: epoch ms, UTC. */
export type Piece = Omit<LoginGroup, 'countryIso'> & {
  /** Only where rows were read one by one. */
  readonly forwardedForIp?: string;
};

/** The login that a row is of: the rows of one user by one app. A key, made a million times; the length keeps the two names apart. */
export const loginOf = ({ user = '', application = '' }: Pick<Piece, 'user' | 'application'>): string =>
  `${user.length} ${user}${application}`;

const known = new Map<string, ReturnType<typeof readStatus>>();

/** What the status book makes of a status. There are few different ones, and a million rows. */
export const readingOf = (status: string): ReturnType<typeof readStatus> => {
  const reading = known.get(status) ?? readStatus(status);
  if (known.size < 10_000) known.set(status, reading);
  return reading;
};

/** Oldest first; the same order whatever the order in which they came. */
export const inTime = (a: Piece, b: Piece): number =>
  a.first - b.first || a.last - b.last || (a.status < b.status ? -1 : a.status > b.status ? 1 : a.count - b.count);

export const rowsOf = (pieces: Iterable<{ readonly count: number }>): number => {
  let rows = 0;
  for (const { count } of pieces) rows += count;
  return rows;
};
